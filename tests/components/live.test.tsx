import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useCandidatePages } from '@/components/candidate-table/use-candidate-pages'
import { LiveNotice } from '@/components/live/live-notice'
import { joinStream } from '@/components/live/shared-stream'
import { ownFetches, useLive } from '@/components/shared/live-state'
import { peopleHereId } from '@/components/shared/people-here-id'
import type { CandidatePage } from '@/lib/contracts/candidate'
import { emptyView } from '@/lib/contracts/words'
import { bff } from '@/lib/query/bff'
import { personCalls } from '@/lib/query/person-calls'
import { keys } from '@/lib/query/options'
import { jobRef, listedJob } from './list'
import { applicant } from './people'

/** A connection to the server's stream, as the test would have it. */
class FakeSource extends EventTarget {
  static all: FakeSource[] = []
  readonly url: string
  closed = false
  constructor(url: string) {
    super()
    this.url = url
    FakeSource.all.push(this)
  }
  close() {
    this.closed = true
  }
  say(event: string, data: unknown, id = '') {
    if (this.closed) return
    act(() => {
      this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data), lastEventId: id }))
    })
  }
  fail() {
    act(() => void this.dispatchEvent(new Event('error')))
  }
}

const source = (at = -1) => {
  const found = FakeSource.all.at(at)
  if (!found) throw new Error('no stream was opened')
  return found
}

beforeEach(() => {
  FakeSource.all = []
  vi.stubGlobal('EventSource', FakeSource)
})
afterEach(() => {
  ownFetches.clear()
  vi.unstubAllGlobals()
})

const ids = ['a-1', 'a-2', 'a-3']
const page = (): CandidatePage => ({
  items: ids.map((applicationId, position) => applicant([], { applicationId, position })),
  marks: {},
  nextCursor: null,
  prevCursor: null,
  firstIndex: 0,
  counts: { matched: 3, stored: 3, total: 3 },
  job: listedJob({ stored: 3 }),
})

function Rows() {
  const { range } = useCandidatePages(jobRef, emptyView, null)
  const live = useLive()
  return (
    <ol aria-label={live ? 'live' : 'polled'}>
      {range?.items.map(({ applicationId, decision, leftView }) => (
        <li
          key={applicationId}
        >{`${applicationId} ${decision?.decision ?? '-'}${leftView ? ' left' : ''}`}</li>
      ))}
    </ol>
  )
}

function show(facts: { loading?: boolean } = {}) {
  const client = new QueryClient()
  vi.spyOn(bff, 'candidates').mockImplementation(async () => page())
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  render(
    <>
      <div id={peopleHereId} />
      <Rows />
      <LiveNotice jobRef={jobRef} stored={3} revision={1} readAt={1_000} loading={false} {...facts} />
    </>,
    { wrapper },
  )
  return client
}

const rows = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)
const by = { id: 'u-2', name: 'Ben Colleague' }
const decided = {
  ...{ decision: 'reject' as const, reason: null, comment: null, by },
  ...{ at: '2026-11-15T10:35:00.000Z', changeId: 's-1', opened: true },
}

test('a colleague’s decision changes the row in place, marked where the view has lost it', async () => {
  const marks = vi
    .spyOn(personCalls, 'marks')
    .mockResolvedValue({ marks: { 'a-2': { decision: decided } }, matching: [] })
  show()
  await waitFor(() => expect(rows()).toEqual(['a-1 -', 'a-2 -', 'a-3 -']))
  source().say('ready', { me: 'u-1' }, '7')
  expect(source().url).toContain('since=1000')
  source().say('marks', { by: 'u-2', what: 'decision', applicationIds: ['a-2', 'not-loaded'] }, '8')
  await waitFor(() => expect(rows()).toEqual(['a-1 -', 'a-2 reject left', 'a-3 -']))
  expect(marks).toHaveBeenCalledExactlyOnceWith(jobRef, ['a-2'], emptyView)
  // Nothing was read again that could have moved a row.
  expect(bff.candidates).toHaveBeenCalledTimes(1)
})

test('an event that comes twice is heard once', async () => {
  const marks = vi.spyOn(personCalls, 'marks').mockResolvedValue({ marks: {}, matching: ids })
  show()
  await waitFor(() => expect(rows()).toHaveLength(3))
  source().say('ready', { me: 'u-1' }, '7')
  source().say('marks', { by: null, what: 'tags', applicationIds: ['a-1'] }, '8')
  await waitFor(() => expect(marks).toHaveBeenCalledTimes(1))
  source().say('marks', { by: null, what: 'tags', applicationIds: ['a-1'] }, '8')
  source().say('marks', { by: null, what: 'tags', applicationIds: ['a-3'] }, '9')
  await waitFor(() => expect(marks).toHaveBeenCalledTimes(2))
  expect(marks.mock.calls.map(([, asked]) => asked)).toEqual([['a-1'], ['a-3']])
})

