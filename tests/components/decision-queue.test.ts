import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Candidate, CandidatePage, Mark } from '@/lib/contracts/candidate'
import type { DecisionMark, DecisionRequest } from '@/lib/contracts/decisions'
import type { Decision } from '@/lib/contracts/decision-words'
import { emptyView } from '@/lib/contracts/words'
import { decide, replaceTheirs, suggest } from '@/lib/query/decide'
import type { Order } from '@/lib/query/decision-orders'
import { type Calls, DecisionQueue } from '@/lib/query/decision-queue'
import { offline, ProblemError } from '@/lib/query/http'
import { findMarked } from '@/lib/query/marks'
import { keys } from '@/lib/query/options'
import { browserOrders } from '@/lib/query/order-storage'
import { soon } from '../soon'

const ref = { account: null, jobId: '4100000008' }
const member = { id: 'rita', name: 'Rita' }
const bob = { id: 'bob', name: 'Bob' }
const people = ['ada', 'bo', 'cy']
const candidate = (applicationId: string) =>
  ({ applicationId, fullName: `Person ${applicationId}`, unreadable: false }) as Candidate
const page = (marks: Record<string, Mark> = {}) => ({
  pages: [{ items: people.map(candidate), marks } as unknown as CandidatePage],
  pageParams: [null],
})
const markOf = (decision: Decision, by = member, changeId = `step of ${decision}`): DecisionMark => ({
  ...{ decision, reason: null, comment: null, by, changeId, opened: false },
  at: '2026-04-01T10:00:00.000Z',
})

let client: QueryClient
let saved: Order[]
let wake: () => void
let steps = 0
const key = [...keys.candidates(ref), emptyView, null]

const calls = {
  decide: vi.fn<Calls['decide']>(),
  decideMany: vi.fn<Calls['decideMany']>(),
  undo: vi.fn<Calls['undo']>(),
  suggest: vi.fn<Calls['suggest']>(),
}
/** The server says yes. */
const accept = async (_ref: unknown, applicationId: string, { decision }: DecisionRequest) => {
  steps += 1
  const changeId = `step-${steps}`
  return { applicationId, changeId, decision: decision && markOf(decision, member, changeId) }
}
const refusal = (code: string, status: number, more: object = {}) =>
  new ProblemError({ ...offline, status, code, title: 'Refused', ...more })

function newQueue(left: Order[] = []) {
  const storage = {
    save: (orders: readonly Order[]) => void (saved = structuredClone([...orders])),
    adopt: async () => left,
  }
  const pause = (_ms: number, onWake: (wakeUp: () => void) => void) =>
    new Promise<void>((resolve) => onWake((wake = resolve)))
  return new DecisionQueue({ client, member, storage, calls, pause })
}
const shown = (id: string) => findMarked(client, ref, id)?.mark.decision?.decision ?? null
const settled = () => vi.waitFor(() => expect(saved).toEqual([]), soon)
const decideOn = (queue: ReturnType<typeof newQueue>, ids: string[], decision: Decision | null) =>
  decide({ client, queue, member, ref }, { who: { ids }, decision, via: 'list' })

beforeEach(() => {
  client = new QueryClient()
  client.setQueryData(key, page())
  saved = []
  steps = 0
  wake = () => undefined
  calls.decide.mockImplementation(accept)
  calls.undo.mockImplementation(async () => ({
    changeId: `undo-${(steps += 1)}`,
    restored: 1,
    leftAlone: 0,
    missing: 0,
  }))
})
afterEach(() => {
  client.clear()
  for (const call of Object.values(calls)) call.mockReset()
  window.localStorage.clear()
})

test('a decision is shown at once, saved, and then the server’s own', async () => {
  const queue = newQueue()
  decideOn(queue, ['ada'], 'reject')
  expect(shown('ada')).toBe('reject')
  expect(saved).toHaveLength(1)
  await settled()
  expect(calls.decide).toHaveBeenCalledExactlyOnceWith(ref, 'ada', {
    decision: 'reject',
    via: 'list',
    expected: null,
  })
  expect(findMarked(client, ref, 'ada')?.mark.decision?.changeId).toBe('step-1')
  expect(queue.getState()).toMatchObject({ last: { saved: true, changeId: 'step-1' }, undoable: 1 })
})

