import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

type Turn = { since: number } | 'background'

// One for the process: the framework bundles routes, pages and the start-up hook apart.
const slot = Symbol.for('shortlist.turn')
const holder = globalThis as { [slot]?: AsyncLocalStorage<Turn> }
const turns = (holder[slot] ??= new AsyncLocalStorage<Turn>())

/** How much longer a query waits that nobody waits for, in milliseconds. */
const backgroundDelayMs = 1_000

/**
 * Runs the work of one request, or goes on within it. Where queries have to queue, those of the request that came first
 * go first: one that needs eight of them would otherwise queue behind everybody eight times.
 */
export const inTurn = <T>(work: () => T): T =>
  turns.getStore() === undefined ? turns.run({ since: performance.now() }, work) : work()

/** Runs work that nobody waits for: each of its queries lets those pass that come a second later. */
export const inBackground = <T>(work: () => T): T => turns.run('background', work)

/** Where a query of the current work stands in a queue: the lowest goes first. Milliseconds, as `performance.now`. */
export function currentTurn(): number {
  const turn = turns.getStore()
  if (turn === 'background') return performance.now() + backgroundDelayMs
  return turn?.since ?? performance.now()
}
