import 'server-only'
import { randomUUID } from 'node:crypto'
import { systemActor } from '@/lib/server/platform/actor'
import { AppError } from '@/lib/server/platform/app-error'
import * as ledger from '@/lib/server/purchases/store/ledger'
import { noCharge } from './charge'
import type { BaseContext, Context, JobKey } from '@/lib/server/auth/context'
import { acquireListLease } from './list-lease'
import { readSpooled } from './spooled-answer'
import { savePage } from './save-page'

type Waiting = NonNullable<ReturnType<typeof readSpooled>>

/** Answers on disk that the store does not have yet, oldest first; room that was taken for calls never answered goes. */
async function waitingAnswers({ db, spool }: Pick<Context, 'db' | 'spool'>): Promise<Waiting[]> {
  const waiting: Waiting[] = []
  for (const id of await spool.list()) {
    const text = await spool.read(id)
    const answer = text === null ? null : readSpooled(text)
    if (answer) waiting.push(answer)
    // Another server may share the folder: while its call is under way, its room stays.
    else if ((await ledger.getFetch(db, id))?.state !== 'reserved') await removeEmpty({ spool }, id, text)
  }
  return waiting.sort((a, b) => a.arrived.seenAt.getTime() - b.arrived.seenAt.getTime())
}

// Room that was never written to holds zeros alone. Anything else that cannot be read stays for whoever runs the server.
async function removeEmpty(
  { spool }: Pick<Context, 'spool'>,
  id: string,
  text: string | null,
): Promise<void> {
  if (text !== null && /^\0*$/.test(text)) await spool.remove(id)
}

async function saveSpooled(context: Context, { bought, arrived }: Waiting, leaseId: string): Promise<void> {
  // A spool that was copied to another store's server is not that store's.
  if (!(await ledger.getFetch(context.db, bought.id))) return
  await savePage(context, bought, { ...arrived, leaseId, waited: true })
  await context.spool.remove(bought.id)
  context.log.info({ fetchId: bought.id, rows: arrived.page.rows.length }, 'kept answer taken in')
}

/**
 * Takes in what this server holds of a list, by who holds the list's lease, so that nothing is bought a second time.
 * @throws AppError not_saved when that is not possible now
 */
export async function saveSpooledOfList(context: Context, key: JobKey, leaseId: string): Promise<void> {
  try {
    for (const answer of await waitingAnswers(context)) {
      const { account, jobId } = answer.bought.key
      if (account === key.account && jobId === key.jobId) await saveSpooled(context, answer, leaseId)
    }
  } catch (cause) {
    throw new AppError('not_saved', noCharge, { cause })
  }
}

/**
 * Takes in every answer that waits on this server's disk, at start and now and then. A list that is being fetched is left
 * to its fetch, and an answer that cannot be taken in stays for the next time.
 */
export async function saveAllSpooled(base: BaseContext): Promise<void> {
  const context: Context = { ...base, actor: systemActor }
  for (const answer of await waitingAnswers(context)) {
    const leaseId = randomUUID()
    const lease = await acquireListLease(context, answer.bought.key, leaseId)
    if (!lease.ok) continue
    try {
      await saveSpooled(context, answer, leaseId)
    } catch (error) {
      context.log.error({ err: error, fetchId: answer.bought.id }, 'answer not taken in')
    } finally {
      await lease.release()
    }
  }
}

/**
 * Takes in what waits before somebody is looked for or erased, and after a job was deleted, whose answers are then
 * dropped. What cannot be taken in now does not keep these from happening: whatever is taken in later, erased people and
 * deleted jobs do not come back with it.
 */
export async function trySaveAllSpooled(base: BaseContext): Promise<void> {
  await saveAllSpooled(base).catch((error: unknown) =>
    base.log.warn({ err: error }, 'kept answers not taken in'),
  )
}
