import 'server-only'

// Classes of SQLSTATE that mean the store itself is away: connection, resources, operator intervention, system.
const awayStates = /^(08|53|57|58|XX)/
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

/** Did this fail because the store could not be reached, rather than because of what was asked of it? */
export function isStoreFailure(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = 'code' in current ? String(current.code) : ''
    if (awayCodes.has(code) || (code.length === 5 && awayStates.test(code))) return true
    if (/timeout exceeded when trying to connect|Connection terminated/i.test(current.message)) return true
  }
  return false
}
