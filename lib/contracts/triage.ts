import * as z from 'zod/mini'
import { candidate, candidateHistory, mark } from './candidate'
import { claimMark, memberName } from './decisions'

const applicationIdText = z.string().check(z.minLength(1), z.maxLength(512))

/** Tells two tabs of one member apart: made by the tab, kept for as long as it is open. */
export const holder = z.string().check(z.regex(/^[\w-]{8,64}$/))

export const claimRequest = z.object({
  holder,
  /** Also from a colleague, or another tab, who has them. */
  takeOver: z.optional(z.boolean()),
})
export type ClaimRequest = z.infer<typeof claimRequest>

export const claimAnswer = z.object({
  /** Whether this tab has them now. */
  mine: z.boolean(),
  /** Who has them; null for nobody. */
  claim: z.nullable(claimMark),
})
export type ClaimAnswer = z.infer<typeof claimAnswer>

/** The most people one call gives. */
export const maxAhead = 10
/** The most that one tab may have: those ahead, and those decided about whose decisions are on their way. */
export const maxKept = 100

/** What a tab in triage asks for as it moves on. */
export const nextRequest = z.object({
  holder,
  /** The query string of the view. Where it names no decision, people are given who have none. */
  view: z.string().check(z.maxLength(8_000)),
  /** How many people to give. */
  count: z.int().check(z.minimum(0), z.maximum(maxAhead)),
  /** Whom the tab still needs: their claims are renewed, its others end. */
  keep: z.array(applicationIdText).check(z.maxLength(maxKept)),
  /** The place in the view's order after which to go on; from the top where absent. */
  after: z.optional(z.nullable(applicationIdText)),
  /** Put off until nobody else is left; given in this order then. */
  skipped: z.optional(z.array(applicationIdText).check(z.maxLength(500))),
})
export type NextRequest = z.infer<typeof nextRequest>

/** Somebody to decide about, with all that is shown of them. */
export const triagePerson = z.extend(candidateHistory, { candidate, mark })
export type TriagePerson = z.infer<typeof triagePerson>

/** A line of the queue. */
export const queuedPerson = z.object({
  applicationId: z.string(),
  name: z.nullable(z.string()),
  /** Who has them, where that is another tab. */
  claim: z.nullable(claimMark),
})
export type QueuedPerson = z.infer<typeof queuedPerson>

export const nextAnswer = z.object({
  /** In the order in which to go through them; the tab has them from now on. */
  people: z.array(triagePerson),
  /** Of those it still needed: whom somebody else has by now. */
  lost: z.array(z.object({ applicationId: z.string(), by: z.nullable(memberName) })),
  /** Who comes after that place, whoever has them. */
  queue: z.array(queuedPerson),
  counts: z.object({
    /** Of the view, whatever was decided about them. */
    people: z.int(),
    /** Of these, to be decided about. */
    left: z.int(),
  }),
  /** Who has those that are left, where nobody is free. */
  heldBy: z.array(memberName),
})
export type NextAnswer = z.infer<typeof nextAnswer>
