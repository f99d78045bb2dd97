import * as z from 'zod/mini'
import {
  claimMark,
  decision,
  decisionMark,
  nextActionMark,
  notesMark,
  pastDecision,
  suggestionMark,
  tagMark,
} from './decisions'
import { job } from './job'
import { month } from './month'
import { guestResponse, guestVotes } from './votes'
import { knownRatings } from './words'

export const knownRating = z.enum(knownRatings)

export const experience = z.object({
  title: z.nullable(z.string()),
  company: z.nullable(z.string()),
  /** http(s) only; anything else the provider sent is null here. */
  companyUrl: z.nullable(z.string()),
  /** As written by the applicant. */
  dateRange: z.nullable(z.string()),
  description: z.nullable(z.string()),
  start: z.nullable(month),
  /** Null when unknown, and when the job is current. */
  end: z.nullable(month),
  current: z.boolean(),
  /** The fewest calendar months the written dates allow; null when they did not parse. */
  months: z.nullable(z.int()),
  /** The most they allow: equal to `months` when both ends name their month. */
  monthsMax: z.nullable(z.int()),
})
export type Experience = z.infer<typeof experience>

/** As the applicant wrote it. */
export const education = z.object({
  school: z.nullable(z.string()),
  degree: z.nullable(z.string()),
  field: z.nullable(z.string()),
  dateRange: z.nullable(z.string()),
})
export type Education = z.infer<typeof education>

/** What the provider told of an applicant, cleaned and read. */
export const person = z.object({
  applicationId: z.string(),
  rating: z.nullable(z.string()),
  isTopChoice: z.nullable(z.boolean()),
  topChoiceMessage: z.nullable(z.string()),
  firstName: z.nullable(z.string()),
  lastName: z.nullable(z.string()),
  fullName: z.nullable(z.string()),
  headline: z.nullable(z.string()),
  publicIdentifier: z.nullable(z.string()),
  /** http(s) only. */
  profileUrl: z.nullable(z.string()),
  location: z.nullable(z.string()),
  /** In the provider's order. */
  experiences: z.array(experience),
  /** In the provider's order; none where the provider tells none. */
  education: z._default(z.array(education), []),
  /** When they applied: a day, or an ISO 8601 time in UTC where the provider tells one; null where it tells neither. */
  appliedAt: z._default(z.nullable(z.string()), null),
  /** Calendar months worked, overlaps counted once: the fewest and the most the dates allow. */
  totalMonths: z.nullable(z.int()),
  totalMonthsMax: z.nullable(z.int()),
  /** The month up to which a current job counts in these lengths. */
  asOf: z._default(z.nullable(month), null),
  /** True when the provider's answer for this person could not be read: it is kept raw, nothing else is known. */
  unreadable: z.boolean(),
  /** They asked to be forgotten: that somebody applied is all that is kept. Such a row is unreadable too. */
  erased: z.optional(z.literal(true)),
  /** The reader is in a blind review: `fullName` is what they go by in it, and what would tell who they are is left out. */
  veiled: z.optional(z.literal(true)),
})
export type Person = z.infer<typeof person>

/** An applicant with what only the store knows: the same for every reader, as long as their list is of one revision. */
export const candidate = z.extend(person, {
  /** Zero-based place in the provider's list when last seen. */
  position: z.int(),
  /** Other applications of the same person to this job, at most 20: those further down the list first. */
  alsoHere: z.optional(z.array(z.string())),
  firstSeenAt: z.iso.datetime(),
  /** Since when the provider's list is known to be without them. */
  goneAt: z.nullable(z.iso.datetime()),
})
export type Candidate = z.infer<typeof candidate>

/** In how many other jobs somebody applied, and where the team decided about them last; else where they came up last. */
export const elsewhereMark = z.object({
  jobs: z.int(),
  latest: z.object({
    jobId: z.string(),
    jobLabel: z.nullable(z.string()),
    applicationId: z.string(),
    decision: z.nullable(decision),
  }),
})
export type ElsewhereMark = z.infer<typeof elsewhereMark>

/** How many criteria of each kind a job has, and how many of these somebody meets. */
const criteriaCounts = z.object({
  must: z.int(),
  mustMet: z.int(),
  nice: z.int(),
  niceMet: z.int(),
})
export type CriteriaCounts = z.infer<typeof criteriaCounts>

/** Those counts, with the names of the criteria met; names are absent until the person is checked again after an update. */
export const criteriaMark = z.extend(criteriaCounts, { met: z.optional(z.array(z.string())) })
export type CriteriaMark = z.infer<typeof criteriaMark>

/** The marks that stand in a JSON file as they are; any other has a form of its own there (`exportedMarks`), or none. */
export const plainMarks = {
  /** What guests of share links said. */
  votes: z.optional(guestVotes),
}
export type PlainMark = keyof typeof plainMarks

