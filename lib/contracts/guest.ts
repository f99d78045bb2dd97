import * as z from 'zod/mini'
import { plainMarks } from './candidate'
import { day } from './day'
import { month } from './month'
import { guestCandidate, shareFields } from './share'
import { vote } from './votes'

/** What a guest says of somebody; `vote` and `comment` both null take it back. */
export const guestResponseRequest = z.object({
  vote: z.nullable(vote),
  comment: z.nullable(z.string().check(z.maxLength(2_000))),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
})
export type GuestResponseRequest = z.infer<typeof guestResponseRequest>

/** What this guest said of somebody. */
export const ownResponse = z.object({ vote: z.nullable(vote), comment: z.nullable(z.string()) })
export type OwnResponse = z.infer<typeof ownResponse>

export const guestPerson = z.extend(guestCandidate, {
  mine: z.nullable(ownResponse),
  /** What the team did about them, of that which the link shows; absent where it did nothing of it. */
  marks: z.optional(z.object(plainMarks)),
})
export type GuestPerson = z.infer<typeof guestPerson>

/** What a guest's link opens. Locked until the passcode was given: then nothing of it is told. */
export const guestLink = z.discriminatedUnion('locked', [
  z.object({ locked: z.literal(true) }),
  z.object({
    locked: z.literal(false),
    /** The link's own: the team's name for the job, and what becomes of it, is not for guests. */
    title: z.string(),
    kind: z.enum(['frozen', 'live']),
    fields: shareFields,
    mayRespond: z.boolean(),
    /** The name this guest gave last. */
    guestName: z.nullable(z.string()),
    addressee: z.nullable(z.string()),
    message: z.nullable(z.string()),
    dueOn: z.nullable(day),
    /** How many of these people this guest voted on. */
    voted: z.int(),
    /** A guest of the link told the team that they are done. */
    done: z.boolean(),
    people: z.int(),
    expiresAt: z.iso.datetime(),
    /** When the people were as they are shown. */
    asOf: z.iso.datetime(),
    /** The month up to which a current job lasts. */
    month,
    /** Where the earliest career begins, months since year 0; null when no date is known. */
    careerFrom: z.nullable(z.int()),
  }),
])
export type GuestLink = z.infer<typeof guestLink>
export type OpenGuestLink = Extract<GuestLink, { locked: false }>

/** Tells the team that this guest is done, or takes it back. `name` is what they go by; null where they gave none. */
export const guestDoneRequest = z.object({
  done: z.boolean(),
  name: z.nullable(z.string().check(z.maxLength(80))),
})
export type GuestDoneRequest = z.infer<typeof guestDoneRequest>
export const guestDone = z.object({ done: z.boolean() })
export type GuestDone = z.infer<typeof guestDone>

export const guestPage = z.object({
  items: z.array(guestPerson),
  nextCursor: z.nullable(z.string()),
  firstIndex: z.int(),
  counts: z.object({
    /** People of the link who match. */
    matched: z.int(),
    people: z.int(),
  }),
})
export type GuestPage = z.infer<typeof guestPage>

export const guestDetail = z.object({
  person: guestPerson,
  /** How many matching people come before this one; null when the filters leave them out. */
  index: z.nullable(z.int()),
})
export type GuestDetail = z.infer<typeof guestDetail>

export const passcodeRequest = z.object({ passcode: z.string().check(z.minLength(1), z.maxLength(200)) })
export type PasscodeRequest = z.infer<typeof passcodeRequest>
