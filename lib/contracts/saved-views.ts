import * as z from 'zod/mini'
import { memberName } from './decisions'

export const maxViewName = 80
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(maxViewName))
const query = z.string().check(z.maxLength(8_000))

/** A filter that this version does not understand: it narrows nothing, and stays in the view until its owner updates it. */
export const unreadFilter = z.object({ key: z.string(), value: z.string() })
export type UnreadFilter = z.infer<typeof unreadFilter>

export const savedView = z.object({
  id: z.string(),
  name: z.string(),
  /** The query string, as it was saved. */
  query: z.string(),
  owner: memberName,
  /** Everyone has it; else its owner alone. */
  team: z.boolean(),
  /** Opens for whoever has no default of their own. */
  teamDefault: z.boolean(),
  /** Opens for this reader. */
  myDefault: z.boolean(),
  /** The reader may rename, update and delete it. */
  editable: z.boolean(),
  unread: z.array(unreadFilter),
  /** How many people it shows; null where nobody asked. */
  count: z.nullable(z.int()),
})
export type SavedView = z.infer<typeof savedView>

/** The views of a job that a reader has: the team's and their own. */
export const savedViewList = z.object({ items: z.array(savedView) })
export type SavedViewList = z.infer<typeof savedViewList>

export const savedViewRequest = z.object({ name, query, team: z.optional(z.boolean()) })
export type SavedViewRequest = z.infer<typeof savedViewRequest>

/** What is left out stays. */
export const savedViewPatch = z.object({
  name: z.optional(name),
  query: z.optional(query),
  team: z.optional(z.boolean()),
  teamDefault: z.optional(z.boolean()),
  myDefault: z.optional(z.boolean()),
})
export type SavedViewPatch = z.infer<typeof savedViewPatch>
