import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Link2 } from '@/components/ui/icons'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Announcer } from '@/components/ui/announcer'
import { CopyButton } from '@/components/ui/copy-button'

const link = 'https://shortlist.example/jobs/4123456789'

const show = (text = () => link) =>
  render(
    <>
      <CopyButton text={text} label="Copy link" icon={Link2} />
      <Announcer />
    </>,
  )

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => void vi.useRealTimers())

test('a press copies the text of that moment and says so, and the button keeps its name and focus', async () => {
  const user = userEvent.setup()
  let address = 'before'
  show(() => address)
  address = link
  const button = screen.getByRole('button', { name: 'Copy link' })
  await user.click(button)
  expect(await navigator.clipboard.readText()).toBe(link)
  expect(screen.getByRole('status')).toHaveTextContent('Copied')
  expect(button).toHaveFocus()
  expect(button).toHaveAccessibleName('Copy link')
})

test('the word “Copied” goes away by itself', async () => {
  const user = userEvent.setup()
  show()
  const words = () => screen.getAllByText('Copied', { selector: 'button *' })
  await user.click(screen.getByRole('button', { name: 'Copy link' }))
  expect(words().every((word) => !word.classList.contains('invisible'))).toBe(true)
  act(() => void vi.advanceTimersByTime(2_000))
  expect(words().every((word) => word.classList.contains('invisible'))).toBe(true)
})

test('without the clipboard, the text is shown selected, to be copied by hand, until the reader goes on', async () => {
  const user = userEvent.setup()
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'))
  show()
  await user.click(screen.getByRole('button', { name: 'Copy link' }))
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Copy link: copy this by hand' })
  expect(field).toHaveValue(link)
  expect(field).toHaveFocus()
  expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(link)
  expect(screen.getByRole('status')).toHaveTextContent(/could not be copied/)
  await user.tab()
  expect(screen.getByRole('button', { name: 'Copy link' })).toBeVisible()
})
