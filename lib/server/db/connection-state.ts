import 'server-only'
import pg from 'pg'

// Connection, intervention of an operator, internal errors; a server that has become a read-only standby, as another
// connection may reach its successor; and a plan kept from before a column's type was changed.
const unusableStates = /^(08|0A000|25006|57|XX)/

/**
 * Whether the connection that an error came through is better closed than used again. An SQLSTATE of the server about
 * the statement itself says that the connection works; an answer that never came says that it may not.
 * @param error what a query threw, wrapped or not
 */
export function breaksConnection(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof pg.DatabaseError) return unusableStates.test(current.code ?? '')
    if (/^(Query read timeout|Connection terminated|Client )/.test(current.message)) return true
    if ('syscall' in current) return true
  }
  return false
}
