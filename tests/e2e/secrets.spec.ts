import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CandidatePage } from '@/lib/contracts/candidate'
import { desk } from './desk'
import { expect, secrets, test } from './fixtures'

const values = Object.values(secrets)

function expectNoSecret(text: string, where: string, others: string[] = []) {
  for (const secret of [...values, ...others])
    expect(text.includes(secret), `${secret} in ${where}`).toBe(false)
}

test('nothing that a browser is given to run holds a secret or the name of a setting', async () => {
  const folder = '.next/static'
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) =>
    file.isFile(),
  )
  expect(files.length).toBeGreaterThan(5)
  const settings = ['RECRUITER_API_KEY=', 'process.env.RECRUITER', 'DATABASE_URL', 'AUTH_SECRET', 'x-api-key']
  for (const file of files) {
    const path = join(file.parentPath, file.name)
    expectNoSecret(await readFile(path, 'latin1'), path, settings)
  }
})

test('no answer of any address, right or wrong, holds the key, an account’s id or the provider’s address', async ({
  request,
  served: { sandbox, newJob, url },
  store,
}) => {
  const job = newJob(60)
  await store(job, 50)
  const id = job.person(3).application_id
  const api = `/api/jobs/${job.jobId}`
  const pages = [
    '/',
    `/jobs/${job.jobId}`,
    `/jobs/${job.jobId}?q=a&sort=-years`,
    `/jobs/${job.jobId}/candidates/${id}`,
    `/jobs/${job.jobId}/candidates/nobody`,
    `/jobs/${job.jobId}?account=agency`,
    `/jobs/${job.jobId}?account=nobody`,
    '/jobs/two%20words',
    '/sandbox',
    '/nowhere',
  ]
  const reads = [
    '/api/health',
    '/api/ready',
    '/api/metrics',
    '/api/jobs',
    '/api/credits?limit=200',
    '/api/credits/meter',
    '/api/credits?cursor=wrong',
    '/api/nothing',
    api,
    `${api}?account=nobody`,
    `${api}/candidates?limit=200`,
    `${api}/candidates?limit=wrong`,
    `${api}/candidates?cursor=wrong`,
    `${api}/candidates/${id}`,
    `${api}/candidates/nobody`,
    `${api}/facets`,
    `${api}/candidates/${id}/decisions`,
    `${api}/candidates/nobody/decision`,
    `${api}/candidates/${id}/opened`,
    `${api}/decisions`,
    '/api/reasons',
    `${api}/events?follow=0&lastEventId=0`,
    `${api}/events?lastEventId=wrong`,
    '/api/jobs/two%20words',
  ]
  const check = async (path: string, answer: Awaited<ReturnType<typeof request.get>>) => {
    const text = `${JSON.stringify(answer.headersArray())}\n${await answer.text()}`
    expectNoSecret(text, path)
    expect(text, path).not.toMatch(/postgres(ql)?:\/\/|\/node_modules\/| {4}at \S+ \(/)
    expect(answer.headers()['x-powered-by'], path).toBeUndefined()
    return answer
  }
  for (const path of [...pages, ...reads]) {
    const answer = await check(path, await request.get(path))
    expect(answer.status(), path).toBeLessThan(500)
  }
  for (const path of pages) await check(path, await request.get(path, { headers: { rsc: '1' } }))
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    for (const path of reads) {
      const answer = await check(path, await request.fetch(path, { method, data: '{"broken' }))
      expect(answer.status(), `${method} ${path}`).toBeLessThan(500)
    }
  }
  // The provider quotes what it was sent, as the careless do.
  for (const kind of [
    'INVALID_API_KEY',
    'INVALID_ACCOUNT',
    'html_403',
    'UNKNOWN_CODE',
    'truncated',
  ] as const) {
    sandbox.addFault({ kind, jobId: job.jobId })
    const data = { kind: 'next', maxCredits: 5 }
    const answer = await check(kind, await request.post(`${api}/fetches`, { data }))
    expect(answer.headers()['content-type'], kind).toBe('application/problem+json')
  }
  for (const data of [
    {},
    { kind: 'next', maxCredits: 0 },
    { kind: 'all', maxCredits: 1 },
    'x'.repeat(70_000),
  ]) {
    const answer = await check('a wrong body', await request.post(`${api}/fetches`, { data }))
    expect(answer.status()).toBeLessThan(500)
  }
  await check(
    'another site',
    await request.post(`${api}/fetches`, { headers: { origin: 'https://evil.test' } }),
  )
  await check('another name', await request.get(url, { headers: { host: 'evil.test' } }))
})

test('the log says what was done, and neither a secret, nor a person, nor what was searched for', async ({
  page,
  request,
  served: { sandbox, newJob, log },
  store,
  guard,
}) => {
  const job = newJob(60)
  await store(job, 50)
  guard.expect(502, /\/fetches$/)
  sandbox.addFault({ kind: 'INVALID_API_KEY', jobId: job.jobId })
  await page.goto(`/jobs/${job.jobId}`)
  const { scope, search, failure, toggle } = desk(page)
  await scope.getByRole('button', { name: 'Load 10 more' }).click()
  await expect(failure).toBeVisible()
  // It stands over the top of the list.
  await failure.getByRole('button', { name: 'Dismiss' }).click()
  const { full_name: name } = job.person(2)
  await search.fill(name)
  await expect(toggle(0)).toContainText(name)
  await toggle(0).click()
  await expect(page.getByLabel(`Details of ${name}`, { exact: true })).toBeVisible()

  const { items } = (await (
    await request.get(`/api/jobs/${job.jobId}/candidates?limit=200`)
  ).json()) as CandidatePage
  expect(items).toHaveLength(50)
  const lines = log()
  expect(lines).toContain('provider answered')
  expect(lines).toContain('provider failed')
  expectNoSecret(lines, 'the log')
  for (const { fullName, headline, topChoiceMessage, publicIdentifier } of items) {
    for (const text of [fullName, headline, topChoiceMessage, publicIdentifier]) {
      if (text) expect(lines.includes(text), `${text} in the log`).toBe(false)
    }
  }
})
