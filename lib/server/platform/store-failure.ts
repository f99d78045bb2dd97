import 'server-only'

// Classes of SQLSTATE that mean the store itself is away: connection, sign-in, resources, operator intervention, system;
// and three states: no such database, a standby that takes no writes, a transaction that was left idle too long.
const awayStates = /^(08|28|53|57|58|XX|3D000|25006|25P03)/
// ENOENT is a socket in a folder that its server has taken away.
const awayCodes = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

// What the driver says without a code: it waited in vain for a connection or an answer, or lost the one it had; and what
// its TLS layer says of a certificate that it does not trust.
const awayWords =
  /timeout exceeded when trying to connect|timeout expired|Connection terminated|Query read timeout|not queryable|SSL connection|self-signed certificate|unable to verify/i

/** Did this fail because the store could not be reached, rather than because of what was asked of it? */
export function isStoreFailure(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = 'code' in current ? String(current.code) : ''
    if (awayCodes.has(code) || (code.length === 5 && awayStates.test(code))) return true
    if (awayWords.test(current.message)) return true
  }
  return false
}