test('new people are offered, and read when they are asked for', async () => {
  show()
  await waitFor(() => expect(rows()).toHaveLength(3))
  source().say('ready', { me: 'u-1' }, '7')
  source().say('list', { by: 'u-2', stored: 5, revision: 2, new: 2, changed: 0, gone: 0 }, '8')
  const offer = await screen.findByRole('button', { name: '2 new people: show' })
  expect(bff.candidates).toHaveBeenCalledTimes(1)
  offer.click()
  await waitFor(() => expect(bff.candidates).toHaveBeenCalledTimes(2))
})

test('a load of somebody else shows as it goes on; one’s own tells of itself', async () => {
  const client = show()
  await waitFor(() => expect(rows()).toHaveLength(3))
  const progress = {
    ...{ fetchId: 'f-1', kind: 'complete' as const, pages: 1, rows: 10, new: 10, spent: 1 },
    ...{ lastCall: 'charged' as const, quoted: 5, left: { rows: 40, credits: 4 } },
  }
  source().say('ready', { me: 'u-1' }, '7')
  source().say('fetch', { by: null, ended: false, progress }, '8')
  expect(client.getQueryData(keys.running(jobRef))).toEqual({ running: progress })
  source().say('fetch', { by: null, ended: true, progress }, '9')
  expect(client.getQueryData(keys.running(jobRef))).toEqual({ running: null })
  ownFetches.add('f-1')
  source().say('fetch', { by: null, ended: false, progress }, '10')
  expect(client.getQueryData(keys.running(jobRef))).toEqual({ running: null })
})

test('who else is here is named; a lost connection is said, and goes on where it was', async () => {
  show()
  await waitFor(() => expect(rows()).toHaveLength(3))
  source().say('ready', { me: 'u-1' }, '7')
  expect(screen.getByRole('list', { name: 'live' })).toBeInTheDocument()
  source().say('presence', { people: [by] })
  expect(screen.getByRole('list', { name: 'Also here' })).toHaveTextContent('BCBen Colleague')
  source().say('views', { by: null }, '9')
  source().fail()
  expect(screen.queryByRole('list', { name: 'Also here' })).toBeNull()
  expect(screen.getByRole('list', { name: 'polled' })).toBeInTheDocument()
  await screen.findByText('Connection lost: changes by others show when it is back.')
  await waitFor(() => expect(FakeSource.all.length).toBeGreaterThan(1))
  expect(source().url).toContain('lastEventId=9')
  source().say('ready', { me: 'u-1' }, '9')
  await waitFor(() => expect(screen.queryByText(/Connection lost/)).toBeNull())
})

test('a session that ended is not asked for again', async () => {
  show()
  await waitFor(() => expect(rows()).toHaveLength(3))
  source().say('ready', { me: 'u-1' }, '7')
  source().say('end', { reason: 'signed_out' })
  await screen.findByText(/Connection lost/)
  expect(FakeSource.all).toHaveLength(1)
})

/** Locks and channels of one browser, as its tabs have them. */
function fakeBrowser() {
  const waiting: (() => void)[] = []
  let held = false
  const take = async (work: (lock: object | null) => Promise<unknown>) => {
    held = true
    try {
      return await work({})
    } finally {
      held = false
      waiting.shift()?.()
    }
  }
  const request = async (
    _: string,
    options: { ifAvailable?: true },
    work: (lock: object | null) => Promise<unknown>,
  ) => {
    if (!held) return take(work)
    if (options.ifAvailable) return work(null)
    await new Promise<void>((resolve) => waiting.push(resolve))
    return take(work)
  }
  const channels = new Set<EventTarget>()
  class Channel extends EventTarget {
    constructor() {
      super()
      channels.add(this)
    }
    postMessage(data: unknown) {
      for (const other of channels)
        if (other !== this) other.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }))
    }
    close() {
      channels.delete(this)
    }
  }
  vi.stubGlobal('BroadcastChannel', Channel)
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, { locks: { request } }))
}

test('tabs share one stream: the other hears all of it in order, and goes on when the first one leaves', async () => {
  fakeBrowser()
  const heard: [string[], string[]] = [[], []]
  const tab = (at: 0 | 1) =>
    joinStream(jobRef, 1_000, {
      onHeard: ({ event, id }) => void (event === 'views' && heard[at].push(String(id))),
      onState: () => undefined,
    })
  const leave = tab(0)
  await waitFor(() => expect(FakeSource.all).toHaveLength(1))
  const first = source()
  first.say('ready', {}, '7')
  first.say('views', { by: null }, '8')
  const leaveSecond = tab(1)
  await waitFor(() => expect(FakeSource.all).toHaveLength(2))
  const catchingUp = source()
  expect(catchingUp.url).toContain('follow=0')
  // Heard while the tab still reads what it missed: it waits its turn.
  first.say('views', { by: null }, '10')
  catchingUp.say('ready', {}, '7')
  catchingUp.say('views', { by: null }, '8')
  catchingUp.say('views', { by: null }, '9')
  catchingUp.say('end', { reason: 'caught_up' })
  first.say('views', { by: null }, '11')
  expect(heard).toEqual([
    ['8', '10', '11'],
    ['8', '9', '10', '11'],
  ])
  leave()
  expect(first.closed).toBe(true)
  await waitFor(() => expect(FakeSource.all).toHaveLength(3))
  expect(source().url).toContain('lastEventId=11')
  leaveSecond()
})
