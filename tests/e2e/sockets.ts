import { connect, type Socket } from 'node:net'

/** Opens a connection to a server, sends some bytes and stays. What the server ends is not an error. */
export function openSocket(url: string, bytes = ''): Promise<Socket> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true }, () => {
      if (bytes) socket.write(bytes)
      resolve(socket)
    })
    socket.on('error', (error: NodeJS.ErrnoException) =>
      ['ECONNRESET', 'EPIPE'].includes(error.code ?? '') ? undefined : reject(error),
    )
  })
}

/**
 * Resolves once the other side has closed it altogether, so that its place is free. A side that is gone answers what is
 * sent to it with a reset; one that only stopped talking does not.
 */
export const closed = (socket: Socket) =>
  new Promise<void>((resolve) => {
    if (socket.destroyed) return resolve()
    const probe = setInterval(() => socket.write('\n'), 100)
    socket.once('close', () => {
      clearInterval(probe)
      resolve()
    })
  })
