import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Retention } from '@/lib/contracts/job'
import type { PrivacyFacts } from '@/lib/contracts/privacy'
import { systemActor } from '@/lib/server/platform/actor'
import { getRetentionPreset } from '@/lib/domain/retention-presets'
import type { Db } from '@/lib/server/db/open-database'
import * as deletion from '@/lib/server/privacy/store/delete-job'
import { listStatistics } from '@/lib/server/candidates/store/job-statistics'
import type { JobRow } from '@/lib/server/candidates/store/jobs'
import * as leases from '@/lib/server/purchases/store/leases'
import { setSharedValue, sharedValue } from '@/lib/server/candidates/store/shared-values'
import { trySaveAllSpooled } from '@/lib/server/purchases/save-spooled'
import { audit } from '@/lib/server/audit/audit'
import type { BaseContext, Context } from '@/lib/server/auth/context'
import { clockDoubt, databaseNow, noticeMs } from './retention-clock'

const dayMs = 86_400_000

type Clock = Pick<Context, 'now' | 'retentionDays' | 'retentionFrom'>

type Dated = Pick<JobRow, 'lastUsedAt' | 'retentionPreset' | 'retentionFrom'>

function purgeTime({ retentionDays, retentionFrom }: Clock, row: Dated): Date {
  const days = getRetentionPreset(row.retentionPreset)?.days ?? retentionDays
  const from = Math.max(retentionFrom.getTime(), row.retentionFrom?.getTime() ?? 0)
  return new Date(Math.max(row.lastUsedAt.getTime() + days * dayMs, from))
}

/**
 * When a change of a job's rule takes effect: at once, or after a week's notice where the job would be deleted sooner by
 * it than before.
 */
export function effectiveFrom(clock: Clock, before: Dated, preset: string | null): Date | null {
  const after = { ...before, retentionPreset: preset }
  const isSooner = purgeTime(clock, after).getTime() < purgeTime(clock, before).getTime()
  return isSooner ? new Date(clock.now().getTime() + noticeMs) : before.retentionFrom
}

/** Until when a job is kept if nobody uses it. */
export function getRetention(clock: Clock, row: JobRow): Retention {
  const { keepReason, keptBy, keptAt, lastUsedAt, retentionPreset: preset } = row
  if (keepReason !== null) {
    const kept = { reason: keepReason, by: keptBy ?? '', at: (keptAt ?? lastUsedAt).toISOString() }
    return { purgeAt: null, soon: false, movedFrom: null, preset, kept }
  }
  const at = purgeTime(clock, row)
  const soon = at.getTime() - clock.now().getTime() <= noticeMs
  return { purgeAt: at.toISOString(), soon, movedFrom: null, preset, kept: null }
}

const noticed = z.object({ days: z.int(), from: z.iso.datetime() })
const name = 'retention'

/**
 * Since when the present RETENTION_DAYS holds, and so the earliest moment at which a job is deleted for being unused: a
 * store that was used before, and one whose time was made shorter, announces for a week first.
 * @param now of the database
 */
export async function retentionStart(db: Db, days: number, now: Date): Promise<Date> {
  const text = await sharedValue(db, name)
  const known = text === null ? null : noticed.parse(JSON.parse(text))
  if (known && days === known.days) return new Date(known.from)
  const used = known !== null || (await deletion.wasUsed(db))
  const shorter = known === null ? used : days < known.days
  const from = shorter ? new Date(now.getTime() + noticeMs) : new Date(known?.from ?? 0)
  await setSharedValue(db, name, JSON.stringify({ days, from: from.toISOString() }))
  return from
}

const settlingMs = 60 * 60_000

/**
 * The earliest moment at which a server that has just started deletes a job for being unused: an hour later, so that
 * somebody can stop a server that was started with wrong settings or a wrong clock.
 * @param startedAt by the database's clock
 */
export const firstPurge = (startedAt: Date): Date => new Date(startedAt.getTime() + settlingMs)

// A lease that is no list's: no account has an empty label.
const task = { account: '', jobId: 'purge' }
const ttlMs = 10 * 60_000

/**
 * Deletes the jobs that nobody used for the time that is set, and that nobody keeps: each whole or not at all, and each
 * with an entry in the audit log. Of several instances one does it at a time.
 * @param stop ends it before the next batch of rows; what was begun is as it was
 * @returns how many jobs went
 */
export async function purgeUnused(base: BaseContext, stop: AbortSignal): Promise<number> {
  // The database's, like the time of a job's last use: a server's own clock may be ahead of it.
  const now = await databaseNow(base.db)
  if (now < base.retentionFrom) return 0
  const due = { at: now, days: base.retentionDays }
  const lease = { ...task, holder: base.instance, fetchId: randomUUID(), ttlMs }
  if (!(await leases.acquireLease(base.db, lease)).ok) return 0
  try {
    let purged = 0
    const jobs = await deletion.unusedJobs(base.db, 1_000, due, 'over')
    for (const { account, jobId } of jobs) {
      if (stop.aborted || !(await leases.renewLease(base.db, lease))) break
      purged += await base.db.transaction(async (tx) => {
        // Asked again under its lock: somebody may have opened it since.
        const gone = await deletion.deleteJob(tx, { account, jobId }, { only: due, stop })
        if (!gone) return 0
        const detail = { account, ...gone }
        await audit({ db: tx, actor: systemActor }, 'job.purged', { subject: jobId, detail })
        return 1
      })
    }
    // Drops what waited on disk for them.
    if (purged > 0) await trySaveAllSpooled(base)
    return purged
  } catch (error) {
    if (stop.aborted) return 0
    throw error
  } finally {
    await leases.releaseLease(base.db, lease)
  }
}

/** What is stored of people, for how long, and what goes next. */
export async function privacyFacts(context: Context): Promise<PrivacyFacts> {
  const [stored, due, kept, counted] = await Promise.all([
    deletion.countStored(context.db),
    deletion.unusedJobs(context.db, 10, { at: context.now(), days: context.retentionDays }, 'any'),
    deletion.keptJobs(context.db),
    listStatistics(context.db, 100),
  ])
  const facts = ({ jobId, account, label, stored: rows }: JobRow) => ({
    jobId,
    account,
    label,
    stored: rows,
  })
  return {
    retentionDays: context.retentionDays,
    clockDoubt: await clockDoubt(context.db, await databaseNow(context.db)),
    stored,
    due: due.map((row) => ({
      ...facts(row),
      lastUsedAt: row.lastUsedAt.toISOString(),
      purgeAt: purgeTime(context, row).toISOString(),
      preset: row.retentionPreset,
    })),
    kept: kept.map((row) => ({
      ...facts(row),
      reason: row.keepReason ?? '',
      by: row.keptBy ?? '',
      at: (row.keptAt ?? row.lastUsedAt).toISOString(),
    })),
    counted,
  }
}
