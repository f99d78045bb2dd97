import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { Select } from '@/components/shared/select'
import { soon } from '../soon'

const options = [
  { value: null, label: 'Everyone' },
  { value: 'ada', label: 'Ada Moreno' },
  { value: 'ben', label: 'Ben Okafor' },
  { value: 'bea', label: 'Bea Lindqvist' },
]
const chosen = vi.fn()

function Who() {
  const [who, setWho] = useState<string | null>(null)
  return (
    <form aria-label="Filters">
      <Select
        label="Who"
        name="who"
        value={who}
        options={options}
        onValueChange={(value) => {
          chosen(value)
          setWho(value)
        }}
      />
    </form>
  )
}

const button = () => screen.getByRole('combobox', { name: 'Who', hidden: true })
const option = (name: string) => screen.findByRole('option', { name })

function show() {
  chosen.mockClear()
  render(<Who />)
  return userEvent.setup()
}

test('a press opens the list, another chooses, and the button has the focus and the value', async () => {
  const user = show()
  expect(button()).toHaveTextContent('Everyone')
  expect(button()).toHaveAttribute('aria-expanded', 'false')
  await user.click(button())
  expect(await screen.findByRole('listbox', { name: 'Who' })).toBeVisible()
  expect(await option('Everyone')).toHaveAttribute('data-state', 'checked')
  await user.click(await option('Ben Okafor'))
  expect(chosen).toHaveBeenCalledExactlyOnceWith('ben')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(button()).toHaveTextContent('Ben Okafor')
  await vi.waitFor(() => expect(button()).toHaveFocus(), soon)
  expect(screen.getByRole<HTMLFormElement>('form')).toHaveFormValues({ who: 'ben' })
})

test.each(['{ArrowDown}', '{ArrowUp}', '{Enter}', ' '])(
  'by keyboard: “%s” opens it, arrows move, Enter chooses',
  async (key) => {
    const user = show()
    await user.tab()
    await user.keyboard(key)
    await vi.waitFor(async () => expect(await option('Everyone')).toHaveFocus(), soon)
    await user.keyboard('{ArrowDown}')
    await vi.waitFor(async () => expect(await option('Ada Moreno')).toHaveFocus(), soon)
    await user.keyboard('{End}')
    await vi.waitFor(async () => expect(await option('Bea Lindqvist')).toHaveFocus(), soon)
    await user.keyboard('{Enter}')
    expect(chosen).toHaveBeenCalledExactlyOnceWith('bea')
  },
)

test('letters typed on the button open the list where they lead', async () => {
  const user = show()
  await user.tab()
  await user.keyboard('be')
  await vi.waitFor(async () => expect(await option('Ben Okafor')).toHaveFocus(), soon)
  await user.keyboard('a')
  await vi.waitFor(async () => expect(await option('Bea Lindqvist')).toHaveFocus(), soon)
})

test('while the list is open nothing behind it takes the focus', async () => {
  const user = show()
  await user.click(button())
  await vi.waitFor(async () => expect(await option('Everyone')).toHaveFocus(), soon)
  expect(button().closest('[inert]')).not.toBeNull()
  await user.keyboard('{Escape}')
  expect(button().closest('[inert]')).toBeNull()
})

test('Escape leaves the choice as it was', async () => {
  const user = show()
  await user.click(button())
  await vi.waitFor(async () => expect(await option('Everyone')).toHaveFocus(), soon)
  await user.keyboard('{ArrowDown}{Escape}')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(chosen).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(button()).toHaveFocus(), soon)
})
