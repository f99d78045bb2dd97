// Runs in a thread of its own, which a long query of the embedded store does not stop: shows that the lock's owner lives
// by touching the lock file every second, and says when the file has become another process's.
import { fstatSync, futimesSync, openSync, statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

const { path, beats, beatMs } = workerData
const file = openSync(path, 'r+')
const { ino } = fstatSync(file)
const last = new BigInt64Array(beats)

function beat() {
  if (statSync(path, { throwIfNoEntry: false })?.ino !== ino) {
    clearInterval(beating)
    parentPort.postMessage('lost')
    return
  }
  const now = new Date()
  futimesSync(file, now, now)
  Atomics.store(last, 0, process.hrtime.bigint())
}

const beating = setInterval(beat, beatMs)
beat()
parentPort.postMessage('beating')
