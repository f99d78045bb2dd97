import 'server-only'
import { and, asc, desc, eq, isNull, or } from 'drizzle-orm'
import * as z from 'zod'
import { type FairnessCounts, fairnessKeys } from '@/lib/contracts/fairness'
import type { PrivacyFacts } from '@/lib/contracts/privacy'
import type { Db } from '@/lib/server/db/open-database'
import { job, jobStatistic } from '@/lib/server/db/schema'
import { countFairness, type FairnessFacts } from './fairness-counts'
import type { JobKey } from './jobs'

/** Of fewer people nothing is kept: rounded counts of a handful would still tell of single ones. */
const minPeople = 20
const step = 5
const rounded = (count: number) => Math.round(count / step) * step

const counts = z.object({ people: z.int(), shortlist: z.int(), maybe: z.int(), reject: z.int() })
const stored = z.object({
  all: counts,
  values: z.array(counts.extend({ by: z.enum(fairnessKeys), value: z.string() })),
})

const dayParts = 96

/** Counts that lead to nobody: rounded to fives, and without the day on which anybody was decided about. */
export function anonymise({ all, values }: FairnessFacts): FairnessFacts {
  const round = ({ people, shortlist, maybe, reject }: FairnessCounts) => ({
    ...{ people: rounded(people), shortlist: rounded(shortlist) },
    ...{ maybe: rounded(maybe), reject: rounded(reject) },
  })
  const merged = new Map<string, FairnessFacts['values'][number]>()
  for (const each of values) {
    const value =
      each.by === 'hour' ? String(Math.floor((Number(each.value) % dayParts) / 4) * 4) : each.value
    const name = `${each.by} ${value}`
    const known = merged.get(name)
    const sum = (key: 'people' | 'shortlist' | 'maybe' | 'reject') => each[key] + (known?.[key] ?? 0)
    merged.set(name, {
      ...{ by: each.by, value, people: sum('people'), shortlist: sum('shortlist') },
      ...{ maybe: sum('maybe'), reject: sum('reject') },
    })
  }
  const kept = [...merged.values()].map((each) => ({ by: each.by, value: each.value, ...round(each) }))
  return { all: round(all), values: kept.filter(({ people }) => people > 0) }
}

/** Keeps the counts of a job that is about to be deleted, in its transaction. A job nobody decided about leaves nothing. */
export async function keepStatistics(tx: Db, key: JobKey): Promise<void> {
  const facts = await countFairness(tx, key, null)
  const { people, shortlist, maybe, reject } = facts.all
  if (people < minPeople || shortlist + maybe + reject === 0) return
  const { account, jobId } = key
  await tx.insert(jobStatistic).values({ account, jobId, facts: JSON.stringify(anonymise(facts)) })
}

/** What was kept of a job when it was deleted last; null for nothing. */
export async function findStatistics(
  db: Db,
  { account, jobId }: JobKey,
): Promise<{ facts: FairnessFacts; deletedAt: Date } | null> {
  const [row] = await db
    .select()
    .from(jobStatistic)
    .where(and(eq(jobStatistic.account, account), eq(jobStatistic.jobId, jobId)))
    .orderBy(desc(jobStatistic.id))
    .limit(1)
  return row ? { facts: stored.parse(JSON.parse(row.facts)), deletedAt: row.deletedAt } : null
}

/** Deleted jobs of which counts were kept and nobody has been loaded since, the latest first. */
export async function listStatistics(db: Db, limit: number): Promise<PrivacyFacts['counted']> {
  const { account, jobId, facts, deletedAt, id } = jobStatistic
  const last = db
    .selectDistinctOn([account, jobId], { account, jobId, facts, deletedAt, id })
    .from(jobStatistic)
    .leftJoin(job, and(eq(job.account, account), eq(job.jobId, jobId)))
    .where(or(isNull(job.stored), eq(job.stored, 0)))
    .orderBy(asc(account), asc(jobId), desc(id))
    .as('last')
  const rows = await db.select().from(last).orderBy(desc(last.id)).limit(limit)
  return rows.map((row) => {
    const { all } = stored.parse(JSON.parse(row.facts))
    return {
      ...{ account: row.account, jobId: row.jobId, deletedAt: row.deletedAt.toISOString() },
      ...{ people: all.people, decided: all.shortlist + all.maybe + all.reject },
    }
  })
}
