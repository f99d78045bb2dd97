import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { emptyView } from '@/lib/contracts/words'
import type { IncomingRow } from '@/lib/server/candidates/store/candidates'
import { expectedOf } from './expected'
import { type Figures, type Grid, scrollFrames } from './grid-figures'
import { correct } from './numbers'
import type { Known } from './seed'

const folder = 'tests/bench/peers'
const run = promisify(execFile)
const maxInstallMs = 10 * 60_000
const typingMs = 120
const visible = 5

/** What a grid's page says of itself once it is drawn; see peers/people.js. */
type Parts = {
  scroller: string
  /** Absent for the page without a grid. */
  sort?: string
  /** Where its name column is pressed, from the top left of its canvas. */
  sortAt?: [number, number]
  open?: string
  names?: () => string[]
  dataMs: number
}
declare global {
  interface Window {
    peer: Parts
    shownNames: (count: number) => (string | null)[]
  }
}

/** Installs and bundles the grids; they are no part of the product's own packages. Gives their gzipped bytes. */
export async function buildPeers(): Promise<Record<string, { js: number; css: number }>> {
  const install = ['install', '--no-package-lock', '--legacy-peer-deps', '--no-audit', '--no-fund']
  await run('npm', [...install, '--loglevel=error'], { cwd: folder, timeout: maxInstallMs })
  const { stdout } = await run(process.execPath, ['build.mjs'], { cwd: folder, timeout: maxInstallMs })
  return JSON.parse(stdout) as Record<string, { js: number; css: number }>
}

type PeerPerson = { id: string; name: string; text: string; nameRank: number }

function toPeople(people: readonly IncomingRow[], list: readonly Known[]): PeerPerson[] {
  const byName = expectedOf(list, { ...emptyView, sort: [{ key: 'name', descending: false }] })
  const rank = new Map(byName.map(({ id }, at) => [id, at]))
  return people.map(({ person }, at) => ({
    id: person.applicationId,
    name: person.fullName ?? `${person.firstName ?? ''} ${person.lastName ?? ''}`.trim(),
    rating: person.rating ?? '',
    top: person.isTopChoice,
    headline: person.headline ?? '',
    location: person.location ?? '',
    role: person.experiences[0]?.title ?? '',
    jobs: person.experiences.map(({ title, company, dateRange, description }) => ({
      title,
      company,
      dates: dateRange,
      description,
    })),
    text: list[at]?.text ?? '',
    nameRank: rank.get(person.applicationId) ?? 0,
  }))
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}

/** Serves the bundled grids and their people on loopback. */
export async function servePeers(people: readonly IncomingRow[], list: readonly Known[]) {
  const all = toPeople(people, list)
  const json = gzipSync(JSON.stringify(all))
  const server = createServer(async (request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
    const body = name === 'people.json' ? json : await readFile(`${folder}/dist/${name}`).catch(() => null)
    if (body === null || !/^[a-z-]+\.[a-z]+$/.test(name)) return void response.writeHead(404).end()
    const encoding = name === 'people.json' ? { 'content-encoding': 'gzip' } : {}
    response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain', ...encoding }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = () => new Promise<void>((resolve) => void server.close(() => resolve()))
  return { url, people: all, stop }
}

/** Put into a peer's page: the names in its uppermost rows that can really be seen. */
export function installNames(): void {
  window.shownNames = (count) => {
    if (window.peer?.names) return window.peer.names()
    const pane = document.querySelector(window.peer?.scroller ?? 'body')?.getBoundingClientRect()
    if (!pane) return []
    return [...document.querySelectorAll('.name')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ element, box }) => {
        const at = document.elementFromPoint(box.left + 2, box.top + box.height / 2)
        return box.top >= pane.top && box.bottom <= pane.bottom && at !== null && element.contains(at)
      })
      .sort((a, b) => a.box.top - b.box.top)
      .slice(0, count)
      .map(({ element }) => element.textContent)
  }
}

const firstNames = (people: readonly PeerPerson[]) => people.slice(0, visible).map(({ name }) => name)

async function timeNames(page: Page, event: string, names: string[], act: () => Promise<void>) {
  await page.evaluate(
    ([type, wanted]) => {
      const shows = () => {
        const shown = window.shownNames(wanted.length)
        return wanted.every((name, at) => shown[at] === name)
      }
      window.bench.result = window.bench.painted(type, shows)
    },
    [event, names] as const,
  )
  await act()
  return page.evaluate(() => window.bench.result ?? Number.NaN)
}

async function measureFirst(page: Page, url: string, people: readonly PeerPerson[]): Promise<number> {
  await page.goto(url)
  const wanted = firstNames(people)
  const shown = await page.waitForFunction(
    (names) => names.every((name, at) => window.shownNames(names.length)[at] === name) && performance.now(),
    wanted,
    { polling: 'raf' },
  )
  return Number(await shown.jsonValue()) - (await page.evaluate(() => window.peer.dataMs))
}

async function measureSort(page: Page, people: readonly PeerPerson[]): Promise<number> {
  const { sort, sortAt } = await page.evaluate(() => ({
    sort: window.peer.sort,
    sortAt: window.peer.sortAt,
  }))
  const sorted = firstNames(people.toSorted((a, b) => a.nameRank - b.nameRank))
  const header = sortAt === undefined ? page.locator(sort ?? '') : page.locator('canvas')
  const box = await header.first().boundingBox()
  correct(box !== null, 'it has a header to press')
  // By place: what lies over a canvas would take a press that is meant for it.
  const [x, y] = sortAt ?? [Math.min(20, box.width / 2), box.height / 2]
  await page.mouse.move(box.x + x, box.y + y)
  return timeNames(page, 'pointerup', sorted, () => page.mouse.click(box.x + x, box.y + y))
}

async function measureExpand(page: Page): Promise<number | null> {
  const open = await page.evaluate(() => window.peer.open)
  if (open === undefined) return null
  await page.evaluate(() => {
    window.bench.result = window.bench.painted(
      'pointerup',
      () => document.querySelector('.career p') !== null,
    )
  })
  await page.locator(open).nth(1).click()
  const taken = await page.evaluate(() => window.bench.result ?? Number.NaN)
  await page.locator(open).nth(1).click()
  return taken
}

/** One grid on the people that the product is measured with, all of them in the browser. */
export const peerGrid = (
  name: string,
  bytes: number,
  { url, people }: { url: string; people: readonly PeerPerson[] },
): Grid => ({
  name,
  bytes,
  install: installNames,
  async measure(page, word): Promise<Figures> {
    const first = await measureFirst(page, `${url}/${name}.html`, people)
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
    const expand = await measureExpand(page)
    const found = people.filter(({ text }) => text.includes(word))
    correct(found.length > 0, `somebody has the word ${word}`)
    await page.locator('#search').click()
    await page.keyboard.type(word.slice(0, -1), { delay: typingMs })
    const key = await timeNames(page, 'keydown', firstNames(found), () => page.keyboard.press(word.slice(-1)))
    await page.locator('#search').fill('')
    await page.waitForFunction(
      (names) => names.every((each, at) => window.shownNames(names.length)[at] === each),
      firstNames(people),
      { polling: 'raf' },
    )
    const sort = await measureSort(page, people)
    const fps = await page.evaluate(scrollFrames, await page.evaluate(() => window.peer.scroller))
    return { first, key, sort, expand, fps, nodes }
  },
})
