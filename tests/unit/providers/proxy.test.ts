import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createFetch } from '@/lib/server/providers/outgoing-fetch'
import { clientOf, openProvider } from './provider'

/** A company's proxy on loopback: opens ways to anywhere, and notes to where. @param status what it answers instead */
async function openProxy(status = 200) {
  const asked: string[] = []
  const proxy = createServer()
  proxy.on('connect', (request, client) => {
    asked.push(request.url ?? '')
    if (status !== 200) return client.end(`HTTP/1.1 ${status} Refused\r\ncontent-length: 0\r\n\r\n`)
    const [host, port] = (request.url ?? '').split(':')
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.pipe(client).pipe(target)
    })
    target.on('error', () => client.destroy())
    client.on('error', () => target.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    proxy.closeAllConnections()
    proxy.close()
  })
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked }
}

const through = (proxy: string, none: string | null = null) =>
  createFetch({ https: proxy, http: proxy, none })

test('calls to the provider go through the company’s proxy', async () => {
  const [{ url }, proxy] = await Promise.all([openProvider(), openProxy()])
  const { ask } = clientOf(url, { fetch: through(proxy.url) })
  expect((await ask()).rows).toHaveLength(10)
  expect(proxy.asked).toEqual([new URL(url).host])
})

test('hosts of NO_PROXY are called directly', async () => {
  const [{ url }, proxy] = await Promise.all([openProvider(), openProxy()])
  const { ask } = clientOf(url, { fetch: through(proxy.url, '127.0.0.1,example.com') })
  expect((await ask()).rows).toHaveLength(10)
  expect(proxy.asked).toEqual([])
})

test.each([403, 407, 502])(
  'a proxy that refuses with %i means that nothing was sent or charged',
  async (status) => {
    const [{ url, sandbox }, proxy] = await Promise.all([openProvider(), openProxy(status)])
    const { failure } = clientOf(url, { fetch: through(proxy.url) })
    expect(await failure()).toMatchObject({ code: 'provider_unreachable' })
    expect(sandbox.stats().calls).toBe(0)
  },
)

test('a proxy that is away means that nothing was sent or charged', async () => {
  const { url } = await openProvider()
  const { failure } = clientOf(url, { fetch: through('http://127.0.0.1:9') })
  expect(await failure()).toMatchObject({ code: 'provider_unreachable' })
})
