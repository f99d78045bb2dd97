import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import type { NewShareLink } from '@/lib/contracts/share-link'
import { linkRequest } from './access-api'
import { expect, test } from './fixtures'

type Chunk = { name: string; bytes: number }
type Weight = { bytes: number; chunks: Chunk[] }
/** Of the job page, and the bytes of other pages by name. */
type Budget = Weight & { others: Record<string, number> }

const budgetPath = 'tests/e2e/weight.json'
const reportPath = 'test-results/weight.json'

// A build names chunks by hash. What they export tells them apart; a library's chunk is known by a text of its own.
const libraries: [name: string, text: string][] = [
  ['react-dom', 'hydrateRoot'],
  ['the router', 'next-router-state-tree'],
  ['react', 'react.transitional'],
  ['dialogs', 'FocusScope'],
  ['popovers', 'floating'],
  ['queries', 'gcTime'],
  ['the module loader', 'Failed to load chunk'],
]

function nameOf(source: string): string {
  const exported = source.match(/(?<=\.s\(\[)"[^\]]+(?=\])/g)?.join() ?? ''
  const names = new Set(exported.match(/(?<=")[A-Z][A-Za-z]{5,}(?=")/g) ?? [])
  const library = libraries.find(([, text]) => source.includes(text))
  return names.size > 0 ? [...names].sort().slice(0, 4).join(', ') : (library?.[0] ?? 'unnamed')
}

/** Heaviest first, and those of one name numbered by weight. */
function chunksOf(sources: readonly string[]): Chunk[] {
  const seen = new Map<string, number>()
  return sources
    .map((source) => ({ name: nameOf(source), bytes: gzipSync(source, { level: 9 }).length }))
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ name, bytes }) => {
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      return { name: count === 1 ? name : `${name} ${count}`, bytes }
    })
}

const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`

/** The chunks that are new or heavier than in the budget, heaviest growth first. */
function growth(before: readonly Chunk[], now: readonly Chunk[]): string[] {
  const left = new Map(before.map(({ name, bytes }) => [name, bytes]))
  return now
    .map(({ name, bytes }) => ({ name, bytes, grown: bytes - (left.get(name) ?? 0), isNew: !left.has(name) }))
    .filter(({ grown }) => grown > 64)
    .sort((a, b) => b.grown - a.grown)
    .map(
      ({ name, bytes, grown, isNew }) =>
        `${name}: ${isNew ? 'new, ' : `${kb(bytes - grown)} → `}${kb(bytes)}`,
    )
}

/** The scripts that a page sends before anybody touches it. */
async function load(page: Page, path: string): Promise<Weight> {
  const scripts: Promise<string>[] = []
  const keep = (response: Response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text())
  }
  page.on('response', keep)
  // What follows the job begins a while after the page is there, and is never idle.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'EventSource'))
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  // What comes by itself later is not counted, and may come when nobody reads it any more.
  page.off('response', keep)
  const chunks = chunksOf(await Promise.all(scripts))
  return { bytes: chunks.reduce((sum, chunk) => sum + chunk.bytes, 0), chunks }
}

const readBudget = async () => JSON.parse(await readFile(budgetPath, 'utf8')) as Budget

test('the job page sends no more JavaScript than its budget', async ({ page, served, store }) => {
  const job = served.newJob(60)
  await store(job)
  const weight = await load(page, `/jobs/${job.jobId}`)
  await mkdir('test-results', { recursive: true })
  await writeFile(reportPath, `${JSON.stringify(weight, null, 2)}\n`)
  const budget = await readBudget()
  const grew = growth(budget.chunks, weight.chunks)
  expect(
    weight.bytes,
    [
      `The job page sends ${kb(weight.bytes)} of JavaScript (gzip); its budget is ${kb(budget.bytes)}. What grew:`,
      ...grew.map((line) => `  ${line}`),
      `Load on intent what a reader does not need at first, or, if the growth is meant, copy ${reportPath} to ${budgetPath}.`,
    ].join('\n'),
  ).toBeLessThanOrEqual(budget.bytes)
})

test('a person’s link, a guest’s list and the sign-in keep to their budgets', async ({
  page,
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(60)
  await store(job)
  const shared = await page.request.post('/api/share-links', { data: linkRequest(job.jobId) })
  expect(shared.status(), await shared.text()).toBe(200)
  const { token } = (await shared.json()) as NewShareLink
  const nobody = { storageState: { cookies: [], origins: [] } }
  const [guest, stranger] = [await colleague(nobody), await colleague(nobody)]
  const person = `/jobs/${job.jobId}/candidates/${job.person(2).application_id}`
  const weights = {
    person: (await load(page, person)).bytes,
    guest: (await load(guest, `/s/${token}`)).bytes,
    'sign-in': (await load(stranger, '/sign-in')).bytes,
  }
  const { others } = await readBudget()
  for (const [name, bytes] of Object.entries(weights)) {
    expect.soft(bytes, `JavaScript of ${name}, gzip`).toBeLessThanOrEqual(others[name] ?? 0)
  }
})

test('code comes as the build compressed it, for each browser in what it takes', async ({
  page,
  request,
}) => {
  await page.goto('/')
  const path = await page.locator('script[src*="/_next/static/chunks/"]').first().getAttribute('src')
  const ask = (headers: Record<string, string>) => request.get(path ?? '', { headers })
  const [small, older, plain, part] = await Promise.all([
    ask({ 'accept-encoding': 'gzip, deflate, br' }),
    ask({ 'accept-encoding': 'gzip, br;q=0' }),
    ask({ 'accept-encoding': 'identity' }),
    ask({ 'accept-encoding': 'br', range: 'bytes=0-99' }),
  ])
  expect(small.headers()).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  })
  expect(older.headers()).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
  expect(plain.headers()['content-encoding']).toBeUndefined()
  const source = await plain.text()
  expect(await small.text()).toBe(source)
  expect(await older.text()).toBe(source)
  expect(part.status()).toBe(206)
  expect(await part.text()).toBe(source.slice(0, 100))
})
