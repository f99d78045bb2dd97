import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A way to a Postgres that can be spoilt. */
export type Proxy = {
  url: string
  /** Forwards nothing any more, of old connections and new ones, and closes none: what a lost route looks like. */
  swallow: () => void
  /** Forwards what comes from now on. What was swallowed is lost, and so are its connections. */
  heal: () => void
  /** Looks at what a client sends; `true` swallows it and all after it on that connection. */
  swallowIf: (decide: (sent: Buffer) => boolean) => void
  close: () => Promise<void>
}

/** @param databaseUrl an address on a socket of this machine, as the test cluster has it */
export async function startProxy(databaseUrl: string): Promise<Proxy> {
  const target = new URL(databaseUrl)
  const path = `${target.searchParams.get('host')}/.s.PGSQL.${target.searchParams.get('port') ?? 5432}`
  const sockets = new Set<Socket>()
  const dead = new Set<Socket>()
  let swallowing = false
  let decide: (sent: Buffer) => boolean = () => false
  const server = createServer((client) => {
    const upstream = connect(path)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    const forward = (from: Socket, to: Socket) => {
      from.on('data', (chunk: Buffer) => {
        if (swallowing || (from === client && decide(chunk))) dead.add(client)
        if (!dead.has(client)) to.write(chunk)
      })
      from.on('close', () => {
        sockets.delete(from)
        if (!dead.has(client)) to.destroy()
      })
    }
    forward(client, upstream)
    forward(upstream, client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(target)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  url.search = ''
  return {
    url: url.href,
    swallow() {
      swallowing = true
    },
    heal() {
      swallowing = false
      decide = () => false
    },
    swallowIf(next) {
      decide = next
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
