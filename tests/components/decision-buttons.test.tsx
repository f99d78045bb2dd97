import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DecisionButtons } from '@/components/shared/decision-buttons'
import { DecisionNotices } from '@/components/shared/decision-notices'
import { defaultKeys, ReaderProvider } from '@/components/shared/reader'
import type { DecisionMark } from '@/lib/contracts/decisions'
import { decisionCalls } from '@/lib/query/decisions'
import { offline, ProblemError } from '@/lib/query/http'
import { soon } from '../soon'

const jobRef = { account: null, jobId: '4100000008' }
const ada = {
  applicationId: 'ada',
  fullName: 'Ada Lovelace',
  firstName: null,
  lastName: null,
  unreadable: false,
}
const standing: DecisionMark = {
  ...{ decision: 'reject', reason: { id: 'rsn_far', label: 'Too far' }, comment: null, opened: true },
  ...{ by: { id: 'bob', name: 'Bob' }, at: '2026-04-01T10:00:00.000Z', changeId: 'before' },
}
const far = { id: 'rsn_far', label: 'Too far', definition: 'Cannot work there.', decision: 'reject' as const }

function show(role: 'recruiter' | 'viewer', decision?: DecisionMark) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ReaderProvider reader={{ id: 'rita', name: 'Rita', role, signIn: true, keys: defaultKeys }}>
        <DecisionButtons
          jobRef={jobRef}
          candidate={decision ? { ...ada, decision } : ada}
          via="panel"
          hints={{ reject: '3' }}
        />
        <DecisionNotices />
      </ReaderProvider>
    </QueryClientProvider>,
  )
}
function showAsked() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ReaderProvider
        reader={{ id: 'rita', name: 'Rita', role: 'recruiter', signIn: true, keys: defaultKeys }}
      >
        <DecisionButtons jobRef={jobRef} candidate={{ ...ada, secondOpinion: 'o1' }} via="panel" />
      </ReaderProvider>
    </QueryClientProvider>,
  )
}
const button = (name: string) => screen.getByRole('button', { name })

beforeEach(() => {
  vi.spyOn(decisionCalls, 'reasons').mockResolvedValue({ reasons: [far], neededForReject: false })
  vi.spyOn(decisionCalls, 'decide').mockImplementation(async (_ref, applicationId, { decision }) => ({
    applicationId,
    changeId: 'step',
    decision: decision && { ...standing, decision },
  }))
  vi.spyOn(decisionCalls, 'undo').mockResolvedValue({
    changeId: 'undo',
    restored: 1,
    leftAlone: 0,
    missing: 0,
  })
})
afterEach(() => {
  cleanup()
  window.localStorage.clear()
})

test('a press decides, says so with an undo, and undoes', async () => {
  show('recruiter')
  expect(screen.getByRole('group', { name: 'Decision about Ada Lovelace' })).toBeVisible()
  expect(button('Reject')).toHaveAttribute('aria-keyshortcuts', '3')
  fireEvent.click(button('Reject'))
  await waitFor(() =>
    expect(decisionCalls.decide).toHaveBeenCalledExactlyOnceWith(jobRef, 'ada', {
      decision: 'reject',
      via: 'panel',
    }),
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(decisionCalls.undo).toHaveBeenCalledExactlyOnceWith(jobRef, 'step'))
  expect(screen.getByRole('button', { name: 'Redo' })).toBeVisible()
})

test('the one that stands is pressed; pressed again it is taken back', async () => {
  show('recruiter', standing)
  expect(button('Reject')).toHaveAttribute('aria-pressed', 'true')
  expect(button('Shortlist')).toHaveAttribute('aria-pressed', 'false')
  fireEvent.click(button('Reject'))
  await waitFor(() =>
    expect(decisionCalls.decide).toHaveBeenCalledExactlyOnceWith(jobRef, 'ada', {
      decision: null,
      via: 'panel',
    }),
  )
})

test('where a rejection needs a reason, it is asked for first', async () => {
  vi.mocked(decisionCalls.reasons).mockResolvedValue({ reasons: [far], neededForReject: true })
  show('recruiter')
  await waitFor(() => expect(decisionCalls.reasons).toHaveBeenCalled())
  await vi.waitFor(() => {
    fireEvent.click(button('Reject'))
    expect(screen.getByRole('dialog', { name: 'Reason to reject Ada Lovelace' })).toBeVisible()
  }, soon)
  const tooFar = await screen.findByRole('radio', { name: /Too far/ }, { timeout: 10_000 })
  const dialog = screen.getByRole('dialog')
  const save = () =>
    screen.getAllByRole('button', { name: 'Reject', hidden: true }).find((each) => dialog.contains(each))!
  expect(save()).toBeDisabled()
  fireEvent.click(tooFar)
  fireEvent.change(screen.getByRole('textbox', { name: 'In your own words' }), { target: { value: 'Oslo ' } })
  fireEvent.click(save())
  await waitFor(() =>
    expect(decisionCalls.decide).toHaveBeenLastCalledWith(jobRef, 'ada', {
      ...{ decision: 'reject', reason: 'rsn_far', comment: 'Oslo', via: 'panel' },
    }),
  )
})

test('a viewer suggests with the same buttons', async () => {
  vi.spyOn(decisionCalls, 'suggest').mockResolvedValue({ suggestions: [] })
  show('viewer', standing)
  expect(screen.getByRole('group', { name: 'Suggest a decision about Ada Lovelace' })).toBeVisible()
  expect(button('Reject')).toHaveAttribute('aria-pressed', 'false')
  fireEvent.click(button('Shortlist'))
  await waitFor(() =>
    expect(decisionCalls.suggest).toHaveBeenCalledExactlyOnceWith(jobRef, 'ada', { decision: 'shortlist' }),
  )
  expect(decisionCalls.decide).not.toHaveBeenCalled()
})

test('while the server is away, that it is not saved is said', async () => {
  vi.mocked(decisionCalls.decide).mockRejectedValueOnce(new ProblemError(offline))
  show('recruiter')
  fireEvent.click(button('Maybe'))
  expect(await screen.findByText('Not saved yet: trying again')).toBeVisible()
  fireEvent.click(button('Try now'))
  await waitFor(() => expect(screen.queryByText('Not saved yet: trying again')).toBeNull())
  expect(decisionCalls.decide).toHaveBeenCalledTimes(2)
})

test('a clash offers both sides', async () => {
  const problem = {
    ...offline,
    status: 409,
    code: 'decision_changed',
    current: { ...standing, decision: 'shortlist' as const },
  }
  vi.mocked(decisionCalls.decide).mockRejectedValueOnce(new ProblemError(problem))
  show('recruiter')
  fireEvent.click(button('Maybe'))
  expect(await screen.findByText(/Bob decided about .* meanwhile: Shortlisted. Yours: Maybe/)).toBeVisible()
  fireEvent.click(button('Replace with mine'))
  await waitFor(() =>
    expect(decisionCalls.decide).toHaveBeenLastCalledWith(jobRef, 'ada', {
      ...{ decision: 'maybe', via: 'panel', expected: 'shortlist' },
    }),
  )
})

test('somebody on whom the reader is asked for a second opinion is decided about there', () => {
  showAsked()
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByRole('link', { name: 'your second opinion' })).toHaveAttribute(
    'href',
    '/jobs/4100000008/second-opinions/o1',
  )
})
