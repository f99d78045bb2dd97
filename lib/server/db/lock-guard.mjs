import { statSync } from 'node:fs'

// Well before others, who watch for five seconds, could take the lock for nobody's.
const freshNs = 2_500_000_000n

/**
 * A check to make before every write: a process that stood still, as a container does that is paused, may have been taken
 * for dead, and another one may write by now.
 * @param {{ path: string, ino: number, beats: SharedArrayBuffer }} lock the lock file, as this process took it, and when
 *   its owner touched it last
 * @param {() => void} stop runs when the lock is another process's; must not return
 */
export function createLockGuard({ path, ino, beats }, stop) {
  const last = new BigInt64Array(beats)
  return () => {
    if (process.hrtime.bigint() - Atomics.load(last, 0) < freshNs) return
    if (statSync(path, { throwIfNoEntry: false })?.ino !== ino) stop()
  }
}
