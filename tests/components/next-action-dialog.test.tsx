import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { NextActionDialog } from '@/components/review/next-action-dialog'
import * as bulk from '@/lib/query/bulk'
import { offline, ProblemError } from '@/lib/query/http'
import { noteCalls } from '@/lib/query/notes'
import { deskWrapper } from './desk-client'

vi.mock('@/lib/query/bulk', { spy: true })

const jobRef = { jobId: '41', account: null }
const onClose = vi.fn()

function show() {
  onClose.mockClear()
  vi.spyOn(noteCalls, 'members').mockResolvedValue({ items: [{ id: 'ada', name: 'Ada' }] })
  render(<NextActionDialog jobRef={jobRef} target={{ view: '?top=0', people: 212 }} onClose={onClose} />, {
    wrapper: deskWrapper(),
  })
}
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const write = () =>
  fireEvent.change(screen.getByRole('textbox', { name: 'What to do next' }), { target: { value: 'Call' } })

test('says what became of everyone, and takes it back as one step', async () => {
  const set = vi
    .mocked(bulk.setNextActions)
    .mockResolvedValue({ changeId: '17', set: 198, leftAlone: 9, missing: 5 })
  const undo = vi.mocked(bulk.undoNextActions).mockResolvedValue({ removed: 198 })
  show()
  expect(screen.getByRole('alertdialog', { name: 'Set a next action for 212 people' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Set next action' })).toBeDisabled()
  write()
  await press('Set next action')
  expect(await screen.findByText('198 people have the next action now.')).toBeVisible()
  expect(screen.getByText('9 people had one already, which stay.')).toBeVisible()
  expect(screen.getByText('5 people are no longer stored.')).toBeVisible()
  expect(set).toHaveBeenCalledExactlyOnceWith(jobRef, {
    ...{ text: 'Call', dueOn: null, assignee: 'ada', view: '?top=0' },
  })
  await press('Undo')
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(undo).toHaveBeenCalledExactlyOnceWith(jobRef, '17')
})

test('a refusal says why, and what was written stays', async () => {
  vi.mocked(bulk.setNextActions).mockRejectedValue(new ProblemError({ ...offline, title: 'You are offline' }))
  show()
  write()
  await press('Set next action')
  expect(await screen.findByRole('alert')).toHaveTextContent('You are offline')
  expect(screen.getByRole('textbox', { name: 'What to do next' })).toHaveValue('Call')
})
