import { once } from 'node:events'
import { expect } from '@playwright/test'
import { createSandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'
import { owner, setUp, signIn } from './people'
import { test } from './process-desk'
import { closed, openSocket } from './sockets'

test.setTimeout(180_000)

const jobId = '4100000081'

test('a server told to stop waits for no client that says nothing, half a sentence, or does not listen', async ({
  dataDir,
  start,
  request,
}) => {
  const server = start({ DATA_DIR: dataDir })
  const url = await server.ready
  await request.post(`${url}/api/jobs/4100000412/fetches`, { data: { kind: 'next', maxCredits: 5 } })
  const post = `POST /api/jobs/${jobId}/fetches HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n`
  const list = `GET /api/jobs/4100000412/candidates?limit=200 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`
  const clients = await Promise.all([
    openSocket(url),
    openSocket(url, 'GET / HTTP/1.1\r\nHos'),
    openSocket(url, `${post}Content-Length: 1000\r\n\r\n{"kind":`),
    openSocket(url, list.repeat(100)),
  ])
  const deaf = clients[3]!
  await once(deaf, 'readable')
  deaf.pause()
  const told = Date.now()
  server.terminate()
  expect(await server.exited, server.stderr()).toBe(0)
  expect(Date.now() - told).toBeLessThan(15_000)
  for (const client of clients) client.destroy()
})

test('STOP_TIMEOUT_MS bounds a stop, whatever the provider does, and a second signal ends it at once', async ({
  dataDir,
  start,
  request,
}) => {
  const sandbox = createSandbox({ apiKey: 'k-stop', accounts: ['a-stop'], latencyMs: [100_000, 100_000] })
  const provider = await serveSandbox(sandbox)
  const settings = {
    RECRUITER_API_URL: provider.url,
    RECRUITER_API_KEY: 'k-stop',
    RECRUITER_ACCOUNTS: 'main=a-stop',
    SETUP_TOKEN: 'a token of this test',
    DATA_DIR: dataDir,
  }
  let enter = (url: string) => setUp(request, settings.SETUP_TOKEN, url)
  const loadAndStop = async (stopTimeoutMs: string) => {
    const server = start({ ...settings, STOP_TIMEOUT_MS: stopTimeoutMs })
    const url = await server.ready
    await enter(url)
    const calls = sandbox.stats().calls
    const data = { kind: 'next', maxCredits: 5 }
    const lost = request.post(`${url}/api/jobs/${jobId}/fetches`, { data }).catch(() => 'lost')
    await expect.poll(() => sandbox.stats().calls).toBe(calls + 1)
    const told = Date.now()
    server.terminate()
    return { server, lost, told }
  }

  const bounded = await loadAndStop('3000')
  expect(await bounded.server.exited).toBe(1)
  expect(Date.now() - bounded.told).toBeLessThan(20_000)
  expect(await bounded.lost).toBe('lost')
  expect(bounded.server.stdout()).toContain('STOP_TIMEOUT_MS is over')

  enter = (url) => signIn(request, owner, url)
  const hurried = await loadAndStop('600000')
  // npm and a terminal send the same signal twice.
  hurried.server.terminate()
  await expect.poll(() => Date.now() - hurried.told).toBeGreaterThan(1_100)
  expect(hurried.server.stdout()).toContain('a second signal stops at once')
  hurried.server.terminate()
  expect(await hurried.server.exited).toBe(1)
  expect(Date.now() - hurried.told).toBeLessThan(20_000)
  await provider.close()
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`npm start waits on ${signal} for a call that is being paid for, and can be started again at once`, async ({
    dataDir,
    start,
    request,
  }) => {
    const sandbox = createSandbox({ apiKey: 'k-npm', accounts: ['a-npm'], latencyMs: [4_000, 4_000] })
    const provider = await serveSandbox(sandbox)
    const settings = {
      RECRUITER_API_URL: provider.url,
      RECRUITER_API_KEY: 'k-npm',
      RECRUITER_ACCOUNTS: 'main=a-npm',
      SETUP_TOKEN: 'a token of this test',
      DATA_DIR: dataDir,
    }
    const npm = start(settings, ['npm', 'start'])
    const url = await npm.ready
    await setUp(request, settings.SETUP_TOKEN, url)
    const data = { kind: 'next', maxCredits: 5 }
    const answering = request.post(`${url}/api/jobs/${jobId}/fetches`, { data })
    await expect.poll(() => sandbox.stats().calls).toBe(1)
    npm.terminate(signal)
    await npm.returned
    // The same port too: nothing of the first server may be left.
    const again = start({ ...settings, PORT: new URL(url).port }, ['npm', 'start'])
    expect(await again.ready, again.stderr()).toBe(url)
    expect((await answering).status()).toBe(200)
    const page = await request.get(`${url}/api/jobs/${jobId}/candidates`)
    expect(await page.json()).toMatchObject({ counts: { stored: 50 } })
    again.terminate(signal)
    await again.exited
    await provider.close()
  })
}

test('a second signal to npm ends the server at once, and so does the end of npm stop it', async ({
  dataDir,
  start,
  request,
}) => {
  const sandbox = createSandbox({ apiKey: 'k-npm', accounts: ['a-npm'], latencyMs: [100_000, 100_000] })
  const provider = await serveSandbox(sandbox)
  const settings = {
    RECRUITER_API_URL: provider.url,
    RECRUITER_API_KEY: 'k-npm',
    RECRUITER_ACCOUNTS: 'main=a-npm',
    SETUP_TOKEN: 'a token of this test',
    STOP_TIMEOUT_MS: '600000',
    DATA_DIR: dataDir,
  }
  const npm = start(settings, ['npm', 'start'])
  const url = await npm.ready
  await setUp(request, settings.SETUP_TOKEN, url)
  const data = { kind: 'next', maxCredits: 5 }
  const lost = request.post(`${url}/api/jobs/${jobId}/fetches`, { data }).catch(() => 'lost')
  await expect.poll(() => sandbox.stats().calls).toBe(1)
  const told = Date.now()
  npm.terminate()
  await expect.poll(() => npm.stdout()).toContain('a second signal stops at once')
  await expect.poll(() => Date.now() - told).toBeGreaterThan(1_100)
  npm.terminate()
  await npm.exited
  expect(await lost).toBe('lost')
  expect(Date.now() - told).toBeLessThan(20_000)

  const killed = start(settings, ['npm', 'start'])
  const silent = await openSocket(await killed.ready)
  killed.terminate('SIGKILL')
  await closed(silent.resume())
  await killed.exited
  await start(settings).ready
  await provider.close()
})

test('a thousand connections that say nothing keep nobody out', async ({ dataDir, start, request }) => {
  const server = start({ DATA_DIR: dataDir })
  const url = await server.ready
  const silent = await Promise.all(Array.from({ length: 1_024 }, () => openSocket(url)))
  expect((await request.get(`${url}/api/ready`)).status()).toBe(200)
  for (const socket of silent) socket.destroy()

  // Whoever is refused, too, and never hangs up, gives its place back.
  const refused = await Promise.all(Array.from({ length: 20 }, () => openSocket(url, 'rubbish\r\n\r\n')))
  await Promise.all(refused.map((socket) => closed(socket.resume())))
})
