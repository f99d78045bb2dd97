import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findStoredPeople, listApplications } from '@/lib/server/candidates/store/stored-people'
import { type Database, openDatabase } from '@/lib/server/db/open-database'
import { readEnv } from '@/lib/server/platform/env'
import { createLog } from '@/lib/server/platform/log'
import { startCluster } from '../integration/postgres-cluster'
import { correct, median, percentile } from './numbers'
import { atMost, type Line, ms, type Options, type Section } from './report'
import { account, makePeople, seed } from './seed'

const perJob = 10_000
/** Common and rare words, one that is left out, a phrase, a prefix, a place, a word that nobody has, and everyone. */
const searches = [
  ...['', 'manager', 'kubernetes OR terraform', '"key account manager"', 'postgres -manager', 'kuber*'],
  ...['lisbon data', 'zeppelin', 'engineer paris', 'growth marketing'],
]

/** Copies the large list into further jobs: each person stands in two of them. Indexes are made at the end. */
async function multiply({ pool }: Database, rows: number): Promise<void> {
  const { rows: columns } = await pool.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'candidate' and table_schema = 'public'`,
  )
  const changed: Record<string, string> = {
    job_id: `'42' || lpad(copy::text, 8, '0')`,
    raw: `'{}'`,
    public_identifier: `public_identifier || '-' || copy / 2`,
    first_seen_ms: 'first_seen_ms + copy * 60000 + position',
  }
  const names = columns.map(({ name }) => `"${name}"`)
  const values = columns.map(({ name }) => changed[name] ?? `"${name}"`)
  const copies = Math.round(rows / perJob)
  await pool.query(
    `insert into job (account, job_id, total, stored) select $1, '42' || lpad(copy::text, 8, '0'), $2, $2
     from generate_series(1, $3::int) as copy`,
    [account, perJob, copies],
  )
  for (let from = 1; from <= copies; from += 10) {
    await pool.query(
      `insert into candidate (${names.join(', ')}) select ${values.join(', ')}
       from candidate, generate_series($2::int, least($2::int + 9, $3::int)) as copy
       where account = $1 and job_id = '4100010000'`,
      [account, from, copies],
    )
  }
}

// Of the others a search for people reads none, and a million rows fill each of them for minutes.
const needed = ['candidate_search', 'candidate_place', 'candidate_person', 'candidate_recent']

async function fill(database: Database, { quick, say }: Options): Promise<number> {
  await seed(database, makePeople(quick), false)
  if (quick) return 2_412
  const { pool } = database
  const { rows: indexes } = await pool.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where tablename = 'candidate' and indexdef not like '%UNIQUE%'`,
  )
  for (const { name } of indexes) await pool.query(`drop index "${name}"`)
  const rows = Number(process.env.BENCH_STORED_ROWS ?? 1_000_000)
  say(`copying applicants, ${rows.toLocaleString('en')} rows`)
  await multiply(database, rows)
  for (const { name, made } of indexes.filter((each) => needed.includes(each.name))) {
    say(`indexing, ${name}`)
    await pool.query("set maintenance_work_mem = '1GB'")
    await pool.query(made)
  }
  say('analysing')
  await pool.query('vacuum analyze')
  return rows + perJob
}

/** Searching everyone stored, first and second page, through the store's own functions. */
export async function storedPeople(options: Options): Promise<Section> {
  const { quick, say } = options
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-bench-'))
  const cluster = await startCluster()
  const lines: Line[] = []
  try {
    const log = createLog(readEnv({ LOG_LEVEL: 'silent' }))
    const database = await openDatabase({ databaseUrl: cluster.url, dataDir: folder, log, timeoutMs: null })
    try {
      const rows = await fill(database, options)
      say('searching everyone stored')
      const measured: { q: string; samples: number[] }[] = []
      for (const q of searches) {
        const samples: number[] = []
        for (let round = -1; round < (quick ? 1 : 7); round += 1) {
          const startedAt = performance.now()
          const request = { accounts: [account], q, cursor: null, limit: 50 }
          const { heads, nextCursor } = await findStoredPeople(database.db, request)
          const applications = await listApplications(database.db, heads, 'local')
          if (round >= 0) samples.push(performance.now() - startedAt)
          correct(applications.length >= heads.length, `everyone found by “${q}” has an application`)
          if (nextCursor === null) continue
          const next = await findStoredPeople(database.db, { ...request, cursor: nextCursor })
          const before = new Set(heads.map(({ jobId, applicationId }) => `${jobId} ${applicationId}`))
          correct(
            next.heads.every(({ jobId, applicationId }) => !before.has(`${jobId} ${applicationId}`)),
            `nobody found by “${q}” is on two pages`,
          )
        }
        measured.push({ q, samples })
      }
      const all = measured.flatMap(({ samples }) => samples)
      const slowest = measured.reduce((a, b) => (median(b.samples) > median(a.samples) ? b : a))
      const name = `people search over ${rows.toLocaleString('en')} stored rows, Postgres`
      lines.push(
        atMost(`${name}, p50 of ${searches.length} searches`, median(all), 100, ms),
        { measure: `${name}, p95`, value: ms(percentile(all, 0.95)) },
        { measure: `${name}, slowest search: \`${slowest.q}\``, value: ms(median(slowest.samples)) },
        ...measured.map(({ q, samples }) => ({ measure: `${name}: \`${q}\``, value: ms(median(samples)) })),
      )
    } finally {
      await database.close()
    }
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return {
    title: 'Everyone stored',
    intro:
      'The first page of a search for people across jobs, with their applications, from the store’s own functions; ten thousand invented people copied into a hundred jobs, each person in two of them. Of the indexes of applicants only those that such a search reads are made, and Postgres runs without fsync.',
    lines,
  }
}
