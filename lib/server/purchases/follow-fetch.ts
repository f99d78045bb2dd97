import 'server-only'
import type { FetchProgress, FetchResult, RunningFetch } from '@/lib/contracts/fetch'
import { AppError } from '@/lib/server/platform/app-error'
import * as ledger from '@/lib/server/purchases/store/ledger'
import * as runs from '@/lib/server/purchases/store/runs'
import type { JobRef } from '@/lib/url/paths'
import type { OnProgress } from './buy-many'
import { type Context, type JobKey, toJobKey } from '@/lib/server/auth/context'
import { answerAgain, listNow } from './fetch-answer'
import { answerStored } from './stored-answer'
import { createSharedPoll } from './shared-poll'

/** The answer of a fetch that ended; null while it is under way, and for one that is not known, or left no answer and no doubt. */
export async function endedAnswer(context: Context, fetchId: string): Promise<FetchResult | null> {
  const row = await ledger.getFetch(context.db, fetchId)
  const { terms } = context.provider
  if (row) return row.state === 'reserved' ? null : answerAgain(context.db, row, terms)
  const run = await runs.getRun(context.db, fetchId)
  if (run?.state !== 'ended') return null
  const chargeNow = () => runs.chargeOfRun(context.db, fetchId)
  if (run.answer !== null) {
    const charge = async () => {
      const { spent, doubtful } = await chargeNow()
      return { spent, lastCall: doubtful ? 'unknown' : spent > 0 ? 'charged' : 'free' } as const
    }
    return answerStored(run.answer, { charge, list: () => listNow(context.db, run), terms })
  }
  // Its process was killed. Between two pages nothing is in doubt: whoever wants the rest goes on from there.
  const { spent, lost } = await chargeNow()
  if (lost) throw new AppError('possibly_charged', { spent, lastCall: 'unknown' })
  return null
}

type Poll = ReturnType<typeof createSharedPoll<FetchResult | null, FetchProgress>>
// One for each store: a process has one, tests have several.
const polls = new WeakMap<Context['db'], Poll>()

function getPoll({ db }: Context): Poll {
  const poll = polls.get(db) ?? createSharedPoll()
  polls.set(db, poll)
  return poll
}

/** One query where the fetch is still under way. */
async function lookAt(context: Context, key: JobKey, fetchId: string) {
  const { db } = context
  const holder = await runs.findHolder(db, key)
  const holds = holder !== null && holder.live && holder.fetchId === fetchId
  if (holds && !holder.ended) return { progress: holder.progress }
  // Read after the lease: a fetch ends before its lease is given up.
  const answer = await endedAnswer(context, fetchId)
  if (answer) return { answer }
  // It holds its list and goes on with what an interrupted one bought.
  if (holds) return { progress: holder.progress }
  await ledger.expireReservations(db)
  return { answer: await endedAnswer(context, fetchId) }
}

/**
 * Waits for a fetch under way elsewhere, and tells how far it has come. All callers of a process share one poll.
 * @returns null when its holder went away and left nothing in doubt
 */
export const followFetch = (
  context: Context,
  key: JobKey,
  fetchId: string,
  waiting: { signal?: AbortSignal | undefined; onProgress: OnProgress },
): Promise<FetchResult | null> => {
  const id = JSON.stringify([key.account, key.jobId, fetchId])
  return getPoll(context)(id, () => lookAt(context, key, fetchId), waiting)
}

/**
 * The `complete` or `refresh` that is under way on any instance, for whoever looks at the list. Free.
 * @throws AppError account_not_found
 */
export async function runningFetch(context: Context, ref: JobRef): Promise<RunningFetch> {
  return { running: await runs.findRunning(context.db, toJobKey(context, ref)) }
}