/** What people did about an applicant; whatever nobody did is absent. For the team alone. */
export const mark = z.object({
  /** Applied, or came back, since this reader's last visit, and not seen by them yet. */
  isNew: z.optional(z.boolean()),
  /** Rated otherwise since then, and not seen by them yet. */
  isRerated: z.optional(z.boolean()),
  ...plainMarks,
  /** What the team decided. */
  decision: z.optional(decisionMark),
  /** The reader's second opinion is asked for, and what the team decided is withheld until they choose: its id. */
  secondOpinion: z.optional(z.string()),
  /** What colleagues who may not decide would decide. */
  suggestions: z.optional(z.array(suggestionMark)),
  notes: z.optional(notesMark),
  tags: z.optional(z.array(tagMark)),
  nextAction: z.optional(nextActionMark),
  criteria: z.optional(criteriaMark),
  /** When this reader opened them last. */
  openedAt: z.optional(z.iso.datetime()),
  /** Somebody else opened them. */
  openedByOthers: z.optional(z.literal(true)),
  /** Who has them in triage now. */
  claim: z.optional(claimMark),
  /** The same person's applications to other jobs. */
  elsewhere: z.optional(elsewhereMark),
})
export type Mark = z.infer<typeof mark>

/** Marks by application; those without any are left out. */
export const marks = z.record(z.string(), mark)
export type Marks = z.infer<typeof marks>

/** Marks of some applicants as they are now, and those of them whom a view shows. */
export const marksNow = z.object({ marks, matching: z.array(z.string()) })
export type MarksNow = z.infer<typeof marksNow>

/** A row as it is drawn; `leftView` where a change by somebody else took it out of the view that is on screen. */
export type MarkedCandidate = Candidate & Mark & { leftView?: true }

export const candidatePage = z.object({
  items: z.array(candidate),
  marks,
  nextCursor: z.nullable(z.string()),
  /** Pages towards the start of the list; null on its first page. */
  prevCursor: z.nullable(z.string()),
  /** How many matching rows come before the first item. */
  firstIndex: z.int(),
  counts: z.object({
    /** Stored rows that match the view. */
    matched: z.int(),
    stored: z.int(),
    /** What the provider last said the whole list holds; null before the first fetch. */
    total: z.nullable(z.int()),
  }),
  job,
})
export type CandidatePage = z.infer<typeof candidatePage>

/** Whom a view shows, by application and in its order: what a selection of all of them holds. */
export const applicationIds = z.object({
  /** At most the first 10,000. */
  items: z.array(z.string()),
  matched: z.int(),
})
export type ApplicationIds = z.infer<typeof applicationIds>

export const otherApplication = z.object({
  jobId: z.string(),
  jobLabel: z.nullable(z.string()),
  applicationId: z.string(),
  rating: z.nullable(z.string()),
  firstSeenAt: z.iso.datetime(),
  /** What the team decided there; null for nothing. */
  decision: z.nullable(decisionMark),
  /** The first letters of the newest note there; null for none. */
  note: z.nullable(z.string()),
})
export type OtherApplication = z.infer<typeof otherApplication>

/**
 * new · rating, headline, message, current_job (`from` → `to`) · top_choice: became one · gone: not in the provider's
 * list any more · back: in it again.
 */
export const changeKinds = [
  'new',
  'rating',
  'top_choice',
  'message',
  'headline',
  'current_job',
  'gone',
  'back',
] as const
export type ChangeKind = (typeof changeKinds)[number]

export const candidateChange = z.object({
  kind: z.enum(changeKinds),
  /** Long texts are cut. */
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
  at: z.iso.datetime(),
})
export type CandidateChange = z.infer<typeof candidateChange>

/** What opens with a person beside what their row has. */
export const candidateHistory = z.object({
  changes: z.array(candidateChange),
  otherApplications: z.array(otherApplication),
  /** What guests of share links said, latest first. */
  responses: z.array(guestResponse),
  /** What the team decided, newest first. */
  decisions: z.array(pastDecision),
})
export type CandidateHistory = z.infer<typeof candidateHistory>

/** Somebody of the same list who was at the same company at the same time, as far as dates and names tell. */
export const workedWith = z.object({
  applicationId: z.string(),
  name: z.string(),
  /** As the one who is asked about wrote it. */
  company: z.string(),
  /** The first and the last month that both may have been there. */
  from: month,
  to: month,
  /** The fewest and the most months that their dates allow; 0 where they may not have met. */
  months: z.int(),
  monthsMax: z.int(),
  /** What the team decided about them; null for nothing. */
  decision: z.nullable(decision),
})
export type WorkedWith = z.infer<typeof workedWith>

export const workedTogether = z.object({
  /** Those shortlisted first, then by how long they overlapped; at most 50. */
  items: z.array(workedWith),
  /** How many people overlapped in all. */
  people: z.int(),
  /** How many people of the list name a company of theirs, and of how many of them the dates were compared. */
  sameCompany: z.int(),
  compared: z.int(),
})
export type WorkedTogether = z.infer<typeof workedTogether>

export const candidateDetail = z.extend(candidateHistory, {
  candidate,
  mark,
  /** How many matching rows of the view come before this one; null when the view leaves it out. */
  index: z.nullable(z.int()),
  job,
})
export type CandidateDetail = z.infer<typeof candidateDetail>
