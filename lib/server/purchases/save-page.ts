import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import type { FetchKind, FetchResult } from '@/lib/contracts/fetch'
import type { ListEvent } from '@/lib/contracts/job-events'
import { toMonthIndex } from '@/lib/domain/career-axis'
import { applyPage, beginPass, continuesList, newList, type Window } from '@/lib/domain/list-drift'
import { toMonth } from '@/lib/domain/tenure'
import type { Db } from '@/lib/server/db/open-database'
import type { ProviderPage, Reader } from '@/lib/server/providers/provider'
import * as candidates from '@/lib/server/candidates/store/candidates'
import type { IncomingRow } from '@/lib/server/candidates/store/candidates'
import { deleteAbout } from '@/lib/server/db/person-tables'
import { recordJobEvent } from '@/lib/server/candidates/store/job-events'
import * as jobs from '@/lib/server/candidates/store/jobs'
import * as leases from '@/lib/server/purchases/store/leases'
import * as ledger from '@/lib/server/purchases/store/ledger'
import { holdTombstones, withoutErased } from '@/lib/server/candidates/store/tombstones'
import { toCharge } from './charge'
import type { Context, JobKey } from '@/lib/server/auth/context'
import { answerAgain, type Finds, nothing, toSummary } from './fetch-answer'
import { toStored } from './stored-answer'
import { incomingRow } from '@/lib/server/candidates/incoming-row'

/** A window that was bought: its entry of the ledger. */
export type Bought = {
  id: string
  key: JobKey
  kind: FetchKind
  window: Window
  /** The list's revision when the window was planned; null where that was not noted. */
  revision: number | null
  /** The fetch of many pages that it is one of. */
  runId: string | null
  quoted: number
  startedAt: Date
}

/** What is kept of an answer; its text is needed for nothing but what cannot be read. */
export type BoughtPage = Omit<ProviderPage, 'text'>

/**
 * An answer, when it came, the lease it is taken in under (the fetch's own unless given), and whether it waited on disk
 * beyond its fetch.
 */
export type Arrived = { page: BoughtPage; seenAt: Date; leaseId?: string; waited?: true }

type Incoming = { rows: IncomingRow[]; ids: string[] }

/** The entry of a window as an answer shows it. */
export const entryOfWindow = ({ id, kind, window: { offset, count }, quoted }: Bought) => ({
  id,
  kind,
  offset,
  count,
  quoted,
})

const rowsPerTurn = 25

/** The rows of an answer, each application once, and all its ids in its order. Lets other requests run in between. */
async function readRows(page: BoughtPage, reader: Reader, seenAt: Date): Promise<Incoming> {
  const asOf = toMonth(seenAt.toISOString())
  const seen: IncomingRow[] = []
  for (const { raw } of page.rows) {
    seen.push(incomingRow(raw, page.offset + seen.length, reader, asOf))
    if (seen.length % rowsPerTurn === 0) await breathe()
  }
  const rows = [
    ...new Map(seen.toReversed().map((row) => [row.person.applicationId, row])).values(),
  ].reverse()
  return { rows, ids: seen.map(({ person }) => person.applicationId) }
}

/** Where the earliest career of these rows begins, months since year 0. */
function findEarliest(rows: readonly IncomingRow[]): number | null {
  const starts = rows.flatMap(({ person }) => person.experiences.flatMap(({ start }) => start ?? []))
  return starts.length === 0
    ? null
    : starts.map(toMonthIndex).reduce((first, month) => Math.min(first, month))
}

/** What surprises about the price of an answer, or its length; null when nothing does. */
function findSurprise(
  { quoted }: Bought,
  { creditsConsumed, oddPrice, unreadRows }: BoughtPage,
): string | null {
  if (oddPrice !== null) return 'odd_price'
  if (creditsConsumed === null) return 'no_price'
  if (creditsConsumed > quoted) return 'more_charged'
  return unreadRows > 0 ? 'answer_cut' : null
}

/**
 * Whether the job is the one that an answer was bought for. Nobody deletes a job while it is being fetched: only an answer
 * that waited can find another one under its id. Both moments are the database's.
 */
const isSameJob = (row: jobs.JobRow, entry: ledger.FetchRow | null, { waited }: Arrived) =>
  !waited || entry === null || row.createdAt <= entry.startedAt

