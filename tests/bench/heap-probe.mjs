// Loaded into a server whose memory is measured: told by a signal, it collects garbage and writes down what is left.
import { appendFileSync } from 'node:fs'

process.on('SIGUSR2', () => {
  // What only a finalizer lets go of is gone after a few rounds.
  for (let round = 0; round < 4; round += 1) globalThis.gc()
  appendFileSync(process.env.HEAP_PROBE, `${process.memoryUsage().heapUsed}\n`)
})
