import flight from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
import { methodNotAllowed, refusals } from './refusals.mjs'

const maxAddress = 8 * 1024
const usualBody = 64 * 1024
// Up to 10,000 people by name.
const bulkBody = 1024 * 1024
const bulkAddress = /^\/api\/jobs\/[^/?]+\/decisions(\?|$)/
const pageMethods = ['GET', 'HEAD', 'POST', 'OPTIONS']
const apiMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** The methods that an address may take, as `Allow` lists them. @type {(url: string) => string[]} */
export const methodsOf = (url) => (/^\/api(\/|\?|$)/.test(url) ? apiMethods : pageMethods)

// The framework fails on a state of its router that it cannot read, as if the fault were ours.
function isReadable(routerState) {
  try {
    flight.parseAndValidateFlightRouterState(routerState)
    return true
  } catch {
    return false
  }
}

// It fails on this as well, instead of refusing.
function isForeign(headers) {
  const { origin, host } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site'
  return !URL.canParse(origin) || new URL(origin).host !== (headers['x-forwarded-host'] ?? host)
}

// The only page with forms that are server actions. The framework takes an action at any address, and asks itself for the
// page that has it, with the caller's headers.
const isActionPage = (url) => /^\/sandbox\/?(\?|$)/.test(url)

/**
 * Why a request goes no further, or null. What it holds back, no page or route has to bound by itself.
 * @param {import('node:http').IncomingMessage} request
 * @param {{ actions: boolean }} settings whether server actions are taken at all: at the sandbox alone
 * @returns {import('./refusals.mjs').Refusal | null}
 */
export function heldBack({ method = '', url = '', headers }, { actions }) {
  const allowed = methodsOf(url)
  if (!allowed.includes(method)) return methodNotAllowed(allowed.join(', '))
  if (url.length > maxAddress) return refusals.addressTooLong
  // The long form names a host of its own, which is for proxies.
  if (!url.startsWith('/') && !(method === 'OPTIONS' && url === '*')) return refusals.badRequest
  if (headers['transfer-encoding'] !== undefined) return refusals.lengthRequired
  const maxBody = bulkAddress.test(url) ? bulkBody : usualBody
  if (Number(headers['content-length'] ?? 0) > maxBody) return refusals.bodyTooLarge
  if (!isReadable(headers['next-router-state-tree'])) return refusals.badRequest
  const hasAction = headers['next-action'] !== undefined
  if (hasAction && !(actions && isActionPage(url))) return methodNotAllowed('GET, HEAD')
  if (method !== 'POST' || allowed === apiMethods) return null
  // Pages take the actions of their own scripts. No form of ours is sent without one.
  if (!headers['next-action']) return methodNotAllowed('GET, HEAD')
  return isForeign(headers) ? refusals.foreign : null
}
