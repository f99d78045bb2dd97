import * as z from 'zod/mini'
import { decisions } from './decision-words'

export const decision = z.enum(decisions)

/** A member of the team, as others are shown them. */
export const memberName = z.object({ id: z.string(), name: z.string() })
export type MemberName = z.infer<typeof memberName>

/** A decision as it stands. */
export const decisionMark = z.object({
  decision,
  /** From the team's own list. */
  reason: z.nullable(z.object({ id: z.string(), label: z.string() })),
  /** In the decider's own words. */
  comment: z.nullable(z.string()),
  by: memberName,
  at: z.iso.datetime(),
  /** The step that made it: what undoing it names. */
  changeId: z.string(),
  /** Whoever decided had opened the person before. */
  opened: z.boolean(),
})
export type DecisionMark = z.infer<typeof decisionMark>

/** What a viewer, who may not decide, would decide. */
export const suggestionMark = z.object({ decision, by: memberName })

export const tagMark = z.object({ id: z.string(), name: z.string(), colour: z.string() })
export type TagMark = z.infer<typeof tagMark>

/** How many notes there are on somebody, and the newest. */
export const notesMark = z.object({
  count: z.int(),
  latest: z.object({ text: z.string(), by: memberName, at: z.iso.datetime() }),
})
export type NotesMark = z.infer<typeof notesMark>

/** What is to be done next about somebody. */
export const nextActionMark = z.object({
  text: z.string(),
  /** A day; null for none. */
  dueOn: z.nullable(z.string()),
  assignee: z.nullable(memberName),
})
export type NextActionMark = z.infer<typeof nextActionMark>

/** Who has somebody before them in triage. */
export const claimMark = z.object({ by: memberName, until: z.iso.datetime() })
export type ClaimMark = z.infer<typeof claimMark>

const reason = z.nullable(z.string().check(z.trim(), z.maxLength(200)))
const comment = z.nullable(z.string().check(z.trim(), z.maxLength(2_000)))
const shortText = z.string().check(z.maxLength(8_000))

const shownMs = z.optional(z.int().check(z.minimum(0), z.maximum(86_400_000)))

/** Where and how it was decided; kept with the decision. */
const circumstances = {
  /** The query string of the view in which it was decided. */
  view: z.optional(shortText),
  via: z.optional(z.enum(['list', 'panel', 'triage', 'compare'])),
}

/** A decision about one person. */
export const decisionRequest = z.object({
  /** null takes the decision back. */
  decision: z.nullable(decision),
  /** The id or the label of one of the team's reasons; any other text is kept as the comment. */
  reason: z.optional(reason),
  comment: z.optional(comment),
  /** The decision its maker saw; where another one stands by now, the answer is 409 with both. Absent: whatever stands. */
  expected: z.optional(z.nullable(decision)),
  /** For how long the person was on their maker's screen, milliseconds. */
  shownMs,
  ...circumstances,
})
export type DecisionRequest = z.infer<typeof decisionRequest>

export const decisionAnswer = z.object({
  applicationId: z.string(),
  /** As it stands now; null for none. */
  decision: z.nullable(decisionMark),
  /** What undoing names; null where nothing changed. */
  changeId: z.nullable(z.string()),
})
export type DecisionAnswer = z.infer<typeof decisionAnswer>

const applicationIdText = z.string().check(z.minLength(1), z.maxLength(512))

/** A decision about many: those named, or everyone stored who matches a view. */
export const bulkDecisionRequest = z.object({
  decision: z.nullable(decision),
  reason: z.optional(reason),
  comment: z.optional(comment),
  applicationIds: z.optional(z.array(applicationIdText).check(z.minLength(1), z.maxLength(10_000))),
  /** A query string: everyone stored who matches it; with `applicationIds`, the view in which they were chosen. */
  view: z.optional(shortText),
  /** Also those about whom a colleague decided otherwise. */
  overrule: z.optional(z.boolean()),
  /** Tells what would become of each, and decides nothing. */
  dryRun: z.optional(z.boolean()),
  via: circumstances.via,
})
export type BulkDecisionRequest = z.infer<typeof bulkDecisionRequest>

/** What became of each of many. */
export const bulkCounts = z.object({
  decided: z.int(),
  /** It stood like this already. */
  unchanged: z.int(),
  /** A colleague decided otherwise; left alone. */
  leftAlone: z.array(z.object({ by: memberName, decision, count: z.int() })),
  /** Erased, or not stored in this job. */
  missing: z.int(),
  /** Of the decided: those whom nobody had opened. */
  unopened: z.int(),
  /** The reader's second opinion is asked for first; left alone. */
  withheld: z.optional(z.int()),
})
export type BulkCounts = z.infer<typeof bulkCounts>

export const bulkDecisionAnswer = z.object({ changeId: z.nullable(z.string()), counts: bulkCounts })
export type BulkDecisionAnswer = z.infer<typeof bulkDecisionAnswer>

/** What an undo did: those whose decision somebody changed since are left alone. */
export const undoAnswer = z.object({
  /** Undoing this brings the decisions back. */
  changeId: z.nullable(z.string()),
  restored: z.int(),
  leftAlone: z.int(),
  missing: z.int(),
})
export type UndoAnswer = z.infer<typeof undoAnswer>

/** What a viewer suggests; null takes it back. */
export const suggestionRequest = z.object({ decision: z.nullable(decision) })
export type SuggestionRequest = z.infer<typeof suggestionRequest>

/** What is suggested about somebody now. */
export const suggestionAnswer = z.object({ suggestions: z.array(suggestionMark) })
export type SuggestionAnswer = z.infer<typeof suggestionAnswer>

/** Without a time somebody was opened now; with one, they were on the reader's screen for so much longer. */
export const openedRequest = z.object({ shownMs })
export type OpenedRequest = z.infer<typeof openedRequest>

export const openedAnswer = z.object({ openedAt: z.iso.datetime() })
export type OpenedAnswer = z.infer<typeof openedAnswer>

/** One decision of a person's history. */
export const pastDecision = z.object({
  /** The step it was part of, which can be undone. */
  changeId: z.string(),
  at: z.iso.datetime(),
  by: memberName,
  from: z.nullable(decision),
  to: z.nullable(decision),
  reason: z.nullable(z.string()),
  comment: z.nullable(z.string()),
  kind: z.enum(['one', 'many', 'undo']),
  /** The query string of the view. */
  view: z.string(),
  opened: z.boolean(),
  shownMs: z.nullable(z.int()),
})
export type PastDecision = z.infer<typeof pastDecision>

/** Newest first, at most 200. */
export const decisionHistory = z.object({ items: z.array(pastDecision) })
export type DecisionHistory = z.infer<typeof decisionHistory>

export const decisionReason = z.object({
  id: z.string(),
  label: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  definition: z.string().check(z.trim(), z.maxLength(500)),
  /** For which decision it is offered; null for any. */
  decision: z.nullable(decision),
})
export type DecisionReason = z.infer<typeof decisionReason>

/** The team's reasons, and whether a rejection needs one. */
export const reasonSettings = z.object({
  /** In the team's order. Saved: one with an unknown id is new, one that is left out is offered no longer. */
  reasons: z.array(decisionReason).check(z.maxLength(100)),
  neededForReject: z.boolean(),
})
export type ReasonSettings = z.infer<typeof reasonSettings>
