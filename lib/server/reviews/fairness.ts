import 'server-only'
import type { Fairness, FairnessCounts, FairnessGroup } from '@/lib/contracts/fairness'
import { fairnessKeys } from '@/lib/contracts/fairness'
import { binomialInterval } from '@/lib/domain/binomial-interval'
import { countFairness, type FairnessFacts } from '@/lib/server/candidates/store/fairness-counts'
import { findStatistics } from '@/lib/server/candidates/store/job-statistics'
import { getJob } from '@/lib/server/candidates/store/jobs'
import { countWithheld } from '@/lib/server/candidates/store/withheld'
import { withReader } from '@/lib/server/candidates/reader-key'
import { type Context, toJobKey } from '@/lib/server/auth/context'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'

const quarterMs = 900_000

/** The hour of the day of a quarter of an hour since 1970, `09`. */
function toHour(quarter: string, timeZone: string): string {
  const hour = new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', hourCycle: 'h23' })
  return hour.format(new Date(Number(quarter) * quarterMs)).padStart(2, '0')
}

function toShare({ shortlist, maybe, reject }: FairnessCounts) {
  const decided = shortlist + maybe + reject
  return decided === 0 ? null : { of: shortlist / decided, ...binomialInterval(shortlist, decided) }
}

const add = (a: FairnessCounts, b: FairnessCounts): FairnessCounts => ({
  ...{ people: a.people + b.people, shortlist: a.shortlist + b.shortlist },
  ...{ maybe: a.maybe + b.maybe, reject: a.reject + b.reject },
})

function toGroups({ values }: FairnessFacts, timeZone: string): FairnessGroup[] {
  return fairnessKeys.map((by) => {
    const rows = new Map<string, FairnessCounts>()
    for (const { by: of, value, ...counts } of values) {
      if (of !== by) continue
      const name = by === 'hour' ? toHour(value, timeZone) : value
      const known = rows.get(name)
      rows.set(name, known ? add(known, counts) : counts)
    }
    const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1))
    return { by, rows: sorted.map(([value, counts]) => ({ value, ...counts, shortlisted: toShare(counts) })) }
  })
}

/**
 * How the team's decisions about a job are spread, as counts. Of a job that was deleted, what was kept of it.
 * @throws AppError account_not_found, job_not_found
 */
export async function showFairness(context: Context, ref: JobRef): Promise<Fairness> {
  const key = toJobKey(context, ref)
  const row = await getJob(context.db, key)
  const isStored = row !== null && row.stored > 0
  const kept = isStored ? null : await findStatistics(context.db, key)
  if (row === null && kept === null) throw new AppError('job_not_found')
  const facts = kept?.facts ?? (await countFairness(context.db, key, context.actor.id))
  // Of a deleted job the day is not kept, and with it what the reader's hours would be.
  const timeZone = (kept ? null : context.actor.timeZone) ?? 'UTC'
  return {
    ...{ jobId: key.jobId, label: row?.label ?? null, at: context.now().toISOString(), timeZone },
    ...{
      all: facts.all,
      withheld: kept ? 0 : await countWithheld(context.db, withReader(context, key)),
      groups: toGroups(facts, timeZone),
      deletedAt: kept?.deletedAt.toISOString() ?? null,
    },
  }
}
