import 'server-only'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { breaksConnection } from './connection-state'
import * as schema from './schema'

type Store = NodePgDatabase<typeof schema>
type Transaction = Parameters<Store['transaction']>[0]
type Config = Parameters<Store['transaction']>[1]

/**
 * Runs work in a transaction on a connection of the pool, which gets it back whatever happens. The driver's own begins
 * outside its `try`: a BEGIN whose answer never came kept its connection for good.
 */
async function transact(pool: pg.Pool, work: Transaction, config: Config): Promise<unknown> {
  const client = await pool.connect()
  // A connection can break between two queries; unheard, that would end the process. The next query fails and tells.
  const ignore = () => undefined
  client.on('error', ignore)
  const thrown: unknown[] = []
  try {
    return await drizzle(client, { schema }).transaction(
      (tx) =>
        work(tx).catch((error: unknown) => {
          thrown.push(error)
          throw error
        }),
      config,
    )
  } catch (error) {
    thrown.push(error)
    // A rollback that failed as well says less than what it was for.
    throw thrown[0]
  } finally {
    client.off('error', ignore)
    const ended = client.getTransactionStatus() === 'I' && !thrown.some(breaksConnection)
    client.release(!ended)
  }
}

/** The store over a pool, with transactions that cannot lose its connections. */
export function storeOver(pool: pg.Pool): Store {
  const db = drizzle(pool, { schema })
  db.transaction = ((work: Transaction, config: Config) =>
    transact(pool, work, config)) as Store['transaction']
  return db
}
