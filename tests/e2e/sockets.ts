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

/** Resolves once the other side has closed it altogether, so that its place is free. */
export const closed = (socket: Socket) =>
  socket.destroyed ? Promise.resolve() : new Promise<void>((resolve) => socket.once('close', () => resolve()))
