import { spawn } from 'node:child_process'

/** Runs a command with this terminal's input and output, unless told otherwise; answers its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(signal ? 1 : code))
  })
}

/** Ends this process with one line that says what to do. */
export function stop(line) {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}