test('rows that nothing was decided about stay the same objects', async () => {
  const before = client.getQueryData<ReturnType<typeof page>>(key)!
  decideOn(newQueue(), ['ada'], 'reject')
  const after = client.getQueryData<ReturnType<typeof page>>(key)!
  expect(after.pages[0]?.items).toBe(before.pages[0]?.items)
  await settled()
})

test('a refused decision is taken back on the screen, and told', async () => {
  client.setQueryData(key, page({ ada: { decision: markOf('maybe') } }))
  calls.decide.mockRejectedValue(refusal('candidate_erased', 410))
  const queue = newQueue()
  decideOn(queue, ['ada'], 'reject')
  expect(shown('ada')).toBe('reject')
  await settled()
  expect(shown('ada')).toBe('maybe')
  expect(queue.getState()).toMatchObject({ refused: { problem: { code: 'candidate_erased' } }, undoable: 0 })
})

test('a colleague who was faster is shown, and can be kept or replaced', async () => {
  const current = markOf('shortlist', bob)
  calls.decide.mockRejectedValueOnce(refusal('decision_changed', 409, { current, expected: null }))
  const queue = newQueue()
  decideOn(queue, ['ada'], 'reject')
  await settled()
  expect(shown('ada')).toBe('shortlist')
  const [clash] = queue.getState().clashes
  expect(clash).toMatchObject({ name: 'Person ada', current: { by: bob } })
  replaceTheirs({ client, queue, member }, clash!)
  expect(shown('ada')).toBe('reject')
  await settled()
  expect(calls.decide).toHaveBeenLastCalledWith(
    ...[ref, 'ada', { decision: 'reject', via: 'list', expected: 'shortlist' }],
  )
  expect(queue.getState().clashes).toEqual([])
})

test('while the store is away it is kept, said, and sent in order once that is back', async () => {
  calls.decide
    .mockRejectedValueOnce(new ProblemError(offline))
    .mockRejectedValueOnce(refusal('store_unavailable', 503))
  const queue = newQueue()
  decideOn(queue, ['ada'], 'reject')
  decideOn(queue, ['bo'], 'maybe')
  await vi.waitFor(
    () => expect(queue.getState().waiting).toMatchObject({ orders: 2, problem: { code: 'offline' } }),
    soon,
  )
  expect(saved).toHaveLength(2)
  expect([shown('ada'), shown('bo')]).toEqual(['reject', 'maybe'])
  queue.retry()
  await vi.waitFor(() => expect(queue.getState().waiting?.problem.status).toBe(503), soon)
  wake()
  await settled()
  expect(queue.getState().waiting).toBeNull()
  expect(calls.decide.mock.calls.map(([, id]) => id)).toEqual(['ada', 'ada', 'ada', 'bo'])
})

test('what is read again while a decision is on its way is shown with it', async () => {
  let arrive = (_answer: Awaited<ReturnType<typeof accept>>) => {}
  calls.decide.mockReturnValue(new Promise((resolve) => (arrive = resolve)))
  decideOn(newQueue(), ['ada'], 'reject')
  await client.fetchQuery({ queryKey: key, queryFn: () => page(), staleTime: 0 })
  expect(shown('ada')).toBe('reject')
  // Marks that the stream of the job had read again.
  client.setQueryData(key, page())
  expect(shown('ada')).toBe('reject')
  arrive(await accept(ref, 'ada', { decision: 'reject' }))
  await settled()
  // An answer that was asked for before, and comes after.
  await client.fetchQuery({ queryKey: key, queryFn: () => page(), staleTime: 0 })
  expect(shown('ada')).toBe('reject')
  // A colleague's that is newer.
  const newer = page({ ada: { decision: markOf('shortlist', bob, 'newer') } })
  await client.fetchQuery({ queryKey: key, queryFn: () => newer, staleTime: 0 })
  expect(shown('ada')).toBe('shortlist')
})

test('steps are undone one after the other, and done again', async () => {
  const queue = newQueue()
  decideOn(queue, ['ada'], 'reject')
  decideOn(queue, ['bo'], 'maybe')
  await settled()
  queue.reverse(queue.lastUndoable()!)
  expect([shown('ada'), shown('bo')]).toEqual(['reject', null])
  queue.reverse(queue.lastUndoable()!)
  expect(shown('ada')).toBeNull()
  expect(queue.lastUndoable()).toBeNull()
  await settled()
  expect(calls.undo.mock.calls.map(([, id]) => id)).toEqual(['step-2', 'step-1'])
  queue.reverse(queue.getState().last!)
  expect(shown('ada')).toBe('reject')
  await settled()
  expect(calls.undo).toHaveBeenLastCalledWith(ref, 'undo-4')
})

