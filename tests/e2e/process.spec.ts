import type { CandidatePage } from '@/lib/contracts/candidate'
import { createSandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'
import { expect } from '@playwright/test'
import { setUp } from './people'
import { test } from './process-desk'
import type { Settings } from './server'

const jobId = '4100000081'

// A first start makes a store, and several of them take their time where others work too.
test.setTimeout(180_000)

test('a server told to stop finishes the load under way, answers it, and has its people at the next start', async ({
  dataDir,
  start,
  request,
}) => {
  const sandbox = createSandbox({ apiKey: 'k-stop', accounts: ['a-stop'], latencyMs: [2_000, 2_000] })
  const provider = await serveSandbox(sandbox)
  const settings = {
    RECRUITER_API_URL: provider.url,
    RECRUITER_API_KEY: 'k-stop',
    RECRUITER_ACCOUNTS: 'main=a-stop',
    SETUP_TOKEN: 'a token of this test',
    DATA_DIR: dataDir,
  }
  const server = start(settings)
  const url = await server.ready
  await setUp(request, settings.SETUP_TOKEN, url)
  const answering = request.post(`${url}/api/jobs/${jobId}/fetches`, {
    data: { kind: 'next', maxCredits: 5 },
  })
  await expect.poll(() => sandbox.stats().calls).toBe(1)
  server.terminate()
  const answer = await answering
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toMatchObject({ fetch: { state: 'settled', consumed: 5 }, list: { new: 50 } })
  expect(await server.exited, server.stderr()).toBe(0)

  const again = start(settings)
  const page = await request.get(`${await again.ready}/api/jobs/${jobId}/candidates`)
  expect(((await page.json()) as CandidatePage).counts).toEqual({ matched: 50, stored: 50, total: 81 })
  expect(sandbox.stats().calls).toBe(1)
  again.terminate()
  expect(await again.exited, again.stderr()).toBe(0)
  await provider.close()
})

const wrong: [Settings, string][] = [
  [{ DATA_DIR: '/dev/null/store' }, 'DATA_DIR is not usable: expected a folder'],
  [{ PORT: 'eighty' }, 'PORT is not usable: expected a port from 0 to 65535.'],
  [
    { RECRUITER_API_KEY: 'k-half-set' },
    'RECRUITER_API_URL is missing: RECRUITER_API_KEY needs it. Set it or unset both.',
  ],
  [
    { DATABASE_URL: 'mysql://user:hunter2@db/x' },
    'DATABASE_URL is not usable: expected a postgres:// address',
  ],
]
for (const [settings, line] of wrong) {
  const [[name, value] = ['', '']] = Object.entries(settings)
  test(`a start with a wrong ${name} stops with one line that names it and does not repeat its value`, async ({
    dataDir,
    start,
  }) => {
    const server = start({ DATA_DIR: dataDir, ...settings })
    expect(await server.exited).toBe(1)
    expect(server.stderr().trim().split('\n')).toHaveLength(1)
    expect(server.stderr()).toContain(line)
    expect(server.stdout() + server.stderr()).not.toContain(value)
    await expect(server.ready).rejects.toThrow('ended with 1')
  })
}

test('a port that is taken is named, and so is a folder that another server uses', async ({
  dataDir,
  start,
}) => {
  const first = start({ DATA_DIR: `${dataDir}/one` })
  const { port } = new URL(await first.ready)
  const samePort = start({ DATA_DIR: `${dataDir}/two`, PORT: port })
  const sameFolder = start({ DATA_DIR: `${dataDir}/one` })
  expect(await samePort.exited).toBe(1)
  expect(samePort.stderr()).toBe(
    `PORT ${port} is already in use on 127.0.0.1. Set PORT to a free one, or stop what uses it.\n`,
  )
  expect(await sameFolder.exited).toBe(1)
  expect(sameFolder.stderr()).toContain('is in use by process')
  expect(sameFolder.stderr().trim().split('\n')).toHaveLength(1)
  first.terminate()
  expect(await first.exited).toBe(0)
})

test('a server told to listen everywhere stays on this machine and says so', async ({ dataDir, start }) => {
  const server = start({ DATA_DIR: dataDir, HOST: '0.0.0.0' })
  expect(new URL(await server.ready).hostname).toBe('127.0.0.1')
  expect(server.stdout()).toContain('HOST=0.0.0.0 is not used: the sandbox asks nobody to sign in')
})
