import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { DateRangeField } from '@/components/shared/date-range-field'
import { LocaleProvider } from '@/components/shared/use-locale'
import { soon } from '../soon'

type Range = { from: string | null; to: string | null }
const changed = vi.fn()

function Days({ from, to }: Range) {
  const [range, setRange] = useState<Range>({ from, to })
  return (
    <>
      <DateRangeField
        {...range}
        onChange={(patch) => {
          changed(patch)
          setRange({ ...range, ...patch })
        }}
      />
      <button type="button" onClick={() => setRange({ from, to })}>
        Go back
      </button>
    </>
  )
}

function show(range: Partial<Range> = {}, language = 'en-GB') {
  changed.mockClear()
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(language)
  render(
    <LocaleProvider initial={{ locale: language, timeZone: 'UTC' }}>
      <Days from={null} to={null} {...range} />
    </LocaleProvider>,
  )
  return userEvent.setup()
}

const from = () => screen.getByRole('textbox', { name: 'From' })
const to = () => screen.getByRole('textbox', { name: 'To' })

test.each([
  ['en-GB', 'DD/MM/YYYY', '2/4/2026', '02/04/2026'],
  ['en-US', 'MM/DD/YYYY', '4/2/2026', '04/02/2026'],
  ['de-DE', 'DD.MM.YYYY', '2.4.26', '02.04.2026'],
  ['de-DE', 'DD.MM.YYYY', '2026-04-02', '02.04.2026'],
])('a reader of %s types a day as %s', async (language, pattern, typed, written) => {
  const user = show({}, language)
  expect(from()).toHaveAttribute('placeholder', pattern)
  await user.type(from(), `${typed}{Enter}`)
  expect(changed).toHaveBeenCalledExactlyOnceWith({ from: '2026-04-02' })
  expect(from()).toHaveValue(written)
})

test('a day counts when the field is left, once, and not while it is being typed', async () => {
  const user = show()
  await user.type(to(), '2/4/2026')
  expect(changed).not.toHaveBeenCalled()
  await user.tab()
  expect(changed).toHaveBeenCalledExactlyOnceWith({ to: '2026-04-02' })
})

test('what is no day is said, stays to be mended, and changes nothing', async () => {
  const user = show({ from: '2026-01-05' })
  await user.clear(from())
  await user.type(from(), '31/02/2026{Enter}')
  expect(screen.getByRole('alert')).toHaveTextContent(/^Not a date\. Type it like \d\d\/\d\d\/\d{4}\.$/)
  expect(from()).toBeInvalid()
  expect(from()).toHaveAccessibleDescription(/^Not a date/)
  expect(from()).toHaveValue('31/02/2026')
  expect(changed).not.toHaveBeenCalled()
  await user.type(from(), '{Backspace}')
  expect(from()).toBeValid()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a day that is gone back to stands in the field again', async () => {
  const user = show({ from: '2026-04-02' })
  await user.clear(from())
  await user.type(from(), '9/4/2026{Enter}')
  expect(from()).toHaveValue('09/04/2026')
  await user.click(screen.getByRole('button', { name: 'Go back' }))
  expect(from()).toHaveValue('02/04/2026')
})

test('a range does not end before it starts', async () => {
  const user = show({ from: '2026-04-02' })
  await user.type(to(), '1/4/2026{Enter}')
  expect(screen.getByRole('alert')).toHaveTextContent('Choose 02/04/2026 or later.')
  expect(changed).not.toHaveBeenCalled()
})

test('an emptied field narrows nothing any more', async () => {
  const user = show({ from: '2026-04-02' })
  await user.clear(from())
  await user.tab()
  expect(changed).toHaveBeenCalledExactlyOnceWith({ from: null })
})

test('by keyboard: the calendar opens on the day, moves by week and month, and Enter picks', async () => {
  const user = show({ from: '2026-04-02' })
  await user.click(from())
  await user.tab()
  await user.keyboard('{Enter}')
  const day = (name: string) => screen.findByRole('button', { name })
  await vi.waitFor(async () => expect(await day('Thursday, 2 April 2026')).toHaveFocus(), soon)
  expect(screen.getByRole('grid', { name: 'April 2026' })).toBeVisible()
  expect(screen.getAllByRole('columnheader', { hidden: true })[0]).toHaveAccessibleName('Monday')
  await user.keyboard('{ArrowDown}{PageDown}')
  await vi.waitFor(async () => expect(await day('Saturday, 9 May 2026')).toHaveFocus(), soon)
  await user.keyboard('{Enter}')
  expect(changed).toHaveBeenCalledExactlyOnceWith({ from: '2026-05-09' })
  expect(screen.queryByRole('grid')).toBeNull()
  expect(from()).toHaveValue('09/05/2026')
  expect(screen.getByRole('button', { name: 'Open the calendar: From' })).toHaveFocus()
})

test('days beyond the other end cannot be picked', async () => {
  const user = show({ from: '2026-01-10', to: '2026-01-20' })
  await user.click(screen.getByRole('button', { name: 'Open the calendar: To' }))
  expect(await screen.findByRole('button', { name: 'Friday, 9 January 2026' })).toBeDisabled()
  await user.click(screen.getByRole('button', { name: 'Saturday, 10 January 2026' }))
  expect(changed).toHaveBeenCalledExactlyOnceWith({ to: '2026-01-10' })
})
