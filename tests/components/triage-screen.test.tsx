import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { decisionCalls } from '@/lib/query/decisions'
import { offline, ProblemError } from '@/lib/query/http'
import { triageCalls } from '@/lib/query/triage'
import { soon } from '../soon'
import { far, heading, jobRef, left, names, person, press, show, triageDesk } from './triage-desk'

triageDesk()

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

test('the focus stays on the button that was pressed, through to the end', async () => {
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
