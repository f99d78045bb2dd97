import * as z from 'zod/mini'
import { knownRating } from './candidate'
import { day } from './day'
import { sortKeys } from './words'

export const sortKey = z.enum(sortKeys)
export type SortKey = z.infer<typeof sortKey>

export const sortRule = z.object({ key: sortKey, descending: z.boolean() })
export type SortRule = z.infer<typeof sortRule>

/** Whole years of experience, both ends included; a null end is open. */
export const yearsRange = z.object({ min: z.nullable(z.int()), max: z.nullable(z.int()) })
export type YearsRange = z.infer<typeof yearsRange>

/** What a reader asked to see: choices within a key are alternatives, keys narrow each other. */
export const view = z.object({
  q: z.string(),
  rating: z.array(knownRating),
  /** true: top choices only · false: the others only · null: both. */
  top: z.nullable(z.boolean()),
  /** Worked there, ever. */
  company: z.array(z.string()),
  /** Works there, in a job that has not ended. */
  now: z.array(z.string()),
  location: z.array(z.string()),
  years: z.array(yearsRange),
  /** Words of the titles a person has had. */
  title: z.array(z.string()),
  /** Days of UTC on which a person was first seen. */
  seen: z.array(day),
  /** Only whom this reader has not seen yet since their last visit: new people, and those rated otherwise. */
  new: z.boolean(),
  sort: z.array(sortRule),
})
export type View = z.infer<typeof view>
