import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PassStore } from '@/components/triage/pass-store'
import type { NextAnswer, NextRequest, TriagePerson } from '@/lib/contracts/triage'
import { currentId } from '@/lib/domain/triage-pass'
import { unreadablePerson } from '@/lib/domain/unreadable-person'
import { offline, ProblemError } from '@/lib/query/http'

const person = (id: string): TriagePerson => ({
  candidate: { ...unreadablePerson(id), position: 0, firstSeenAt: '2026-04-02T10:00:00.000Z', goneAt: null },
  mark: {},
  changes: [],
  responses: [],
  otherApplications: [],
  decisions: [],
})
const ana = { id: 'ana', name: 'Ana Example' }

/** A server with these people, some of whom somebody else has. */
function fakeServer(ids: string[], held: string[] = []) {
  const free = ids.filter((id) => !held.includes(id))
  return vi.fn(async ({ keep, count }: NextRequest): Promise<NextAnswer> => {
    const given = free.filter((id) => !keep.includes(id)).slice(0, count)
    for (const id of given) free.splice(free.indexOf(id), 1)
    return {
      people: given.map(person),
      lost: keep.filter((id) => held.includes(id)).map((applicationId) => ({ applicationId, by: ana })),
      queue: [],
      counts: { people: ids.length, left: free.length + held.length },
      heldBy: given.length < count && held.length > 0 ? [ana] : [],
    }
  })
}

function makeStore(next: ReturnType<typeof fakeServer>, first: string | null = null) {
  const calls = {
    next,
    takeOver: vi.fn(async () => ({ mine: true, claim: null })),
    person: vi.fn(async (id: string) => person(id)),
    release: vi.fn(async () => undefined),
    isSaving: vi.fn((_id: string) => false),
  }
  const options = { calls, id: 'job', holder: 'this-tab', view: '', secondLook: false, onPerson: vi.fn() }
  const store = new PassStore({ ...options, first: first === null ? null : person(first) })
  return { store, calls }
}
const shown = (store: PassStore) => currentId(store.getSnapshot().pass)
const ahead = (store: PassStore) => store.getSnapshot().pass.ahead

beforeEach(() => {
  window.sessionStorage.clear()
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())
const settle = () => vi.advanceTimersByTimeAsync(10)

test('shows the first who is given, and has three ahead from then on', async () => {
  const { store, calls } = makeStore(fakeServer(['a', 'b', 'c', 'd', 'e', 'f']))
  store.enter()
  await settle()
  expect([shown(store), ahead(store)]).toEqual(['a', ['b', 'c', 'd']])
  store.decide('reject')
  // Before any answer.
  expect(shown(store)).toBe('b')
  await settle()
  expect(ahead(store)).toEqual(['c', 'd', 'e'])
  expect(calls.next.mock.lastCall?.[0]).toMatchObject({ keep: ['b', 'c', 'd'], count: 1, after: 'd' })
})

test('whoever is decided about stays claimed until that is saved', async () => {
  const { store, calls } = makeStore(fakeServer(['a', 'b', 'c', 'd', 'e', 'f']))
  store.enter()
  await settle()
  calls.isSaving.mockImplementation((id) => id === 'a')
  store.decide('reject')
  await settle()
  expect(calls.next.mock.lastCall?.[0].keep).toContain('a')
  calls.isSaving.mockReturnValue(false)
  store.next()
  await settle()
  expect(calls.next.mock.lastCall?.[0].keep).not.toContain('a')
})

test('nobody is let go before their decision is saved: at a hundred of them the next ones wait', async () => {
  const ids = Array.from({ length: 120 }, (_, at) => `p${at}`)
  const next = fakeServer(ids)
  const { store, calls } = makeStore(next)
  calls.isSaving.mockReturnValue(true)
  store.enter()
  await settle()
  for (const id of ids.slice(0, 100)) {
    expect(shown(store)).toBe(id)
    store.decide('maybe')
    await settle()
  }
  expect(next.mock.lastCall?.[0]).toMatchObject({ count: 0, keep: ids.slice(0, 100) })
  expect([shown(store), store.getSnapshot().waiting]).toEqual([null, true])
  calls.isSaving.mockReturnValue(false)
  await vi.advanceTimersByTimeAsync(1_500)
  expect([shown(store), store.getSnapshot().waiting]).toEqual(['p100', false])
})

test('a link to somebody whom a colleague has leads to the next, and says so', async () => {
  const { store } = makeStore(fakeServer(['a', 'b', 'c'], ['a']), 'a')
  store.enter()
  await settle()
  expect([shown(store), store.getSnapshot().held]).toEqual(['b', { applicationId: 'a', by: ana }])
  await store.takeOver('a')
  expect([shown(store), store.getSnapshot().held]).toEqual(['a', null])
})

test('somebody who is lost while they are read stays on screen, and it is known who has them', async () => {
  const held: string[] = []
  const { store } = makeStore(fakeServer(['a', 'b', 'c', 'd'], held))
  store.enter()
  await settle()
  held.push('a')
  await vi.advanceTimersByTimeAsync(61_000)
  store.renew()
  await settle()
  expect([shown(store), store.getSnapshot().pass.lost]).toEqual(['a', { a: ana }])
})

test('a server that is away is asked again, and nothing that was shown goes', async () => {
  const next = fakeServer(['a', 'b', 'c', 'd', 'e'])
  const { store } = makeStore(next)
  store.enter()
  await settle()
  next.mockRejectedValueOnce(new ProblemError(offline))
  store.next()
  await settle()
  expect([shown(store), store.getSnapshot().unreachable]).toEqual(['b', true])
  await vi.advanceTimersByTimeAsync(1_000)
  expect([ahead(store), store.getSnapshot().unreachable]).toEqual([['c', 'd', 'e'], false])
})

test('a page that is loaded again goes on with the pass; one that is left gives everything back', async () => {
  const { store, calls } = makeStore(fakeServer(['a', 'b', 'c', 'd', 'e']))
  store.enter()
  await settle()
  store.decide('shortlist')
  store.skip()
  store.leave()
  expect(calls.release).toHaveBeenCalledOnce()
  const again = makeStore(fakeServer(['c', 'd', 'e']), 'c').store
  expect(again.getSnapshot().pass).toMatchObject({ made: { a: 'shortlist' }, skipped: ['b'], trail: ['c'] })
})
