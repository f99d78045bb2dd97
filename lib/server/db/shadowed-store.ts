import 'server-only'
import type pg from 'pg'
import type { Database } from './open-database'
import { storeOver } from './transaction'

/** What a query reads in place of a table: SQL of the rows, with every column of the table in its order. */
export type Shadow = {
  table: string
  rows: string
  /** Statements that write see it too: what they select people by must be what their reader sees. */
  inWrites: boolean
}

const locking = /\sfor (?:no key update|key share|update|share)(?: of [\w".]+)?(?: skip locked)?/gi
const writing = /^\s*(?:insert|update|delete)\b|\b(?:insert into|delete from)\s|\bupdate "/i
const readable = /^[\s(]*(?:select|with|insert|update|delete)\b/i

/**
 * A statement that reads shadows in place of their tables: common table expressions of the same names, which hide the
 * tables from everything in it. Postgres itself refuses to write to a table that is hidden so.
 * @throws Error for a statement that names such a table and cannot be changed
 */
export function shadowText(text: string, shadows: readonly Shadow[]): string {
  const writes = writing.test(text) || text.match(locking) !== null
  const used = shadows.filter(
    ({ table, inWrites }) => (inWrites || !writes) && new RegExp(`\\b${table}\\b`).test(text),
  )
  if (used.length === 0) return text
  if (!readable.test(text) || /^\s*with\s+recursive\b/i.test(text))
    throw new Error('this statement cannot be asked for a blind reader')
  const expressions = used.map(({ table, rows }) => `"${table}" as not materialized (${rows})`).join(', ')
  // Rows of such an expression cannot be locked; whoever writes about people holds the row of their job.
  const unlocked = text.replace(locking, '')
  return /^\s*with\b/i.test(unlocked)
    ? unlocked.replace(/^\s*with\b/i, () => `with ${expressions},`)
    : `with ${expressions} ${unlocked}`
}

type Query = pg.ClientBase['query']

function shadowed<Target extends pg.Pool | pg.PoolClient>(
  target: Target,
  shadows: readonly Shadow[],
): Target {
  const change = (query: unknown): unknown => {
    if (typeof query === 'string') return shadowText(query, shadows)
    if (typeof query !== 'object' || query === null || !('text' in query)) return query
    const text = shadowText(String(query.text), shadows)
    // A name stands for one text.
    return text === query.text ? query : { ...query, text, name: undefined }
  }
  const query = ((asked: unknown, ...rest: unknown[]) =>
    Reflect.apply(target.query, target, [change(asked), ...rest])) as Query
  const connect = async () => shadowed((await target.connect()) as unknown as pg.PoolClient, shadows)
  return new Proxy(target, {
    get(of, name) {
      if (name === 'query') return query
      if (name === 'connect') return connect
      const value: unknown = Reflect.get(of, name, of)
      return typeof value === 'function' ? value.bind(of) : value
    },
  })
}

/** The same store for somebody who may not see all of it. */
export function shadowedStore(db: Database['db'], shadows: readonly Shadow[]): Database['db'] {
  const { $client: pool } = db as Database['db'] & { $client: pg.Pool }
  return storeOver(shadowed(pool, shadows))
}
