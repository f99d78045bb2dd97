import * as z from 'zod/mini'

const count = z.int()

/** How many people of a group the team decided what about. */
export const fairnessCounts = z.object({
  people: count,
  shortlist: count,
  maybe: count,
  reject: count,
})
export type FairnessCounts = z.infer<typeof fairnessCounts>

/** Of those decided about, how many are shortlisted: the share, and its exact 95% interval; null where nobody is decided about. */
const share = z.nullable(z.object({ of: z.number(), low: z.number(), high: z.number() }))

/**
 * place: quarter of the network's order, 1 first · order: in which order the list was when it was decided · hour: of the
 * day, in the reader's time zone · opened: whoever decided had opened the person · top: their top choice · via: where on
 * screen, `many` for several people at once.
 */
export const fairnessKeys = ['place', 'order', 'opened', 'top', 'via', 'hour'] as const
export type FairnessKey = (typeof fairnessKeys)[number]

export const fairnessGroup = z.object({
  by: z.enum(fairnessKeys),
  rows: z.array(z.extend(fairnessCounts, { value: z.string(), shortlisted: share })),
})
export type FairnessGroup = z.infer<typeof fairnessGroup>

/** Decisions as they stand, counted. Nothing in it is about a single person, nor inferred about anybody. */
export const fairness = z.object({
  jobId: z.string(),
  label: z.nullable(z.string()),
  at: z.iso.datetime(),
  timeZone: z.string(),
  all: fairnessCounts,
  /** People left out because the reader has not given a second opinion on them yet. */
  withheld: z.int(),
  groups: z.array(fairnessGroup),
  /** The job is deleted: this is what was kept of it, rounded to multiples of 5. */
  deletedAt: z.nullable(z.iso.datetime()),
})
export type Fairness = z.infer<typeof fairness>