test('an undo of what is not saved yet waits for it', async () => {
  calls.decide.mockRejectedValueOnce(new ProblemError(offline))
  const queue = newQueue()
  decideOn(queue, ['ada'], 'reject')
  queue.reverse(queue.lastUndoable()!)
  expect(shown('ada')).toBeNull()
  await vi.waitFor(() => expect(queue.getState().waiting).not.toBeNull(), soon)
  wake()
  await settled()
  expect(calls.undo).toHaveBeenCalledExactlyOnceWith(ref, 'step-1')
  expect(shown('ada')).toBeNull()
})

test('of many, a colleague’s decisions are left alone, as the server does', async () => {
  client.setQueryData(key, page({ bo: { decision: markOf('shortlist', bob) } }))
  const counts = { decided: 2, unchanged: 0, leftAlone: [], missing: 0, unopened: 2 }
  calls.decideMany.mockResolvedValue({ changeId: 'bulk', counts })
  const queue = newQueue()
  decideOn(queue, people, 'reject')
  expect(people.map(shown)).toEqual(['reject', 'shortlist', 'reject'])
  await settled()
  expect(queue.getState().last).toMatchObject({ counts, changeId: 'bulk' })
  queue.reverse(queue.lastUndoable()!)
  expect(people.map(shown)).toEqual([null, 'shortlist', null])
  await settled()
  expect(calls.undo).toHaveBeenCalledExactlyOnceWith(ref, 'bulk')
})

test('a suggestion is shown as one, and decides nothing', async () => {
  const suggestions = [{ decision: 'maybe' as const, by: member }]
  calls.suggest.mockResolvedValue({ suggestions })
  const queue = newQueue()
  suggest({ client, queue, member, ref }, 'ada', 'maybe')
  expect(findMarked(client, ref, 'ada')?.mark).toEqual({ suggestions })
  await settled()
  expect(queue.lastUndoable()).toBeNull()
})

test('a page that was left loses nothing: the next one sends it, for the same member alone', async () => {
  const order: Order = {
    ...{ id: 'one', ref, at: Date.now(), kind: 'one', applicationId: 'ada' },
    request: { decision: 'reject', expected: null },
  }
  browserOrders('rita', 'first').save([order, { ...order, id: 'old', at: Date.now() - 9 * 86_400_000 }])
  expect(await browserOrders('bob', 'second').adopt()).toEqual([])
  const left = await browserOrders('rita', 'third').adopt()
  expect(left).toEqual([order])
  expect(await browserOrders('rita', 'fourth').adopt()).toEqual([])
  const queue = newQueue(left)
  await queue.resume()
  expect(calls.decide).toHaveBeenCalledExactlyOnceWith(ref, 'ada', order.request)
  expect(shown('ada')).toBe('reject')
})

test('an undo that waits with its decision outlives the page as well', async () => {
  const waiting: Order[] = [
    {
      ...{ id: 'one', ref, at: Date.now(), kind: 'one', applicationId: 'ada' },
      request: { decision: 'reject', expected: null },
    },
    { id: 'two', ref, at: Date.now(), kind: 'undo', undoes: 'one', changeId: null },
  ]
  await newQueue(waiting).resume()
  expect(calls.undo).toHaveBeenCalledExactlyOnceWith(ref, 'step-1')
})

test('one that the server always fails on does not hold up the others', async () => {
  calls.decide.mockImplementation(async (_ref, id, request) => {
    if (id === 'ada') throw refusal('internal_error', 500)
    return accept(ref, id, request)
  })
  const queue = newQueue()
  decideOn(queue, ['ada'], 'reject')
  decideOn(queue, ['bo'], 'maybe')
  await vi.waitFor(() => {
    wake()
    expect(saved).toEqual([])
  }, soon)
  expect([shown('ada'), shown('bo')]).toEqual([null, 'maybe'])
  expect(queue.getState()).toMatchObject({ refused: { problem: { status: 500 } }, waiting: null })
})
