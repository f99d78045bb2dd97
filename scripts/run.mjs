import { spawn } from 'node:child_process'

const signals = { SIGINT: 130, SIGTERM: 143 }

/**
 * Runs a command with this terminal's input and output, unless told otherwise; answers its exit code. A signal to this
 * process ends the command, and then this process.
 */
export function run(command, args, { onSpawn, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    onSpawn?.(child)
    let received = null
    const passOn = (signal) => {
      received = signal
      child.kill(signal)
    }
    const names = Object.keys(signals)
    for (const name of names) process.on(name, passOn)
    const settle = () => names.forEach((name) => process.off(name, passOn))
    child.on('error', (error) => {
      settle()
      reject(error)
    })
    child.on('close', (code, signal) => {
      settle()
      if (received) process.exit(signals[received])
      resolve(signal ? 1 : code)
    })
  })
}

/**
 * Runs a command and keeps what it prints, so that several can run beside each other.
 * @returns its exit code, and what it printed
 */
export async function runQuietly(command, args, options = {}) {
  const pieces = []
  const code = await run(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    onSpawn: (child) => {
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => pieces.push(piece))
    },
  })
  return { code, text: Buffer.concat(pieces).toString() }
}

/** Ends this process with one line that says what to do. */
export function stop(line) {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}