/** Saves the people of an answer and moves the list on. */
async function saveRows(
  tx: Db,
  row: jobs.JobRow,
  {
    bought,
    arrived,
    incoming,
    held,
    by,
  }: { bought: Bought; arrived: Arrived; incoming: Incoming; held: boolean; by: string },
): Promise<{ known: jobs.KnownList; finds: Finds }> {
  const { id: fetchId, key, window, revision } = bought
  const { page, seenAt } = arrived
  const { rows, ids } = incoming
  const before = jobs.toListState(row)
  // After another fetch took the list over, an answer moves it on only if nothing was learned of it since: what was paid
  // for need not be bought again. Otherwise it brings its people, and no word on where the list stands.
  const counts = (held || row.revision === revision) && continuesList(before, window)
  const part = counts ? window.part : 'late'
  const list = part === 'again' ? beginPass(before) : before
  const known = await candidates.sightings(tx, key, ids)
  const { offset, total, nextOffset, hasMore } = page
  const answered = { offset, asked: window.count, ids, total, nextOffset, hasMore }
  const moved = applyPage(list, part, answered, known)
  const next = row.revision + 1
  // Whoever turns up where the list had been read already has come since.
  const newcomers = window.part !== 'read' || list.read.no > 1
  const arrival = { seenAt, fetchId, pass: moved.seenIn, revision: next, newcomers }
  const saved = await candidates.saveCandidates(tx, key, { rows, ...arrival })
  const { goneBefore } = moved
  const gone =
    goneBefore === null ? 0 : await candidates.markGone(tx, key, { before: goneBefore, at: seenAt, fetchId })
  const after = { ...moved.list, gone: list.gone + gone - saved.back }
  await jobs.saveList(tx, key, {
    list: after,
    fetchedAt: seenAt,
    revision: next,
    careerFrom: findEarliest(rows),
  })
  const finds = { new: saved.added, changed: saved.changed, gone }
  const data: Omit<ListEvent, 'by'> = { stored: after.stored, revision: next, ...finds }
  await recordJobEvent(tx, key, { kind: 'list', data, by })
  return { known: { list: after, revision: next }, finds }
}

/**
 * Saves what was bought, moves the list on and settles the ledger, all or nothing. Doing it again changes nothing: the
 * ledger's row says that it was done.
 * @returns the answer of the fetch
 */
export async function savePage(context: Context, bought: Bought, arrived: Arrived): Promise<FetchResult> {
  const { id, key, runId } = bought
  const { page, seenAt } = arrived
  const { reader, terms } = context.provider
  const told = await readRows(page, reader, seenAt)
  return context.db.transaction(async (tx) => {
    const salt = await holdTombstones(tx, 'share')
    const entry = await ledger.lockFetch(tx, id)
    // The answer to an earlier commit was lost.
    if (entry?.state === 'settled') return answerAgain(tx, entry, terms)
    const held = await leases.lockLease(tx, { ...key, fetchId: arrived.leaseId ?? runId ?? id })
    const { rows, erased } = await withoutErased(tx, salt, key.account, told.rows)
    // Locks the job, so that the list is read and written by one fetch at a time.
    const found = await jobs.lockJob(tx, key)
    // A job that was deleted meanwhile does not come back with its people, nor do they where it was opened again since.
    const row = found && isSameJob(found, entry, arrived) ? found : null
    await deleteAbout(tx, key, erased)
    const { known, finds } = row
      ? await saveRows(tx, row, {
          bought,
          arrived,
          incoming: { rows, ids: told.ids },
          held,
          by: context.actor.id,
        })
      : { known: { list: newList, revision: 0 }, finds: nothing }
    const consumed = page.creditsConsumed
    const code = findSurprise(bought, page)
    const result: FetchResult = {
      fetch: { ...entryOfWindow(bought), state: 'settled', consumed, code },
      ...toCharge(consumed),
      list: toSummary(known, finds, terms),
    }
    const durationMs = seenAt.getTime() - bought.startedAt.getTime()
    const answer = toStored({ ok: true, result })
    await ledger.settleFetch(tx, id, { consumed, code, stated: page.oddPrice, answer, durationMs })
    return result
  })
}
