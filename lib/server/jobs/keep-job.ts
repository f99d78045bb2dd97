import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Job, JobDeleted, JobKeep, JobRetention } from '@/lib/contracts/job'
import { cleanLine } from '@/lib/domain/clean-text'
import { getRetentionPreset, retentionPresetKeys } from '@/lib/domain/retention-presets'
import { assertMay } from '@/lib/server/platform/actor'
import { AppError } from '@/lib/server/platform/app-error'
import * as deletion from '@/lib/server/privacy/store/delete-job'
import * as jobs from '@/lib/server/candidates/store/jobs'
import type { JobRef } from '@/lib/url/paths'
import { audit } from '@/lib/server/audit/audit'
import { type Context, type JobKey, toJobKey } from '@/lib/server/auth/context'
import { effectiveFrom } from '@/lib/server/privacy/retention'
import { showJob } from './jobs'
import { acquireListLease } from '@/lib/server/purchases/list-lease'
import { trySaveAllSpooled } from '@/lib/server/purchases/save-spooled'

/** Keeps a job beyond the time that unused ones are. @throws AppError account_not_found, invalid_body, job_not_found */
export async function keepJob(context: Context, ref: JobRef, { reason: text }: JobKeep): Promise<Job> {
  const key = toJobKey(context, ref)
  const reason = cleanLine(text)
  if (!reason) throw new AppError('invalid_body', { reason: 'reason: give a reason that can be read.' })
  await context.db.transaction(async (tx) => {
    const keep = { reason, by: context.actor.name, at: context.now() }
    if (!(await jobs.setKeep(tx, key, keep))) throw new AppError('job_not_found')
    await audit({ ...context, db: tx }, 'job.kept', { subject: key.jobId, detail: { account: key.account } })
  })
  return showJob(context, ref)
}

/** Keeps it no longer than others. @throws AppError account_not_found, job_not_found */
export async function stopKeepingJob(context: Context, ref: JobRef): Promise<Job> {
  const key = toJobKey(context, ref)
  await context.db.transaction(async (tx) => {
    if (!(await jobs.setKeep(tx, key, null))) throw new AppError('job_not_found')
    await audit({ ...context, db: tx }, 'job.no_longer_kept', {
      subject: key.jobId,
      detail: { account: key.account },
    })
  })
  return showJob(context, ref)
}

/**
 * Sets by which rule a job is deleted once nobody uses it. A time that would be over sooner than before is announced for a
 * week first.
 * @throws AppError account_not_found, invalid_body for a rule that is not declared, job_not_found
 */
export async function setJobRetention(context: Context, ref: JobRef, { preset }: JobRetention): Promise<Job> {
  const key = toJobKey(context, ref)
  if (preset !== null && getRetentionPreset(preset) === null) {
    throw new AppError('invalid_body', {
      reason: `preset: one of ${retentionPresetKeys.join(', ')}, or null.`,
    })
  }
  await context.db.transaction(async (tx) => {
    const row = await jobs.getJob(tx, key)
    if (!row) throw new AppError('job_not_found')
    await jobs.setRetention(tx, key, { preset, from: effectiveFrom(context, row, preset) })
    await audit({ ...context, db: tx }, 'job.retention_set', {
      subject: key.jobId,
      detail: { account: key.account, from: row.retentionPreset, to: preset },
    })
  })
  return showJob(context, ref)
}

/** @throws AppError job_not_found, fetch_in_progress */
async function deleteStored(context: Context, key: JobKey, only: 'empty' | null): Promise<JobDeleted> {
  // A fetch under way would bring half of it back.
  const lease = await acquireListLease(context, key, randomUUID())
  if (!lease.ok) throw new AppError('fetch_in_progress')
  try {
    return await context.db.transaction(async (tx) => {
      // Not stopped half-way by the end of the process, which waits for answers under way.
      const gone = await deletion.deleteJob(tx, key, { only, stop: new AbortController().signal })
      if (!gone) throw new AppError('job_not_found')
      await audit({ ...context, db: tx }, 'job.deleted', {
        subject: key.jobId,
        detail: { account: key.account, ...gone },
      })
      return gone
    })
  } finally {
    await lease.release()
  }
}

/**
 * Deletes a job and everyone in it, at once, also those of answers that wait on this server's disk. Whoever may not do that
 * may still take a job off the list of which nobody is stored.
 * @throws AppError account_not_found, job_not_found, forbidden, fetch_in_progress
 */
export async function deleteJob(context: Context, ref: JobRef): Promise<JobDeleted> {
  const key = toJobKey(context, ref)
  // People who were paid for and wait on disk count as stored.
  await trySaveAllSpooled(context)
  const row = await jobs.getJob(context.db, key)
  if (!row) throw new AppError('job_not_found')
  if (row.stored > 0) assertMay(context.actor, 'privacy')
  const gone = await deleteStored(context, key, row.stored > 0 ? null : 'empty')
  // What could not be taken in before is dropped now that there is no such job.
  await trySaveAllSpooled(context)
  return gone
}
