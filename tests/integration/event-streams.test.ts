import { expect, test, vi } from 'vitest'
import { recordJobEvent } from '@/lib/server/candidates/store/job-events'
import { touchJob } from '@/lib/server/candidates/store/jobs'
import { doorDesk, type Visitor } from './door-desk'
import { onEachEngine } from './engines'

const key = { account: 'main', jobId: '4100000081' }
const path = `/api/jobs/${key.jobId}/events`
const soon = { timeout: 20_000, interval: 20 }

onEachEngine('streams of people who are signed in', (store) => {
  const desk = doorDesk(store)

  const present = async (): Promise<string[]> => {
    const { rows } = await store.database.pool.query<{ user_name: string }>(
      'select user_name from job_presence order by user_name',
    )
    return rows.map((row) => row.user_name)
  }
  const idOf = async (browser: Visitor) => ((await browser.ask('/api/me')).json as { id: string }).id
  /** Opens a stream and waits until its reader counts as present. @returns what it sent, once it has ended */
  async function open(browser: Visitor, name: string) {
    const answer = browser.ask(path)
    await vi.waitFor(async () => expect(await present()).toContain(name), soon)
    return answer
  }
  /** Not awaited: what it resolves to is the whole stream. */
  const opened = async (browser: Visitor, name: string) => ({ ended: open(browser, name), name })

  test('end when their session is ended, their person is disabled or has another role', async () => {
    await touchJob(store.database.db, key)
    const owner = await desk.owner()
    const leaving = await desk.member(owner, 'viewer')
    const demoted = await desk.member(owner, 'recruiter')
    const disabled = await desk.member(owner, 'viewer', 'other@example.test')
    const [demotedId, disabledId] = [await idOf(demoted.browser), await idOf(disabled.browser)]
    const streams = [leaving, demoted, disabled].map(({ browser }) => browser.ask(path))
    await vi.waitFor(async () => expect(await present()).toHaveLength(3), soon)
    await leaving.browser.post('/api/auth/sign-out')
    await owner.ask(`/api/people/${demotedId}`, { method: 'PATCH', body: { role: 'viewer' } })
    await owner.ask(`/api/people/${disabledId}`, { method: 'PATCH', body: { disabled: true } })
    const texts = (await Promise.all(streams)).map(({ text }) => text)
    expect(texts[0]).toMatch(/event: end\ndata: {"reason":"signed_out"}\n\n$/)
    expect(texts[1]).toMatch(/event: end\ndata: {"reason":"(role|signed_out)"}\n\n$/)
    expect(texts[2]).toMatch(/event: end\ndata: {"reason":"signed_out"}\n\n$/)
    expect((await leaving.browser.ask(path)).status).toBe(401)
  })

  test('tell who else is here, and no longer is', async () => {
    await touchJob(store.database.db, key)
    const owner = await desk.owner()
    const { browser } = await desk.member(owner, 'viewer')
    const { ended } = await opened(owner, 'Olive Owner')
    const guest = await opened(browser, 'A viewer')
    await vi.waitFor(async () => expect(await present()).toEqual(['A viewer', 'Olive Owner']), soon)
    await recordJobEvent(store.database.db, key, { kind: 'views', data: {}, by: null })
    await browser.post('/api/auth/sign-out')
    expect((await guest.ended).text).toContain('"name":"Olive Owner"')
    await vi.waitFor(async () => expect(await present()).toEqual(['Olive Owner']), soon)
    await vi.waitFor(async () => expect((await owner.ask(`${path}?follow=0`)).status).toBe(200), soon)
    await owner.post('/api/auth/sign-out')
    const { text, headers } = await ended
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(headers.get('x-accel-buffering')).toBe('no')
    const people = [...text.matchAll(/event: presence\ndata: (.*)\n/g)].map(([, data]) => data)
    expect(people.map((data) => data?.replace(/"id":"[^"]+"/, '"id":"…"'))).toContain(
      '{"people":[{"id":"…","name":"A viewer"}]}',
    )
    expect(people.at(-1)).toBe('{"people":[]}')
    expect(text).toMatch(/\nid: \d+\nevent: views\ndata: {"by":null}\n\n/)
  })

  test('are at most twelve for a member', async () => {
    await touchJob(store.database.db, key)
    const owner = await desk.owner()
    const streams = Array.from({ length: 12 }, () => owner.ask(path))
    await vi.waitFor(async () => expect((await owner.ask(`${path}?follow=0`)).status).toBe(429), soon)
    const refused = await owner.ask(path)
    expect(refused.headers.get('retry-after')).toBe('30')
    expect(refused.json).toMatchObject({ code: 'too_many_streams' })
    await owner.post('/api/auth/sign-out')
    await Promise.all(streams)
  })

  test('begin where their reader says, and refuse what is no id', async () => {
    await touchJob(store.database.db, key)
    const owner = await desk.owner()
    for (let events = 0; events < 3; events += 1)
      await recordJobEvent(store.database.db, key, { kind: 'views', data: {}, by: 'u-1' })
    const first = /id: (\d+)/.exec((await owner.ask(`${path}?follow=0`)).text)?.[1] ?? ''
    const earlier = String(Number(first) - 2)
    const byAddress = await owner.ask(`${path}?follow=0&lastEventId=${earlier}`)
    expect([...byAddress.text.matchAll(/event: views/g)]).toHaveLength(2)
    const byHeader = await owner.ask(`${path}?follow=0&lastEventId=0`, {
      headers: { 'last-event-id': earlier },
    })
    expect(byHeader.text).toBe(byAddress.text)
    expect((await owner.ask(`${path}?lastEventId=x`)).status).toBe(400)
    expect((await owner.ask(`${path}?follow=maybe`)).status).toBe(400)
    expect((await owner.ask(`${path}?account=nobody`)).status).toBe(404)
  })
})
