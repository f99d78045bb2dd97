import 'server-only'
import { inOneStep } from '@/lib/server/audit/audit'
import type { Context } from '@/lib/server/auth/context'
import { toJobKey } from '@/lib/server/auth/context'
import { touchMarks } from '@/lib/server/candidates/store/job-events'
import type { PersonKey } from '@/lib/server/db/about-application'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { findPersonState } from './store/people'

/** @throws AppError account_not_found */
export const toPersonKey = (context: Context, ref: JobRef, applicationId: string): PersonKey => ({
  ...toJobKey(context, ref),
  applicationId,
})

/** @throws AppError candidate_not_found, candidate_erased */
export async function assertStored({ db }: Context, key: PersonKey): Promise<void> {
  const state = await findPersonState(db, key)
  if (state === 'missing') throw new AppError('candidate_not_found')
  if (state === 'erased') throw new AppError('candidate_erased')
}

/**
 * Begins to write something about somebody, in a transaction: takes the job's row, which keeps them from being erased
 * meanwhile, and says that their marks change.
 * @param what which of them
 * @throws AppError candidate_not_found, candidate_erased
 */
export async function beginWriting(within: Context, key: PersonKey, what: string): Promise<void> {
  const { applicationId, ...job } = key
  const change = { what, applicationIds: [applicationId], by: within.actor.id }
  if (!(await touchMarks(within.db, job, change))) throw new AppError('candidate_not_found')
  await assertStored(within, key)
}

/** Who says something, and when: columns of `saidBy()`. */
export const stamp = ({ actor, now }: Context) => ({ by: actor.id, byName: actor.name, at: now() })

/**
 * A service that writes something about one applicant, in a transaction that has begun to.
 * @param what which of their marks change
 * @throws AppError account_not_found, candidate_not_found, candidate_erased, and what `work` throws
 */
export const writing =
  <Body, Answer>(what: string, work: (within: Context, key: PersonKey, body: Body) => Promise<Answer>) =>
  (context: Context, ref: JobRef, applicationId: string, body: Body): Promise<Answer> => {
    const key = toPersonKey(context, ref, applicationId)
    return inOneStep(context, async (within) => {
      await beginWriting(within, key, what)
      return work(within, key, body)
    })
  }
