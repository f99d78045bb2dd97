import { isIP } from 'node:net'
import proxyAddr from 'proxy-addr'

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */

const forwarding = /^(x-forwarded-.*|forwarded|x-real-ip)$/
// Between this server and the app: what comes from outside under these names was made up.
const ours = /^(x-shortlist-.*|content-security-policy(-report-only)?)$/

/** An address as it is written when it is alone: without a port, and IPv4 as IPv4. @type {(text?: string) => string | null} */
function plainAddress(text = '') {
  const bare = text.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  const address = bare.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
  return isIP(address) === 0 ? null : address.toLowerCase()
}

export const hostName = (host = '') => host.toLowerCase().replace(/:\d+$/, '')

/**
 * @param {string[]} trustedProxies addresses or CIDR ranges
 * @returns {(address: string) => boolean} whether a peer is one of them
 */
export function trustOf(trustedProxies) {
  const trusts = proxyAddr.compile(trustedProxies)
  return (address) => isIP(address) !== 0 && trusts(address, 0)
}

/**
 * Reads who asks and how, and rewrites the request's headers so that nothing behind can be told otherwise: the reader's
 * address is in `x-shortlist-client`, and only a trusted proxy's `x-forwarded-…` are left, in the forms the app knows.
 * @param {{ trustedProxies: string[], names: string[] }} settings addresses or CIDR ranges; host names we answer to
 * @returns {(request: IncomingMessage) => { address: string, https: boolean }}
 */
export function readerOf({ trustedProxies, names }) {
  const trusts = proxyAddr.compile(trustedProxies)
  return (request) => {
    const { headers, socket } = request
    const peer = plainAddress(socket.remoteAddress) ?? 'unknown'
    const trusted = trusts(peer, 0)
    const address = (trusted && plainAddress(proxyAddr(request, trusts))) || peer
    const proto =
      trusted &&
      String(headers['x-forwarded-proto'] ?? '')
        .split(',')[0]
        ?.trim()
        .toLowerCase()
    const host = trusted && headers['x-forwarded-host']
    for (const name of Object.keys(headers)) {
      if (forwarding.test(name) || ours.test(name)) delete headers[name]
    }
    if (proto === 'http' || proto === 'https') headers['x-forwarded-proto'] = proto
    if (typeof host === 'string' && names.includes(hostName(host))) headers['x-forwarded-host'] = host
    headers['x-shortlist-client'] = address
    return { address, https: proto === 'https' }
  }
}
