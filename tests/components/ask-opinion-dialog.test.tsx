import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { AskOpinionDialog } from '@/components/second-opinion/ask-opinion-dialog'
import { defaultKeys, ReaderProvider } from '@/components/shared/reader'
import { secondOpinionCalls } from '@/lib/query/second-opinions'

const jobRef = { account: null, jobId: '4100000008' }
const alike = ['one@example.test', 'two@example.test'].map((email) => ({ id: email, name: 'Ada Ray', email }))

function show(signIn: boolean) {
  const reader = { id: 'olive', name: 'Olive', role: 'owner' as const, signIn, keys: defaultKeys }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ReaderProvider reader={reader}>
        <AskOpinionDialog
          jobRef={jobRef}
          about={{ applicationIds: ['ada'] }}
          count={1}
          onClose={() => undefined}
          anchor={() => null}
        />
      </ReaderProvider>
    </QueryClientProvider>,
  )
}

test('two colleagues of one name are told apart by their addresses', async () => {
  vi.spyOn(secondOpinionCalls, 'list').mockResolvedValue({ items: [], colleagues: alike })
  show(true)
  for (const { email } of alike)
    expect(await screen.findByRole('radio', { name: new RegExp(`Ada Ray ?${email}`) })).toBeVisible()
})

test('where nobody signs in, it says who can be asked', () => {
  const list = vi.spyOn(secondOpinionCalls, 'list')
  show(false)
  expect(screen.getByRole('alertdialog', { name: 'A second opinion needs a colleague' })).toBeVisible()
  expect(screen.queryByRole('radio')).toBeNull()
  expect(list).not.toHaveBeenCalled()
})
