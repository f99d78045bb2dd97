import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import type { FetchResult, RunningFetch } from '@/lib/contracts/fetch'
import { AppError } from '@/lib/server/app-error'
import * as leases from '@/lib/server/store/leases'
import * as ledger from '@/lib/server/store/ledger'
import * as runs from '@/lib/server/store/runs'
import type { JobRef } from '@/lib/url/paths'
import type { OnProgress } from './buy-many'
import { type Context, type JobKey, jobKeyOf } from './context'
import { answerAgain, answerOf, type KeptAnswer } from './fetch-answer'

const pollMs = 150

/** The answer of a fetch that ended; null while it is under way, and for one that is not known, or left no answer and no doubt. */
export async function endedAnswer(context: Context, fetchId: string): Promise<FetchResult | null> {
  const row = await ledger.getFetch(context.db, fetchId)
  if (row) return row.state === 'reserved' ? null : answerAgain(row)
  const run = await runs.getRun(context.db, fetchId)
  if (run?.state !== 'ended') return null
  if (run.answer !== null) return answerOf(run.answer as KeptAnswer)
  // Its process was killed. Between two pages nothing is in doubt: whoever wants the rest goes on from there.
  const { spent, lost } = await runs.chargeOfRun(context.db, fetchId)
  if (lost) throw new AppError('possibly_charged', { spent, lastCall: 'unknown' })
  return null
}

/**
 * Waits for a fetch under way elsewhere, and tells how far it has come.
 * @returns null when its holder went away and left nothing in doubt
 */
export async function followFetch(
  context: Context,
  key: JobKey,
  fetchId: string,
  { signal, onProgress }: { signal?: AbortSignal | undefined; onProgress: OnProgress },
): Promise<FetchResult | null> {
  let told = ''
  for (;;) {
    const lease = await leases.leaseOf(context.db, key)
    // Read after the lease: a fetch ends before its lease is given up.
    const answer = await endedAnswer(context, fetchId)
    if (answer) return answer
    if (!lease?.live || lease.fetchId !== fetchId) {
      await ledger.expireReservations(context.db)
      return endedAnswer(context, fetchId)
    }
    const run = await runs.getRun(context.db, fetchId)
    const progress = JSON.stringify(run?.progress)
    if (run && progress !== told) onProgress(run.progress)
    told = progress
    await pause(pollMs, undefined, { signal })
  }
}

/**
 * The `complete` or `refresh` that is under way on any instance, for whoever looks at the list. Free.
 * @throws AppError account_not_found
 */
export async function runningFetch(context: Context, ref: JobRef): Promise<RunningFetch> {
  return { running: await runs.runningOf(context.db, jobKeyOf(context, ref)) }
}
