import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { watchConnections } from '@/scripts/shell/connections.mjs'
import { soon } from '../../soon'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A server that answers when it is told to. @param isTrusted whether its peers are proxies of ours */
async function open(isTrusted = false) {
  const begun: ServerResponse[] = []
  const server = createServer((request, response) => {
    if (!request.socket.destroyed) begun.push(response)
  })
  watchConnections(server, () => isTrusted)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => void server.close())
  return {
    begun,
    /** How many connections it has. */
    count: () =>
      new Promise<number>((resolve, reject) => {
        server.getConnections((error, connections) => (error ? reject(error) : resolve(connections)))
      }),
    async connect(): Promise<Socket> {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
      socket.on('error', () => undefined)
      closers.push(() => void socket.destroy())
      await once(socket, 'connect')
      return socket
    },
  }
}

/** A server, and a connection to it. */
async function pair(): Promise<{ begun: ServerResponse[]; socket: Socket }> {
  const server = await open()
  return { begun: server.begun, socket: await server.connect() }
}

const request = 'GET / HTTP/1.1\r\nHost: here.test\r\n\r\n'

test('thousands of requests sent in one go on one connection are not all begun', async () => {
  const { begun, socket } = await pair()
  socket.on('error', () => undefined)
  const closed = new Promise((resolve) => socket.on('close', resolve))
  socket.write(request.repeat(3_000))
  await closed
  expect(begun.length).toBeLessThanOrEqual(8)
})

test('a few at once, and any number one after the other, are answered', async () => {
  const { begun, socket } = await pair()
  let answers = 0
  socket.on('data', (data) => {
    answers += String(data).split('HTTP/1.1 200').length - 1
  })
  for (let round = 1; round <= 5; round += 1) {
    socket.write(request.repeat(4))
    await expect.poll(() => begun.length, soon).toBe(4)
    for (const response of begun.splice(0)) response.end('ok')
    await expect.poll(() => answers, soon).toBe(4 * round)
  }
})

test.each([
  ['one network has 256 of its silent connections kept', false, 256],
  ['a proxy of ours, which speaks for many, has all of them', true, 300],
])('%s', async (_, isTrusted, kept) => {
  const server = await open(isTrusted)
  for (let at = 0; at < 300; at += 1) await server.connect()
  await expect.poll(server.count, soon).toBe(kept)
})
