const checkMs = 200

/**
 * Makes the end of npm a SIGTERM to this process. npm passes a signal to the shell that it runs a command in, and some
 * shells die of it without a word to the command: nobody could stop it by npm any more, nor start another one.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const check = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(check)
    process.kill(process.pid, 'SIGTERM')
  }, checkMs)
  check.unref()
}
