import { get } from 'node:http'

// Each loads the code of its kind. “~” is no job's id, so that none is opened by it.
const paths = ['/api/ready', '/jobs/~', '/api/jobs/~/candidates']

/**
 * Asks a server that has begun to listen for a page and for answers. Their code is loaded at its first use, which takes
 * a busy machine a second or two: the first search of the day need not wait for it.
 * @param {import('node:http').Server} server
 * @param {string} name a host name that it answers to
 */
export function warmUp(server, name) {
  const { address, port } = server.address()
  const host = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address
  for (const path of paths) {
    const request = get({ host, port, path, agent: false, headers: { host: name, accept: 'text/html' } })
    request.on('response', (response) => response.resume())
    // A server that stops meanwhile owes it nothing.
    request.on('error', () => undefined)
  }
}
