// Ctrl-C reaches the server twice under npm: from the terminal and from npm.
const sameSignalMs = 1_000
const sweepMs = 100

/**
 * Stops on SIGTERM or SIGINT: accepts nothing new, finishes what is in flight, closes the store and ends the process, within
 * `timeoutMs` whatever clients and provider do. A second signal ends the process at once.
 * @param {{
 *   server: import('node:http').Server
 *   connections: ReturnType<typeof import('./connections.mjs').watchConnections>
 *   runtime: { log: { info: Function, warn: Function, error: Function }, stop: () => void, close: () => Promise<void> }
 *   close: () => Promise<void>
 *   timeoutMs: number
 * }} parts
 */
export function stopOnSignal({ server, connections, runtime, close, timeoutMs }) {
  let stoppedAt = 0
  // The store is closed after the last connection, and needs some of the time.
  const connectionsMs = timeoutMs - Math.min(5_000, timeoutMs / 4)

  const stop = async (signal) => {
    if (stoppedAt > 0) {
      if (Date.now() - stoppedAt < sameSignalMs) return
      runtime.log.warn({ signal }, 'stopping at once, as a second signal asks')
      process.exit(1)
    }
    stoppedAt = Date.now()
    runtime.log.info(
      { signal, timeoutMs },
      'stopping: finishing what is in flight; a second signal stops at once',
    )
    runtime.stop()
    setTimeout(() => {
      runtime.log.error({ timeoutMs }, 'stopped before everything was finished: STOP_TIMEOUT_MS is over')
      process.exit(1)
    }, timeoutMs).unref()
    const closed = new Promise((resolve) => server.close(resolve))
    const sweep = setInterval(() => {
      if (Date.now() - stoppedAt < connectionsMs) return connections.endIdle(stoppedAt)
      runtime.log.warn('some requests were not finished: their connections are ended')
      clearInterval(sweep)
      connections.endAll()
    }, sweepMs)
    connections.endIdle(stoppedAt)
    await closed
    clearInterval(sweep)
    await runtime.close()
    await close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
