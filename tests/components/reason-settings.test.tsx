import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ReasonSettings } from '@/components/reasons/reason-settings'
import type { DecisionReason } from '@/lib/contracts/decisions'
import { decisionCalls } from '@/lib/query/decisions'
import { offline, ProblemError } from '@/lib/query/http'
import { deskWrapper } from './desk-client'

const reason = (id: string, label: string): DecisionReason => ({
  ...{ id, label, definition: '', decision: 'reject' },
})

async function show() {
  vi.spyOn(decisionCalls, 'reasons').mockResolvedValue({
    reasons: [reason('rsn_far', 'Too far'), reason('rsn_skill', 'Missing skill')],
    neededForReject: false,
  })
  const save = vi.spyOn(decisionCalls, 'saveReasons').mockImplementation(async (settings) => settings)
  render(<ReasonSettings />, { wrapper: deskWrapper() })
  await screen.findByRole('button', { name: 'Save reasons' })
  return save
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const labels = () =>
  screen.getAllByRole('textbox', { name: 'Reason' }).map((each) => (each as HTMLInputElement).value)

test('reasons are put in another order, removed, added, and saved as one list', async () => {
  const save = await show()
  expect(screen.getByRole('button', { name: 'Save reasons' })).toBeDisabled()
  press('Move Missing skill up')
  expect(labels()).toEqual(['Missing skill', 'Too far'])
  press('Remove Too far')
  press('Add a reason')
  const added = within(screen.getAllByRole('listitem')[1]!)
  fireEvent.change(added.getByRole('textbox', { name: 'Reason' }), { target: { value: 'Filled' } })
  fireEvent.change(added.getByRole('textbox', { name: 'What it means' }), { target: { value: 'Too late.' } })
  fireEvent.click(screen.getByRole('checkbox', { name: 'A rejection needs a reason' }))
  press('Save reasons')
  await waitFor(() => expect(save).toHaveBeenCalledTimes(1))
  expect(save.mock.calls[0]![0]).toMatchObject({
    reasons: [{ id: 'rsn_skill' }, { label: 'Filled', definition: 'Too late.' }],
    neededForReject: true,
  })
  await waitFor(() => expect(screen.getByRole('button', { name: 'Save reasons' })).toBeDisabled())
})

test('changes can be discarded, and a refusal says why', async () => {
  const save = await show()
  press('Remove Too far')
  press('Discard changes')
  expect(labels()).toEqual(['Too far', 'Missing skill'])
  save.mockRejectedValueOnce(new ProblemError({ ...offline, title: 'Two of one name' }))
  press('Remove Too far')
  press('Save reasons')
  expect(await screen.findByRole('alert')).toHaveTextContent('Two of one name')
})
