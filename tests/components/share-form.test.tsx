import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { ShareForm } from '@/components/share/share-form'
import { deskWrapper } from './desk-client'

function renderForm(view: string, matched: number | null = 3) {
  const onMake = vi.fn()
  render(
    <ShareForm
      jobRef={{ jobId: '1', account: null }}
      jobTitle="Designer"
      view={view}
      matched={matched}
      filtered
      selected={[]}
      busy={false}
      error={null}
      onMake={onMake}
    />,
    { wrapper: deskWrapper() },
  )
  return onMake
}

test('a view that depends on who is looking is shared as it is, and cannot be kept up to date', async () => {
  const onMake = renderForm('?decided=0&next=overdue')
  const live = screen.getByRole('radio', { name: /^Keep up to date/ })
  expect(live).toBeDisabled()
  expect(live).toHaveAccessibleName(
    /Not with filters that depend on who is looking: Decided by me, Next action$/,
  )
  expect(screen.getByRole('radio', { name: /^Snapshot: 3 people of this view/ })).toBeChecked()
  await userEvent.click(screen.getByRole('button', { name: 'Create link' }))
  expect(onMake).toHaveBeenCalledWith(
    expect.objectContaining({ kind: 'frozen', view: '?decided=0&next=overdue' }),
  )
})

test('of a shortlist that others add to no number is said', () => {
  renderForm('?decision=shortlist', null)
  expect(screen.getByRole('radio', { name: /^Snapshot: everyone shortlisted, as of today/ })).toBeEnabled()
})

test('a view that is the same for everyone is kept up to date', async () => {
  const onMake = renderForm('?decision=shortlist')
  expect(screen.getByRole('radio', { name: /^Keep up to date/ })).toBeChecked()
  await userEvent.click(screen.getByRole('button', { name: 'Create link' }))
  expect(onMake).toHaveBeenCalledWith(expect.objectContaining({ kind: 'live' }))
})
