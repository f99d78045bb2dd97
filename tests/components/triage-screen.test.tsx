import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { TriageScreen } from '@/app/(app)/jobs/[jobId]/triage/triage-screen'
import { CommandKeys } from '@/components/shared/command-keys'
import { DecisionNotices } from '@/components/shared/decision-notices'
import { defaultKeys, ReaderProvider } from '@/components/shared/reader'
import { Announcer } from '@/components/ui/announcer'
import type { DecisionMark } from '@/lib/contracts/decisions'
import type { NextRequest, TriagePerson } from '@/lib/contracts/triage'
import { emptyView } from '@/lib/contracts/words'
import { unreadablePerson } from '@/lib/domain/unreadable-person'
import { decisionCalls } from '@/lib/query/decisions'
import { offline, ProblemError } from '@/lib/query/http'
import { bff } from '@/lib/query/bff'
import { triageCalls } from '@/lib/query/triage'
import { soon } from '../soon'

const jobRef = { account: null, jobId: '4100000008' }
const names = ['Ada', 'Bo', 'Chen', 'Dee', 'Eve', 'Fay']
const far = { id: 'rsn_far', label: 'Too far', definition: '', decision: 'reject' as const }

const person = (name: string, mark: TriagePerson['mark'] = {}): TriagePerson => ({
  candidate: {
    ...unreadablePerson(name.toLowerCase()),
    ...{
      unreadable: false,
      fullName: name,
      position: 0,
      firstSeenAt: '2026-04-02T10:00:00.000Z',
      goneAt: null,
    },
  },
  ...{ mark, changes: [], responses: [], otherApplications: [], decisions: [] },
})
const decided = (decision: DecisionMark['decision'], changeId: string): DecisionMark => ({
  ...{ decision, reason: null, comment: null, by: { id: 'rita', name: 'Rita' }, changeId },
  ...{ at: '2026-04-02T10:00:00.000Z', opened: true },
})

/** A server on which nobody else is at work. */
function serve() {
  const open = names.map((name) => name.toLowerCase())
  const next = async (_ref: unknown, { keep, count }: NextRequest) => {
    const free = open.filter((id) => !keep.includes(id))
    return {
      people: free.slice(0, count).map((id) => person(names.find((name) => name.toLowerCase() === id) ?? id)),
      ...{ lost: [], queue: [], heldBy: [] },
      counts: { people: names.length, left: Math.max(0, free.length - count) },
    }
  }
  vi.spyOn(triageCalls, 'next').mockImplementation(next)
  vi.spyOn(triageCalls, 'release').mockResolvedValue(new Response())
  vi.spyOn(decisionCalls, 'noteOpened').mockResolvedValue(new Response())
  vi.spyOn(decisionCalls, 'reasons').mockResolvedValue({ reasons: [far], neededForReject: false })
  vi.spyOn(decisionCalls, 'decide').mockImplementation(async (_ref, applicationId, { decision }) => {
    open.splice(open.indexOf(applicationId), 1)
    const changeId = `step-of-${applicationId}`
    return { applicationId, changeId, decision: decision && decided(decision, changeId) }
  })
  vi.spyOn(decisionCalls, 'undo').mockImplementation(async (_ref, changeId) => {
    open.unshift(changeId.replace('step-of-', ''))
    return { changeId: 'undo', restored: 1, leftAlone: 0, missing: 0 }
  })
}

function show(role: 'recruiter' | 'viewer' = 'recruiter') {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ReaderProvider reader={{ id: 'rita', name: 'Rita', role, signIn: true, keys: defaultKeys }}>
        <CommandKeys />
        <TriageScreen
          {...{ jobRef, view: emptyView, savedView: null, first: null, title: 'Gardener' }}
          {...{ asOf: { y: 2026, m: 4 }, earliest: null, notice: null }}
        />
        <DecisionNotices />
        <Announcer />
      </ReaderProvider>
    </QueryClientProvider>,
  )
}
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const left = () => screen.getByText(/undecided$/).closest('p')
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

