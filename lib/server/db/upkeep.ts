import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { inBackground } from '@/lib/server/platform/turn'

const everyMs = 1_000
// A step that took long is followed by a longer pause: cleaning up takes a sixth of the time at most.
const pausePerStep = 5
// As the autovacuum of a server, but sooner, so that the store takes less than twice the room of what is in it.
const [minRows, share, minInserts, maxAge] = [200, 0.1, 1_000, 100_000_000]

/** Tables to clean up, the worst first. The long values of a table are in one of their own, which is listed by itself. */
const tablesQuery = `
  with tables as (
    select s.relid::regclass::text as name, s.n_dead_tup as dead,
      $1 and s.n_dead_tup > 0 or s.n_dead_tup > ${minRows} + ${share} * s.n_live_tup
        or s.n_ins_since_vacuum > ${minInserts} + ${share} * s.n_live_tup
        or age(c.relfrozenxid) > ${maxAge} as unclean,
      c.relkind = 'r' and s.n_mod_since_analyze > ${minRows} + ${share} * s.n_live_tup as changed
    from pg_stat_all_tables s join pg_class c on c.oid = s.relid
    where c.relpersistence = 'p'
  )
  select * from tables where unclean or changed order by dead desc`

type Table = { name: string; unclean: boolean; changed: boolean }

function statementFor({ name, unclean, changed }: Table): string {
  if (!unclean) return `analyze ${name}`
  return `vacuum (process_toast false${changed ? ', analyze' : ''}) ${name}`
}

/** What a Postgres server does in processes of its own and the embedded store would not do at all. */
export type Upkeep = {
  /** Removes all that was deleted or replaced. */
  clean: () => Promise<void>
  stop: () => void
}

/**
 * Vacuums and analyzes tables by how much of them has changed, one at a time: whoever asks the store waits for one step at
 * most. Looks only after the store was used.
 * @param failed hears of errors, which are no reason to stop
 */
export function startUpkeep(pool: pg.Pool, failed: (error: unknown) => void): Upkeep {
  let used = false
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  pool.on('release', () => (used = true))

  const list = async (all: boolean) => (await pool.query<Table>(tablesQuery, [all])).rows

  async function step(): Promise<void> {
    const [table] = await list(false)
    if (table) await pool.query(statementFor(table))
    else used = false
  }
  function next(ms: number): void {
    if (stopped) return
    timer = setTimeout(() => {
      const startedAt = performance.now()
      const done = used ? inBackground(step).catch(failed) : Promise.resolve()
      void done.then(() => next(Math.max(everyMs, pausePerStep * (performance.now() - startedAt))))
    }, ms).unref()
  }
  next(everyMs)

  return {
    async clean() {
      // What was deleted a moment ago is not counted yet.
      await pool.query('select pg_stat_force_next_flush()')
      for (const table of await list(true)) {
        if (stopped) return
        await pool.query(statementFor(table))
        await pause(everyMs / 10)
      }
      await pool.query('checkpoint')
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
