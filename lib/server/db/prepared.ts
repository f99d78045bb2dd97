import 'server-only'
import type { Db } from './open-database'

/**
 * A query that is asked for often: written once for each store or transaction, and planned once in each connection.
 * @param prepare ends in `.prepare(name)`, with a name that no other query has
 */
export function preparedOnce<Query>(prepare: (db: Db) => Query): (db: Db) => Query {
  const prepared = new WeakMap<Db, Query>()
  return (db) => {
    const query = prepared.get(db) ?? prepare(db)
    prepared.set(db, query)
    return query
  }
}