beforeEach(() => {
  for (const observer of ['ResizeObserver', 'IntersectionObserver']) {
    vi.stubGlobal(
      observer,
      class {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    )
  }
  Element.prototype.scrollTo ??= () => undefined
  window.sessionStorage.clear()
  window.history.replaceState(null, '', '/jobs/4100000008/triage')
  serve()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  window.localStorage.clear()
})

test('a key decides and shows the next person, whose name has the focus; the address and the title follow', async () => {
  show()
  expect(await heading('Ada')).toHaveFocus()
  press('3')
  expect(await heading('Bo')).toHaveFocus()
  expect(document.title).toBe('Bo · Gardener · Shortlist')
  expect(window.location.pathname + window.location.search).toBe('/jobs/4100000008/triage?at=bo')
  expect(screen.getByRole('status')).toHaveTextContent('Rejected. Bo.')
  await waitFor(() =>
    expect(decisionCalls.decide).toHaveBeenCalledExactlyOnceWith(
      jobRef,
      'ada',
      expect.objectContaining({ decision: 'reject', via: 'triage', expected: null }),
    ),
  )
  await waitFor(() => expect(left()).toHaveTextContent('5 of 6 undecided'))
  // What was done last is seen in the queue.
  expect(screen.queryByRole('region', { name: 'Decisions' })).toBeNull()
})

test('undo goes back step by step, and a look back shows what was decided', async () => {
  show()
  await heading('Ada')
  press('1')
  await heading('Bo')
  press('2')
  await heading('Chen')
  press('k')
  await heading('Bo')
  expect(screen.getByRole('button', { name: 'Maybe' })).toHaveAttribute('aria-pressed', 'true')
  press('u')
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Maybe' })).toHaveAttribute('aria-pressed', 'false'),
  )
  press('u')
  await heading('Ada')
  await waitFor(() => expect(decisionCalls.undo).toHaveBeenCalledTimes(2))
  expect(vi.mocked(decisionCalls.undo).mock.calls.map(([, id]) => id)).toEqual(['step-of-bo', 'step-of-ada'])
})

test('whoever presses a button stays on it, through to the end', async () => {
  show()
  await heading('Ada')
  for (const [at, name] of names.entries()) {
    await heading(name)
    const button = screen.getByRole('button', { name: at === 0 ? 'Shortlist' : 'Reject' })
    button.focus()
    fireEvent.click(button)
    if (at < names.length - 1) {
      await heading(names[at + 1] ?? '')
      expect(button).toHaveFocus()
    }
  }
  expect(await heading('6 decided in less than a minute')).toHaveFocus()
  expect(screen.getByText('1 shortlist, 0 maybe, 5 reject.')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Open the shortlist' })).toHaveAttribute(
    'href',
    '/jobs/4100000008?decision=shortlist',
  )
  press('u')
  await heading('Fay')
})

test('a rejection that needs a reason asks for it first', async () => {
  vi.mocked(decisionCalls.reasons).mockResolvedValue({ reasons: [far], neededForReject: true })
  show()
  await heading('Ada')
  await waitFor(() => expect(decisionCalls.reasons).toHaveBeenCalled())
  await vi.waitFor(() => {
    press('3')
    expect(screen.getByRole('dialog', { name: 'Reason to reject Ada' })).toBeVisible()
  }, soon)
  fireEvent.click(await screen.findByRole('radio', { name: /Too far/ }, { timeout: 10_000 }))
  const menu = within(screen.getByRole('dialog', { name: 'Reason to reject Ada' }))
  fireEvent.click(menu.getByRole('button', { name: 'Reject' }))
  await heading('Bo')
  await waitFor(() =>
    expect(decisionCalls.decide).toHaveBeenCalledExactlyOnceWith(
      jobRef,
      'ada',
      expect.objectContaining({ decision: 'reject', reason: 'rsn_far' }),
    ),
  )
})

