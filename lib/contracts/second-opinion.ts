import * as z from 'zod/mini'
import { decision, memberName } from './decisions'
import { memberChoice } from './member-choice'

const applicationIdText = z.string().check(z.minLength(1), z.maxLength(512))

/** Most people that a second opinion is about. */
export const maxOpinionPeople = 1_000

/** Asks a colleague to decide about people on their own: those named, or everyone stored who matches a view. */
export const secondOpinionRequest = z.object({
  /** A member who may decide, by their id. */
  colleague: z.string().check(z.minLength(1), z.maxLength(64)),
  applicationIds: z.optional(z.array(applicationIdText).check(z.minLength(1), z.maxLength(maxOpinionPeople))),
  /** A query string: everyone stored who matches it now. */
  view: z.optional(z.string().check(z.maxLength(8_000))),
  note: z.optional(z.string().check(z.trim(), z.maxLength(500))),
})
export type SecondOpinionRequest = z.infer<typeof secondOpinionRequest>

/** A second opinion as a list shows it: how far each is, and never what anyone chose. */
export const secondOpinion = z.object({
  id: z.string(),
  asker: memberName,
  colleague: memberName,
  /** The reader's part in it; null for an owner who has none. */
  mine: z.nullable(z.enum(['asker', 'colleague'])),
  /** The query string of the view that the people matched; null where they were selected, and for the colleague. */
  view: z.nullable(z.string()),
  note: z.nullable(z.string()),
  askedAt: z.iso.datetime(),
  closedAt: z.nullable(z.iso.datetime()),
  /** People it is about who are still stored. */
  people: z.int(),
  /** About how many of them each has chosen. */
  askerChose: z.int(),
  colleagueChose: z.int(),
  bothChose: z.int(),
})
export type SecondOpinion = z.infer<typeof secondOpinion>

/** Newest first. Those of the reader; an owner is given everyone's. */
export const secondOpinionList = z.object({
  items: z.array(secondOpinion),
  /** Whom the reader can ask: members who may decide; none where nobody signs in. */
  colleagues: z.array(memberChoice),
})
export type SecondOpinionList = z.infer<typeof secondOpinionList>

/** Somebody it is about. What the other one chose is null until the reader has chosen as well. */
export const opinionPerson = z.object({
  applicationId: z.string(),
  name: z.string(),
  asker: z.nullable(decision),
  colleague: z.nullable(z.object({ decision, reason: z.nullable(z.string()) })),
})
export type OpinionPerson = z.infer<typeof opinionPerson>

const interval = z.object({ low: z.number(), high: z.number() })

/** How far both agree about the people both chose on. */
export const opinionAgreement = z.object({
  people: z.int(),
  /** Rows: the asker's choices; columns: the colleague's; both shortlist, maybe, reject. */
  table: z.array(z.array(z.int())),
  agreed: z.int(),
  /** The exact 95% interval of the share they agree on. */
  share: interval,
  /** The share they would agree on by chance; null for nobody. */
  byChance: z.nullable(z.number()),
  /** Cohen's kappa; null where it would mislead. */
  kappa: z.nullable(z.object({ value: z.number(), interval: z.nullable(interval) })),
  problem: z.nullable(z.enum(['too_few', 'one_choice'])),
  /** Of these people: those about whom the asker had decided before asking, which the colleague could have seen. */
  decidedBefore: z.int(),
})

export type OpinionAgreement = z.infer<typeof opinionAgreement>

/** A second opinion in full, for the one who asked and the one asked. */
export const secondOpinionDetail = z.object({
  opinion: secondOpinion,
  jobLabel: z.nullable(z.string()),
  /** In the order in which they were asked about. */
  items: z.array(opinionPerson),
  agreement: opinionAgreement,
})
export type SecondOpinionDetail = z.infer<typeof secondOpinionDetail>

/** What the colleague would decide. */
export const opinionRequest = z.object({
  decision,
  reason: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(2_000)))),
})
export type OpinionRequest = z.infer<typeof opinionRequest>
