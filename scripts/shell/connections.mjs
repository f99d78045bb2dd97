import ipaddr from 'ipaddr.js'

// Far more than a team keeps open, far fewer than a machine falls over from.
const maxConnections = 1024
// An office behind one address keeps some six for each browser.
const maxPerNetwork = 256
// Requests that one connection may have under way. Browsers and proxies wait for an answer before they ask again; thousands
// sent in one go would all be begun at once.
const maxPipelined = 8
// Once the server stops: what a request that has begun still gets to arrive, and an answer to be read any further.
const arrivalMs = 2_000
const stallMs = 5_000

/** What counts as one peer: an IPv4 address, or the 64-bit network of an IPv6 one. @type {(address?: string) => string} */
function toNetwork(address = '') {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.parts.slice(0, 4).join(':')
}

/** @typedef {{ network: string, trusted: boolean, requests: Set<import('node:http').IncomingMessage>, queued: number, movedAt: number }} Peer */

/** Whether nothing is being worked on for a connection: no request, or one that has not arrived. @type {(peer: Peer) => boolean} */
const isSilent = ({ requests }) => [...requests].every(({ complete }) => !complete)

/**
 * Keeps connections from being used up by peers that say nothing, and ends all of them when the server stops. At a limit
 * the connection that has been silent longest makes room; where none is silent, the new one is refused.
 * @param {import('node:http').Server} server
 * @param {(address: string) => boolean} isTrusted whether a peer is a proxy of ours, which speaks for many people
 */
export function watchConnections(server, isTrusted) {
  // In the order in which they fell silent.
  /** @type {Map<import('node:net').Socket, Peer>} */
  const peers = new Map()

  /** @type {(matches: (peer: Peer) => boolean) => boolean} */
  const dropLongestSilent = (matches) => {
    for (const [socket, peer] of peers) {
      if (!matches(peer) || !isSilent(peer)) continue
      peers.delete(socket)
      socket.destroy()
      return true
    }
    return false
  }
  /** @type {(peer: Peer) => boolean} */
  const hasRoom = ({ network, trusted }) => {
    const siblings = trusted ? 0 : [...peers.values()].filter((peer) => peer.network === network).length
    if (siblings >= maxPerNetwork) return dropLongestSilent((peer) => peer.network === network)
    if (peers.size < maxConnections) return true
    return dropLongestSilent((peer) => !peer.trusted) || dropLongestSilent(() => true)
  }

  server.on('connection', (socket) => {
    const network = toNetwork(socket.remoteAddress)
    const peer = { network, trusted: isTrusted(network), requests: new Set(), queued: 0, movedAt: 0 }
    if (!hasRoom(peer)) return socket.destroy()
    peers.set(socket, peer)
    socket.on('close', () => peers.delete(socket))
  })
  // Before whoever answers requests: what comes on a destroyed connection is to be left alone.
  server.prependListener('request', (request, response) => {
    const { socket } = request
    const peer = peers.get(socket)
    if (!peer || socket.destroyed) return
    if (peer.requests.size >= maxPipelined) return void socket.destroy()
    peer.requests.add(request)
    response.on('close', () => {
      peer.requests.delete(request)
      // Silent from now on, so last in line.
      if (peers.delete(socket)) peers.set(socket, peer)
    })
  })

  /** @type {(socket: import('node:net').Socket, peer: Peer, stoppedAt: number) => boolean} */
  const isDone = (socket, peer, stoppedAt) => {
    const now = Date.now()
    if (peer.requests.size === 0) return true
    if (isSilent(peer)) return now - stoppedAt > arrivalMs
    const queued = socket.writableLength
    if (queued === 0 || queued !== peer.queued) Object.assign(peer, { queued, movedAt: now })
    return now - peer.movedAt > stallMs
  }
  return {
    /** Ends what waits for nothing but its client. To be called again and again while the server stops. @param {number} stoppedAt */
    endIdle(stoppedAt) {
      for (const [socket, peer] of peers) if (isDone(socket, peer, stoppedAt)) socket.destroy()
    },
    endAll() {
      for (const socket of peers.keys()) socket.destroy()
    },
  }
}
