import { newList } from '@/lib/domain/list-drift'
import type pg from 'pg'
import { nameKey } from '@/lib/server/candidates/store/index-keys'
import type { Database } from '@/lib/server/db/open-database'
import { reader } from '@/lib/server/providers/recruiter-v2/adapter'
import { incomingRow } from '@/lib/server/candidates/incoming-row'
import { type IncomingRow, saveCandidates } from '@/lib/server/candidates/store/candidates'
import { saveList, touchJob } from '@/lib/server/candidates/store/jobs'
import { foldText } from '@/lib/domain/search'
import { toMonth } from '@/lib/domain/tenure'
import { buildPerson } from '@/lib/sandbox/people'

/** The default account of a server that runs on the sandbox. */
export const account = 'sandbox'
// The month in which the servers run: of another one they would read everybody with a current job again.
const asOf = toMonth(new Date().toISOString())
const seenAt = new Date('2026-04-02T10:00:00.000Z')
const batch = 1_000

export const jobs = { small: '4100000412', large: '4100010000', huge: '4100100000' } as const
const small = 412
const large = { whole: 10_000, quick: 2_000 }
const copies = 10

/** What the bench itself knows of an applicant, to tell right answers from wrong ones. */
export type Known = {
  id: string
  position: number
  rating: string | null
  months: number | null
  monthsMax: number | null
  name: Buffer | null
  text: string
  companies: string[]
  title: string | null
}

/** Ten thousand invented applicants as a fetch would store them; two thousand in a quick run. */
export function makePeople(quick: boolean): IncomingRow[] {
  return Array.from({ length: quick ? large.quick : large.whole }, (_, serial) => {
    return incomingRow(JSON.stringify(buildPerson(1, jobs.large, serial)), serial, reader, asOf)
  })
}

function knownOf({ person, position }: IncomingRow): Known {
  const experiences = person.experiences.flatMap(({ title, company, description }) => [
    title,
    company,
    description,
  ])
  const name = person.fullName ?? `${person.firstName ?? ''} ${person.lastName ?? ''}`
  const key = nameKey(name)
  return {
    id: person.applicationId,
    position,
    rating: person.rating,
    months: person.totalMonths,
    monthsMax: person.totalMonthsMax,
    name: key === null ? null : Buffer.from(key),
    text: [name, person.headline, person.location, ...experiences, person.topChoiceMessage]
      .map((part) => foldText(part ?? ''))
      .join('\n'),
    companies: person.experiences.map(({ company }) => foldText(company ?? '')),
    title: person.experiences[0]?.title ?? null,
  }
}

/** Who is in each list, in the provider's order. */
export function knownLists(people: IncomingRow[]): Record<string, Known[]> {
  const known = people.map(knownOf)
  const huge = Array.from({ length: copies }, (_, copy) =>
    known.map((each) => ({
      ...each,
      id: `${each.id}-${copy}`,
      position: each.position + copy * known.length,
    })),
  ).flat()
  return { [jobs.small]: known.slice(0, small), [jobs.large]: known, [jobs.huge]: huge }
}

// Each of the ten thousand ten times, under ids of their own: making a hundred thousand would take longer than all else.
const changed: Record<string, string> = {
  job_id: '$2',
  application_id: `application_id || '-' || copy`,
  position: 'position + copy * $4',
  person: `replace(person, '"applicationId":"' || application_id || '"', '"applicationId":"' || application_id || '-' || copy || '"')`,
}

async function multiply(pool: pg.Pool, count: number): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'candidate' and table_schema = 'public'`,
  )
  const names = rows.map(({ name }) => `"${name}"`)
  const values = rows.map(({ name }) => changed[name] ?? `"${name}"`)
  await pool.query(
    `insert into candidate (${names.join(', ')}) select ${values.join(', ')}
     from candidate, generate_series(0, $5::int - 1) as copy where account = $1 and job_id = $3`,
    [account, jobs.huge, jobs.large, count, copies],
  )
}

/** Fills an empty store with the three lists. Its indexes are made at the end, which takes a tenth of the time. */
export async function seed({ db, pool }: Database, people: IncomingRow[], withHuge: boolean): Promise<void> {
  const { rows: indexes } = await pool.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where tablename = 'candidate' and indexdef not like '%UNIQUE%'`,
  )
  for (const { name } of indexes) await pool.query(`drop index "${name}"`)
  const sizes = { [jobs.small]: small, [jobs.large]: people.length, [jobs.huge]: people.length * copies }
  for (const [jobId, count] of Object.entries(sizes)) {
    if (jobId === jobs.huge && !withHuge) continue
    const key = { account, jobId }
    await touchJob(db, key)
    if (jobId === jobs.huge) await multiply(pool, people.length)
    for (let from = 0; jobId !== jobs.huge && from < count; from += batch) {
      const rows = people.slice(from, Math.min(from + batch, count))
      await saveCandidates(db, key, {
        rows,
        seenAt,
        fetchId: `bench-${from}`,
        pass: 1,
        revision: 1,
        newcomers: false,
      })
    }
    const read = { ...newList.read, frontier: count, last: true, ended: true, seen: count }
    const list = { ...newList, total: count, stored: count, fetched: true, proven: true, read }
    await saveList(db, key, { list, fetchedAt: seenAt, revision: 1, careerFrom: 1990 * 12 })
  }
  for (const { made } of indexes) await pool.query(made)
  await pool.query('vacuum analyze')
}
