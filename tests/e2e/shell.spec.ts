import { request as requestRaw } from 'node:http'
import type { APIResponse, Page } from '@playwright/test'
import { desk } from './desk'
import { expect, test } from './fixtures'

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'origin-agent-cluster': '?1',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
}

const policyOf = (answer: APIResponse) => answer.headers()['content-security-policy'] ?? ''
const nonceOf = (answer: APIResponse) => /'nonce-([^']+)'/.exec(policyOf(answer))?.[1]
const directive = (policy: string, name: string) =>
  policy.split('; ').find((part) => part.startsWith(`${name} `)) ?? ''

test('every answer, right or wrong, forbids sniffing, framing, referring, indexing and devices', async ({
  request,
  page,
  served: { newJob, url },
}) => {
  const { jobId } = newJob(3)
  await page.goto('/')
  const script = await page.locator('script[src]').first().getAttribute('src')
  const answers: [string, number, APIResponse][] = []
  for (const [path, status] of [
    ['/', 200],
    [`/jobs/${jobId}`, 200],
    ['/credits', 200],
    ['/nowhere', 404],
    ['/_next/image?url=/icon.svg&w=64&q=75', 404],
    ['/_next/static/nothing.js', 404],
    ['/icon.svg', 200],
    [script ?? '', 200],
    ['/api/health', 200],
    ['/api/jobs', 200],
    ['/api/nothing', 404],
    [`/api/jobs/${jobId}/candidates?limit=no`, 400],
    [`/jobs/${'a'.repeat(9_000)}`, 414],
  ] as const) {
    answers.push([path, status, await request.get(path)])
  }
  answers.push(['another name', 421, await request.get(url, { headers: { host: 'evil.test' } })])
  answers.push(['TRACE', 405, await request.fetch('/', { method: 'TRACE' })])
  answers.push(['DELETE of a page', 405, await request.delete('/')])
  answers.push(['OPTIONS', 204, await request.fetch('/api/jobs', { method: 'OPTIONS' })])
  answers.push(['HEAD', 200, await request.head('/api/jobs')])
  answers.push(['a form of another’s', 405, await request.post('/', { form: { a: '1' } })])
  answers.push(['a large body', 413, await request.post('/api/jobs', { data: 'x'.repeat(70_000) })])
  for (const [what, status, answer] of answers) {
    const headers = answer.headers()
    expect(answer.status(), what).toBe(status)
    expect(headers, what).toMatchObject(always)
    expect(policyOf(answer), what).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/)
    expect(directive(policyOf(answer), 'script-src'), what).not.toContain('unsafe')
    expect(headers['permissions-policy'], what).toMatch(/camera=\(\).*clipboard-write=\(self\)/)
    expect(Object.keys(headers), what).not.toContain('access-control-allow-origin')
    // Whoever came by http is not told to come by https.
    expect(headers, what).not.toHaveProperty('strict-transport-security')
    if ([405, 413, 414].includes(status)) {
      expect(headers['content-type'], what).toBe('application/problem+json')
      expect(await answer.json(), what).toMatchObject({
        status,
        code: expect.any(String),
        requestId: expect.any(String),
      })
    }
  }
})

test('a page lets run only what carries the nonce of that very answer', async ({ request }) => {
  const [one, other] = [await request.get('/'), await request.get('/')]
  expect(nonceOf(one)).toMatch(/^[A-Za-z0-9+/]{22}==$/)
  expect(nonceOf(one)).not.toBe(nonceOf(other))
  expect(directive(policyOf(one), 'script-src')).toBe(
    `script-src 'self' 'nonce-${nonceOf(one)}' 'strict-dynamic'`,
  )
  expect(directive(policyOf(one), 'style-src')).not.toContain('unsafe')
  for (const answer of [one, await request.get('/nowhere')]) {
    const scripts = (await answer.text()).match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(3)
    for (const script of scripts) expect(script).toContain(`nonce="${nonceOf(answer)}"`)
  }
})

test('a reader cannot choose the nonce', async ({ request }) => {
  const headers = {
    'x-shortlist-nonce': 'known',
    'content-security-policy': "script-src 'nonce-known'",
  }
  for (const path of ['/', '/nowhere', '/_next/image?url=x']) {
    const answer = await request.get(path, { headers })
    expect(policyOf(answer) + (await answer.text())).not.toContain('known"')
    expect(nonceOf(answer)).not.toBe('known')
  }
})

