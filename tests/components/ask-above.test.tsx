import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { AskAbove } from '@/components/ledger/ask-above'
import { ConfirmSpend } from '@/components/shared/confirm-spend'
import { readAskAbove, writeAskAbove } from '@/components/shared/use-ask-above'

afterEach(() => {
  window.localStorage.clear()
  window.sessionStorage.clear()
})

const limit = () => screen.getByLabelText('Confirm before spending more than')

test('the limit is 10 credits until a reader sets their own, which is kept', async () => {
  const user = userEvent.setup()
  const { unmount } = render(<AskAbove autoload={25} />)
  expect(limit()).toHaveValue('10')
  await user.clear(limit())
  await user.type(limit(), '3')
  expect(readAskAbove()).toBe(3)
  unmount()
  render(<AskAbove autoload={25} />)
  expect(limit()).toHaveValue('3')
})

test('what is no number of credits says so and changes nothing', async () => {
  const user = userEvent.setup()
  render(<AskAbove autoload={0} />)
  await user.clear(limit())
  await user.type(limit(), 'lots')
  expect(limit()).toBeInvalid()
  expect(screen.getByText(/Enter a whole number/)).toBeVisible()
  expect(readAskAbove()).toBe(10)
  await user.tab()
  expect(limit()).toHaveValue('10')
  expect(screen.getByText(/Scrolling never spends/)).toBeVisible()
})

test('a browser that keeps nothing still holds to the limit while the page lives', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'SecurityError')
  })
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('', 'SecurityError')
  })
  writeAskAbove(4)
  expect(readAskAbove()).toBe(4)
  writeAskAbove(10)
})

test('what a browser kept and nobody can read is taken for the usual limit', () => {
  for (const odd of ['', 'NaN', '-5', '1.5', '1e999']) {
    window.localStorage.setItem('shortlist:ask-above', odd)
    expect(readAskAbove(), odd).toBe(10)
  }
})

test('a dear press asks first: its price is on the answer, and leaving it spends nothing', async () => {
  const user = userEvent.setup()
  const [confirm, cancel] = [vi.fn(), vi.fn()]
  render(
    <ConfirmSpend
      title="Check all 12 jobs?"
      price="12 credits"
      detail="One after the other."
      onConfirm={confirm}
      onCancel={cancel}
    />,
  )
  const dialog = screen.getByRole('alertdialog', { name: 'Check all 12 jobs?' })
  expect(dialog).toHaveAccessibleDescription(/^One after the other\. ?You asked to confirm/)
  expect(dialog).toHaveTextContent('anything over 10 credits')
  // The careful answer has the focus.
  expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus()
  await user.keyboard('{Escape}')
  expect(cancel).toHaveBeenCalledOnce()
  expect(confirm).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: /Check all 12 jobs\s*12 credits/ }))
  expect(confirm).toHaveBeenCalledOnce()
})
