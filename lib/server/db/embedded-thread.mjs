// Runs in a thread of its own, so that neither a long query nor a clean-up of the embedded store stops anything else.
import { parentPort, workerData } from 'node:worker_threads'
import { compileEngine, openEngine } from './embedded-engine.mjs'
import { createLockGuard } from './lock-guard.mjs'

const { folder, lock, lostLockCode, compiled } = workerData
const assertHeld = createLockGuard(lock, () => process.exit(lostLockCode))
const program = compiled ?? (await compileEngine())
const engine = await openEngine(folder, assertHeld, program)

/** What was not yet run, in the order in which it came. */
const queue = []
/** The connection whose transaction is open: the engine is a single session, which others have to leave alone. */
let owner = null
let running = false

async function answer({ id, connection, request }) {
  const bytes = await engine.exec(request)
  owner = engine.isIdle() ? null : connection
  parentPort.postMessage({ id, answer: bytes }, [bytes.buffer])
  await engine.checkpointIfDue().catch((error) => parentPort.postMessage({ warning: error }))
}

async function run(next) {
  if (next.kind === 'query') return answer(next)
  if (next.kind === 'close') {
    await engine.close()
    process.exit(0)
  }
  if (owner === next.connection) {
    await engine.rollBack()
    owner = null
  }
}

function takeNext() {
  const at = owner === null ? 0 : queue.findIndex(({ connection }) => connection === owner)
  return at < 0 ? undefined : queue.splice(at, 1)[0]
}

parentPort.on('message', async (message) => {
  queue.push(message)
  if (running) return
  running = true
  for (let next = takeNext(); next; next = takeNext()) await run(next)
  running = false
})
parentPort.postMessage(program)
