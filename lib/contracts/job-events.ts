import * as z from 'zod/mini'
import { fetchProgress } from './fetch'

/**
 * marks: people did something about applicants · list: applicants came, changed or went · fetch: a load of several pages
 * began, went on or ended · views: saved views changed.
 */
export const jobEventKinds = ['marks', 'list', 'fetch', 'views'] as const
export type JobEventKind = (typeof jobEventKinds)[number]

const by = z.nullable(z.string())

/** Whose marks changed; `applicationIds` is null where they are too many to name. */
export const marksEvent = z.object({
  by,
  what: z.string(),
  applicationIds: z.nullable(z.array(z.string())),
})

/** What the list came to; how many came, changed and went with it. */
export const listEvent = z.object({
  by,
  stored: z.int(),
  revision: z.int(),
  new: z.int(),
  changed: z.int(),
  gone: z.int(),
})
export type ListEvent = z.infer<typeof listEvent>

/** How far a load of several pages has come. */
export const fetchEvent = z.object({ by, ended: z.boolean(), progress: fetchProgress })

/** Who else looks at the job now. */
export const presenceEvent = z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) })
export type PresenceEvent = z.infer<typeof presenceEvent>

/**
 * Why a stream ended. signed_out: its session ended, or its person was disabled · role: their role changed ·
 * stopping: the server stops · slow: its reader did not keep up · caught_up: no more was asked for.
 */
export const endReasons = ['signed_out', 'role', 'stopping', 'slow', 'caught_up'] as const
export type EndReason = (typeof endReasons)[number]
export const endEvent = z.object({ reason: z.enum(endReasons) })
