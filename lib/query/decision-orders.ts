import type {
  BulkCounts,
  BulkDecisionRequest,
  DecisionMark,
  DecisionRequest,
} from '@/lib/contracts/decisions'
import type { Decision } from '@/lib/contracts/decision-words'
import type { Problem } from '@/lib/contracts/problem'
import type { JobRef } from '@/lib/url/paths'

/** Something decided that the server has not confirmed yet. Kept as JSON where the browser keeps things. */
export type Order = { id: string; ref: JobRef; at: number } & (
  | { kind: 'one'; applicationId: string; request: DecisionRequest }
  | { kind: 'many'; request: BulkDecisionRequest }
  | { kind: 'suggest'; applicationId: string; decision: Decision | null }
  /** @property undoes the order to undo @property changeId what the server calls it, once that is known */
  | { kind: 'undo'; undoes: string; changeId: string | null }
)

/** What a reader did in one press, as it can be told and undone. */
export type Step = {
  id: string
  ref: JobRef
  kind: 'decided' | 'undone' | 'suggested'
  decision: Decision | null
  /** Of the one person it is about; null for several. */
  name: string | null
  people: number
  /** What stood before, of those whom the browser has read. */
  before: ReadonlyMap<string, DecisionMark | undefined>
  /** What became of each of many; null until that is known. */
  counts: BulkCounts | null
  /** How many an undo left alone, as somebody decided about them since. */
  leftAlone: number
  changeId: string | null
  saved: boolean
}

/** A colleague decided otherwise meanwhile. */
export type Clash = {
  id: string
  ref: JobRef
  applicationId: string
  name: string
  mine: DecisionRequest
  current: DecisionMark | null
}

/** What is told of decisions beside the rows. */
export type DecisionState = {
  /** What was done last; null before anything was, and once it was dismissed. */
  last: Step | null
  /** How many steps can be undone. */
  undoable: number
  /** Not saved yet: how many, and why; null where all is well. */
  waiting: { orders: number; problem: Problem } | null
  clashes: readonly Clash[]
  /** What was refused, and taken back on the screen. */
  refused: { step: Step | null; problem: Problem } | null
}

export const emptyState: DecisionState = {
  last: null,
  undoable: 0,
  waiting: null,
  clashes: [],
  refused: null,
}