test('a refused decision brings its person back', async () => {
  vi.mocked(decisionCalls.decide).mockRejectedValueOnce(
    new ProblemError({
      ...offline,
      status: 422,
      code: 'reason_required',
      title: 'A rejection needs a reason',
    }),
  )
  show()
  await heading('Ada')
  press('3')
  await heading('Ada')
  expect(await screen.findByRole('region', { name: 'Decisions' })).toHaveTextContent(
    'A rejection needs a reason',
  )
  expect(left()).toHaveTextContent('6 of 6 undecided')
})

test('a viewer suggests with the same keys', async () => {
  vi.spyOn(decisionCalls, 'suggest').mockResolvedValue({ suggestions: [] })
  show('viewer')
  await heading('Ada')
  expect(screen.getByRole('group', { name: 'Suggestion' })).toBeVisible()
  press('2')
  await heading('Bo')
  await waitFor(() =>
    expect(decisionCalls.suggest).toHaveBeenCalledWith(jobRef, 'ada', { decision: 'maybe' }),
  )
  expect(decisionCalls.decide).not.toHaveBeenCalled()
})

test('moving on without a decision notes who was looked at', async () => {
  show()
  await heading('Ada')
  press('j')
  await heading('Bo')
  press('s')
  await heading('Chen')
  const looked = vi.mocked(decisionCalls.noteOpened).mock.calls.map(([, id]) => id)
  expect(looked).toEqual(['ada', 'bo'])
})

test('the address decides who is shown, whatever the page was drawn with', async () => {
  vi.spyOn(triageCalls, 'person').mockResolvedValue(person('Dee'))
  window.history.replaceState(null, '', '/jobs/4100000008/triage?at=dee')
  show()
  expect(await heading('Dee')).toBeVisible()
  expect(window.location.search).toBe('?at=dee')
  await waitFor(() => expect(left()).toHaveTextContent('6 of 6 undecided'))
  expect(vi.mocked(triageCalls.next).mock.calls[0]?.[1]).toMatchObject({ keep: ['dee'] })
})

test('somebody who is not stored is said to be missing, and the first who is open is shown', async () => {
  vi.spyOn(triageCalls, 'person').mockRejectedValue(
    new ProblemError({ ...offline, status: 404, code: 'candidate_not_found', title: 'Not loaded' }),
  )
  window.history.replaceState(null, '', '/jobs/4100000008/triage?at=gone')
  show()
  expect(await screen.findByRole('group', { name: 'Not loaded' })).toBeVisible()
  expect(await heading('Ada')).toBeVisible()
})

describe('while others decide too', () => {
  class FakeSource extends EventTarget {
    static last: FakeSource | null = null
    constructor() {
      super()
      FakeSource.last = this
    }
    close() {}
    say(event: string, data: unknown, id: string) {
      this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data), lastEventId: id }))
    }
  }
  const rejected = (): DecisionMark => ({ ...decided('reject', 's-1'), by: { id: 'ben', name: 'Ben' } })
  const marksOf = (...ids: string[]) =>
    vi.spyOn(bff, 'marks').mockImplementation(async (_ref, asked) => ({
      marks: Object.fromEntries(asked.map((id) => [id, ids.includes(id) ? { decision: rejected() } : {}])),
      matching: [],
    }))
  /** @returns tells what a colleague did */
  async function goLive() {
    vi.stubGlobal('EventSource', FakeSource)
    vi.spyOn(triageCalls, 'person').mockImplementation(async (_ref, id) =>
      person(
        names.find((name) => name.toLowerCase() === id) ?? id,
        id === 'ada' ? { decision: rejected() } : {},
      ),
    )
    show()
    await heading('Ada')
    fireEvent.pointerMove(window)
    await waitFor(() => expect(FakeSource.last).not.toBeNull())
    const source = FakeSource.last
    FakeSource.last = null
    act(() => source?.say('ready', { me: 'rita' }, '7'))
    let id = 7
    return (applicationIds: string[], by = 'ben') =>
      act(() => source?.say('marks', { by, what: 'decision', applicationIds }, String((id += 1))))
  }

  test('whoever a colleague decides about does not come up, and the queue is asked for', async () => {
    marksOf('bo')
    const tell = await goLive()
    vi.mocked(triageCalls.next).mockClear()
    tell(['bo', 'somebody-else'])
    await waitFor(() => expect(triageCalls.next).toHaveBeenCalled())
    expect(bff.marks).toHaveBeenCalledExactlyOnceWith(jobRef, ['bo'], emptyView)
    expect(vi.mocked(triageCalls.next).mock.lastCall?.[1].keep).not.toContain('bo')
    press('3')
    expect(await heading('Chen')).toHaveFocus()
  })

  test('whoever is on screen stays, with what the colleague decided', async () => {
    marksOf('ada')
    const tell = await goLive()
    tell(['ada'])
    const notice = await screen.findByRole('group', { name: 'Ben decided: Rejected' })
    expect(notice).toHaveTextContent('Ben has decided about Ada: Rejected.')
    expect(await heading('Ada')).toBeVisible()
    fireEvent.click(within(notice).getByRole('button', { name: 'Next person' }))
    await heading('Bo')
    expect(screen.queryByRole('group', { name: /decided/ })).toBeNull()
  })

  test('what this tab does itself asks for nothing', async () => {
    marksOf()
    const tell = await goLive()
    press('3')
    await heading('Bo')
    await waitFor(() => expect(decisionCalls.decide).toHaveBeenCalled())
    vi.mocked(triageCalls.next).mockClear()
    tell(['ada'], 'rita')
    // The claim that was made for whoever is next is heard of as well.
    tell(['bo', 'eve'], 'rita')
    tell(['nobody-here'])
    await waitFor(() => expect(triageCalls.next).toHaveBeenCalledOnce())
    expect(bff.marks).not.toHaveBeenCalled()
  })
})

