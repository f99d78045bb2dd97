import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { DecisionMark } from '@/lib/contracts/decisions'
import { emptyView } from '@/lib/contracts/words'
import { personCalls } from '@/lib/query/person-calls'
import { decisionCalls } from '@/lib/query/decisions'
import { triageCalls } from '@/lib/query/triage'
import { decided, heading, jobRef, names, person, press, show, triageDesk } from './triage-desk'

triageDesk()

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
    vi.spyOn(personCalls, 'marks').mockImplementation(async (_ref, asked) => ({
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

  test('a person decided by a colleague does not come up, and the queue is asked for', async () => {
    marksOf('bo')
    const tell = await goLive()
    vi.mocked(triageCalls.next).mockClear()
    tell(['bo', 'somebody-else'])
    await waitFor(() => expect(triageCalls.next).toHaveBeenCalled())
    expect(personCalls.marks).toHaveBeenCalledExactlyOnceWith(jobRef, ['bo'], emptyView)
    expect(vi.mocked(triageCalls.next).mock.lastCall?.[1].keep).not.toContain('bo')
    press('3')
    expect(await heading('Chen')).toHaveFocus()
  })

  test('the person on screen stays, with what the colleague decided', async () => {
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
    // The claim of the next person is an event as well.
    tell(['bo', 'eve'], 'rita')
    tell(['nobody-here'])
    await waitFor(() => expect(triageCalls.next).toHaveBeenCalledOnce())
    expect(personCalls.marks).not.toHaveBeenCalled()
  })
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
