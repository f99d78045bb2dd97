import 'server-only'
import type { FetchEntry, FetchProgress, FetchState } from '@/lib/contracts/fetch'
import { addCharge, toCharge } from './charge'
import { type Finds, nothing } from './fetch-answer'
import { readFinds } from './stored-answer'

/** What a fetch of many pages has bought so far. */
export type Tally = {
  progress: FetchProgress
  finds: Finds
  offset: number
  count: number
  /** Credits that answers did not state. */
  held: number
}

/** The fetch as the ledger shows it. */
export const tallyEntry = (tally: Tally, state: FetchState, code: string | null): FetchEntry => {
  const { progress, offset, count } = tally
  const { fetchId: id, kind, quoted, spent } = progress
  const unstated = state === 'unknown' || tally.held > 0
  return { id, kind, state, offset, count, quoted, consumed: unstated ? null : spent, code }
}

type Page = { rows: number; quoted: number; consumed: number | null; list: Finds }

/** Counts in one answered page. */
export function countPage(tally: Tally, { rows, quoted, consumed, list }: Page): void {
  const { finds, progress } = tally
  tally.held += consumed === null ? quoted : 0
  tally.finds = {
    new: finds.new + list.new,
    changed: finds.changed + list.changed,
    gone: finds.gone + list.gone,
  }
  tally.progress = {
    ...progress,
    pages: progress.pages + 1,
    rows: progress.rows + rows,
    new: tally.finds.new,
    ...addCharge(progress, toCharge(consumed)),
  }
}

type Earlier = { offset: number; count: number; quoted: number; consumed: number | null; answer: unknown }

/** A fetch as it begins, with the pages that it bought before its process died, if it is one that goes on. */
export function startTally(pages: readonly Earlier[], progress: FetchProgress): Tally {
  const tally: Tally = { progress, finds: nothing, offset: pages[0]?.offset ?? 0, count: 0, held: 0 }
  for (const { count, quoted, consumed, answer } of pages) {
    tally.count += count
    countPage(tally, { rows: count, quoted, consumed, list: readFinds(answer) ?? nothing })
  }
  return tally
}