test('a reader who is faster than the server is not told that nobody is free', async () => {
  show()
  await heading('Ada')
  const answer = await vi.mocked(triageCalls.next).mock.results[0]?.value
  let reply = (_value: unknown) => {}
  vi.mocked(triageCalls.next).mockReturnValueOnce(new Promise((resolve) => (reply = resolve)) as never)
  for (const key of ['3', '3', '3', '3']) press(key)
  expect(screen.queryByRole('heading', { level: 1 })).toBeNull()
  reply({ ...answer, people: [person('Eve')], counts: { people: 6, left: 1 } })
  expect(await heading('Eve')).toHaveFocus()
})

test('where another tab of the reader’s has the rest, that is said, with what was decided so far, and the address names nobody', async () => {
  const answer = { lost: [], queue: [], heldBy: [{ id: 'rita', name: 'Rita' }] }
  const counts = { people: 3, left: 2 }
  vi.mocked(triageCalls.next).mockImplementation(async (_ref, { keep }) => ({
    ...{ ...answer, counts },
    people: keep.includes('ada') ? [] : [person('Ada')],
  }))
  show()
  await heading('Ada')
  await waitFor(() => expect(window.location.search).toBe('?at=ada'))
  vi.mocked(triageCalls.next).mockResolvedValue({ ...answer, counts, people: [] })
  press('1')
  expect(await heading('Nobody is free right now')).toHaveFocus()
  expect(screen.getByText('Another tab has everyone who is left.')).toBeVisible()
  expect(screen.getByText(/^1 decided in .*: 1 shortlist, 0 maybe, 0 reject\.$/)).toBeVisible()
  expect(window.location.search).toBe('')
})

test('people the reader holds in another tab are not said to be with a colleague', async () => {
  const held = { by: { id: 'rita', name: 'Rita' }, until: '2026-04-02T10:05:00.000Z' }
  vi.mocked(triageCalls.next).mockResolvedValue({
    people: [person('Ada')],
    lost: [{ applicationId: 'ada', by: held.by }],
    queue: [{ applicationId: 'bo', name: 'Bo', claim: held }],
    ...{ heldBy: [], counts: { people: 2, left: 1 } },
  })
  show()
  await heading('Ada')
  expect(await screen.findByText('Another tab is on it')).toBeInTheDocument()
  expect(screen.getByRole('group', { name: 'Another tab is on it now' })).toBeVisible()
  expect(screen.queryByText(/Rita/)).toBeNull()
})
