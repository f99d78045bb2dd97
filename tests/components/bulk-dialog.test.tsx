import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { BulkDialog } from '@/components/review/bulk-dialog'
import type { BulkCounts } from '@/lib/contracts/decisions'
import { decisionCalls } from '@/lib/query/decisions'
import { offline, ProblemError } from '@/lib/query/http'
import { deskWrapper } from './desk-client'

const jobRef = { jobId: '41', account: null }
const far = { id: 'rsn_far', label: 'Too far', definition: 'Would have to move.', decision: null }
const counts: BulkCounts = {
  decided: 198,
  unchanged: 0,
  leftAlone: [{ by: { id: 'bo', name: 'Bo' }, decision: 'shortlist', count: 9 }],
  missing: 5,
  unopened: 12,
}
const onConfirm = vi.fn()

function show(decision: 'reject' | 'maybe' = 'reject') {
  render(
    <BulkDialog
      jobRef={jobRef}
      decision={decision}
      target={{ view: '?top=0', people: 212 }}
      onConfirm={onConfirm}
      onClose={() => undefined}
    />,
    { wrapper: deskWrapper() },
  )
}

beforeEach(() => {
  onConfirm.mockClear()
  vi.spyOn(decisionCalls, 'decideMany').mockResolvedValue({ changeId: null, counts })
  vi.spyOn(decisionCalls, 'reasons').mockResolvedValue({ reasons: [far], neededForReject: false })
})

test('before a rejection it says who was opened by nobody, who is left alone and who is gone', async () => {
  show()
  expect(await screen.findByText('12 of these 198 were opened by nobody.')).toBeVisible()
  expect(screen.getByText('9 were decided by Bo (shortlisted) and will be left alone.')).toBeVisible()
  expect(screen.getByText('5 are no longer stored.')).toBeVisible()
  expect(screen.getByRole('alertdialog', { name: 'Reject 198 people?' })).toBeVisible()
  expect(decisionCalls.decideMany).toHaveBeenCalledExactlyOnceWith(jobRef, {
    decision: 'reject',
    view: '?top=0',
    dryRun: true,
  })
  fireEvent.click(screen.getByRole('radio', { name: /Too far/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Reject 198' }))
  expect(onConfirm).toHaveBeenCalledExactlyOnceWith({
    reason: { id: 'rsn_far', label: 'Too far' },
    comment: null,
  })
})

test('where a rejection needs a reason it waits for one; a maybe does not', async () => {
  vi.mocked(decisionCalls.reasons).mockResolvedValue({ reasons: [far], neededForReject: true })
  show()
  expect(await screen.findByText(/Your team asks for a reason/)).toBeVisible()
  await screen.findByText(/opened by nobody/)
  expect(screen.getByRole('button', { name: 'Reject 198' })).toBeDisabled()
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Too far ' } })
  fireEvent.click(screen.getByRole('button', { name: 'Reject 198' }))
  expect(onConfirm).toHaveBeenCalledExactlyOnceWith({ reason: null, comment: 'Too far' })
})

test('nothing is decided before it is known about whom', async () => {
  vi.mocked(decisionCalls.decideMany).mockRejectedValue(new ProblemError(offline))
  show('maybe')
  expect(await screen.findByRole('alert')).toBeVisible()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Maybe 212' })).toBeDisabled())
  fireEvent.submit(screen.getByRole('button', { name: 'Maybe 212' }))
  expect(onConfirm).not.toHaveBeenCalled()
})