type Watched = Window & { seen?: Set<string>; __pwned?: number }

/** Puts into a page what markup of a stranger could be made of. */
const plant = (page: Page) =>
  page.evaluate(() => {
    const seen = new Set<string>()
    ;(window as Watched).seen = seen
    document.addEventListener('securitypolicyviolation', (event) => seen.add(event.effectiveDirective))
    const put = (name: string, properties: object) =>
      document.body.append(Object.assign(document.createElement(name), properties))
    const markup = document.createElement('div')
    markup.innerHTML =
      '<img src="data:," onerror="window.__pwned = 1"><a href="javascript:window.__pwned = 2">x</a>'
    document.body.append(markup)
    markup.querySelector('a')?.click()
    put('style', { textContent: 'body { display: none }' })
    put('iframe', { src: 'https://elsewhere.test/' })
    put('object', { data: 'https://elsewhere.test/' })
    put('img', { src: 'https://elsewhere.test/x.png' })
    put('base', { href: 'https://elsewhere.test/' })
    void fetch('https://elsewhere.test/').catch(() => undefined)
    const form = Object.assign(document.createElement('form'), { action: 'https://elsewhere.test/' })
    document.body.append(form)
    form.submit()
  })

test('what somebody manages to put into a page does not run, load, frame or send anything', async ({
  page,
  guard,
}) => {
  guard.allow(/policy|elsewhere\.test|answer lost: \//i)
  await page.goto('/')
  const address = page.url()
  await plant(page)
  await expect
    .poll(() => page.evaluate(() => [...((window as Watched).seen ?? [])]))
    .toEqual(
      expect.arrayContaining([
        ...['base-uri', 'connect-src', 'frame-src', 'img-src', 'object-src'],
        ...['script-src-attr', 'script-src-elem', 'style-src-elem'],
      ]),
    )
  expect(await page.evaluate(() => (window as Watched).__pwned ?? null)).toBeNull()
  expect(page.url()).toBe(address)
})

test('dialogs, menus, a change of colours and going from page to page break no policy', async ({
  page,
  served: { newJob },
  store,
}) => {
  // The fixture fails on any breach: this walks where libraries add styles of their own.
  const job = newJob(60)
  await store(job, 50)
  await page.goto('/')
  await page.getByRole('link', { name: new RegExp(job.jobId) }).click()
  const { toggle, scope } = desk(page)
  await toggle(0).click()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('button', { name: 'Location' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await scope.getByRole('button', { name: /^Load/ }).first().click()
  await expect(scope).toContainText('All 60 applicants loaded')
  await page.setViewportSize({ width: 360, height: 740 })
  // The person covers the list now.
  await page
    .getByRole('dialog', { name: /^Details of/ })
    .getByRole('button', { name: /^Close/ })
    .click()
  await page.getByRole('button', { name: /^Filter/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await page.evaluate(() => getComputedStyle(document.body).overflowY)).toBe('hidden')
})

/** A request that no client library would send. */
function raw(url: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined> }>(
    (resolve, reject) => {
      const sent = requestRaw(url, { method, headers }, (answer) => {
        answer.resume()
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers })
      })
      sent.on('error', reject)
      sent.end()
    },
  )
}

test('a request to become another protocol is answered as what it is, and nobody may speak for a proxy', async ({
  served: { url },
}) => {
  const upgrade = await raw(`${url}/api/health`, { connection: 'Upgrade', upgrade: 'websocket' })
  expect(upgrade.status).toBe(200)
  const claimed = await raw(`${url}/api/health`, { 'x-forwarded-proto': 'https' })
  expect(claimed.headers).not.toHaveProperty('strict-transport-security')
})

test('with a key set, no server action is taken at any address', async ({ request, served: { url } }) => {
  for (const path of ['/', '/sandbox', '/sign-in', '/nowhere', '/api/jobs', '/api/nothing', '/icon.svg']) {
    const headers = { 'next-action': '0'.repeat(42), origin: url }
    const answer = await request.post(path, { headers, data: '[]' })
    expect([path, answer.status()]).toEqual([path, 405])
  }
})
