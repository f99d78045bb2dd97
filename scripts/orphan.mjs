const checkMs = 200

/**
 * Makes the end of npm a SIGTERM to this process. The script's `exec` gives npm's signals to this process rather than to a
 * shell that dies of them; but an npm that was killed passes nothing on, and nobody could stop the server by it any more.
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
