import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { EraseDialog } from '@/components/privacy/erase-dialog'
import { ShareForm } from '@/components/share/share-form'
import { deskWrapper } from './desk-client'

test('erasing somebody says what it does not reach', () => {
  const counts = { applications: 2, jobs: 2, changes: 0, links: 1, responses: 1, decisions: 0, notes: 0 }
  const nothing = () => undefined
  render(
    <EraseDialog
      person={{ publicIdentifier: 'ada-example' }}
      counts={counts}
      onErased={nothing}
      onClose={nothing}
    />,
    { wrapper: deskWrapper() },
  )
  const dialog = screen.getByRole('alertdialog')
  expect(dialog).toHaveTextContent(/Not reached: exported files, texts .* named them, and backups/)
  expect(dialog).not.toHaveTextContent(/everything of them/i)
})

test('a link without names does not promise that nobody can be told', async () => {
  render(
    <ShareForm
      jobRef={{ jobId: '1', account: null }}
      jobTitle="Designer"
      view=""
      matched={3}
      filtered={false}
      selected={[]}
      busy={false}
      error={null}
      onMake={() => undefined}
    />,
    { wrapper: deskWrapper() },
  )
  await userEvent.click(screen.getByRole('checkbox', { name: /^Names/ }))
  expect(screen.getByText(/A nickname or a rare career can still show who someone is/)).toBeVisible()
})
