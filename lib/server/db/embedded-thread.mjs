// Runs in a thread of its own, so that neither a long query nor a clean-up of the embedded store stops anything else.
import { parentPort, workerData } from 'node:worker_threads'
import { compileEngine, openEngine } from './embedded-engine.mjs'
import { createLockGuard } from './lock-guard.mjs'

const { folder, lock, lostLockCode, compiled } = workerData
const assertHeld = createLockGuard(lock, () => process.exit(lostLockCode))
const program = compiled ?? (await compileEngine())
const engine = await openEngine(folder, assertHeld, program)

async function answer(request) {
  const bytes = await engine.exec(request)
  parentPort.postMessage(bytes, [bytes.buffer])
  await engine.checkpointIfDue().catch((error) => parentPort.postMessage(error))
}

// One thing after the other: the engine is a single session.
let work = Promise.resolve()
parentPort.on('message', (request) => {
  work = work.then(async () => {
    if (request !== null) return answer(request)
    await engine.close()
    process.exit(0)
  })
})
parentPort.postMessage(program)
