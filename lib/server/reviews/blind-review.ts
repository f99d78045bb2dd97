import 'server-only'
import type { BlindAnswer, BlindRequest } from '@/lib/contracts/blind'
import type { BlindScope } from '@/lib/contracts/blind-words'
import type { Done } from '@/lib/contracts/people'
import { audit, inOneStep } from '@/lib/server/audit/audit'
import { type Context, toJobKey } from '@/lib/server/auth/context'
import { touchMarks } from '@/lib/server/candidates/store/job-events'
import { lockJob } from '@/lib/server/candidates/store/jobs'
import { assertMay } from '@/lib/server/platform/actor'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { beginWriting, toPersonKey } from './person'
import * as store from './store/blind-reviews'
import { readBlind } from './blind-reader'

const readerOf = ({ actor }: Context, scope: BlindScope) => (scope === 'job' ? store.everyReader : actor.id)

/** For everyone: those who decide. For oneself: anybody. @throws AppError forbidden */
function assertScope({ actor }: Context, scope: BlindScope): void {
  assertMay(actor, scope === 'job' ? 'decide' : 'own')
}

/** The blind review of a job that the reader is in, if any. @throws AppError account_not_found */
export async function showBlindReview(context: Context, ref: JobRef): Promise<BlindAnswer> {
  const key = toJobKey(context, ref)
  const isOfJob = ({ account, jobId }: store.ReviewRow) => account === key.account && jobId === key.jobId
  const all = (await store.reviewsOf(context.db, context.actor.id)).filter(isOfJob)
  const row = all.find(({ reader }) => reader === store.everyReader) ?? all[0]
  if (!row) return { review: null }
  const reader = await readBlind(context)
  return {
    review: {
      scope: row.reader === store.everyReader ? 'job' : 'me',
      until: row.until,
      graduationYears: row.hidesYears ? 'hidden' : 'shown',
      startedAt: row.startedAt.toISOString(),
      startedBy: { id: row.startedBy, name: row.startedByName },
      revealed: await store.countReveals(context.db, key, context.actor.id),
      veiled: reader ? await store.countVeiled(reader.db, key) : 0,
    },
  }
}

/**
 * Begins a blind review of a job, or changes the one there is, and takes the names out of everyone stored.
 * @throws AppError account_not_found, job_not_found, forbidden
 */
export async function startBlindReview(
  context: Context,
  ref: JobRef,
  { scope, until, graduationYears }: BlindRequest,
): Promise<BlindAnswer> {
  assertScope(context, scope)
  const key = toJobKey(context, ref)
  const { actor, now } = context
  await inOneStep(context, async (within) => {
    if (!(await lockJob(within.db, key))) throw new AppError('job_not_found')
    await store.saveReview(within.db, {
      ...{ ...key, reader: readerOf(context, scope), until, hidesYears: graduationYears === 'hidden' },
      ...{ readyFor: null, startedAt: now(), startedBy: actor.id, startedByName: actor.name },
    })
    await touchMarks(within.db, key, { what: 'blind', applicationIds: null, by: actor.id })
    const detail = { account: key.account, scope, until, graduationYears }
    await audit(within, 'blind.started', { subject: key.jobId, detail })
  })
  await readBlind(context)
  return showBlindReview(context, ref)
}

/** Ends a blind review: names are shown again. @throws AppError account_not_found, job_not_found, forbidden */
export async function endBlindReview(context: Context, ref: JobRef, scope: BlindScope): Promise<BlindAnswer> {
  assertScope(context, scope)
  const key = toJobKey(context, ref)
  await inOneStep(context, async (within) => {
    if (!(await lockJob(within.db, key))) throw new AppError('job_not_found')
    if (!(await store.deleteReview(within.db, key, readerOf(context, scope)))) return
    await store.forgetRedacted(within.db, key)
    await touchMarks(within.db, key, { what: 'blind', applicationIds: null, by: context.actor.id })
    await audit(within, 'blind.ended', { subject: key.jobId, detail: { account: key.account, scope } })
  })
  return showBlindReview(context, ref)
}

/**
 * Shows the reader who somebody is. It is in the audit log by the time that they see the name.
 * @throws AppError account_not_found, candidate_not_found, candidate_erased
 */
export async function revealCandidate(context: Context, ref: JobRef, applicationId: string): Promise<Done> {
  const key = toPersonKey(context, ref, applicationId)
  const reader = await readBlind(context)
  if (!reader || !(await store.isVeiled(reader.db, key))) return { done: true }
  await inOneStep(context, async (within) => {
    await beginWriting(within, key, 'blind')
    if (!(await store.addReveal(within.db, key, context.actor, context.now()))) return
    // Which person is said by the reveal itself, which goes with them.
    await audit(within, 'blind.revealed', { subject: key.jobId, detail: { account: key.account } })
  })
  return { done: true }
}
