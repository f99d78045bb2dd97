import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { useRoutedLinks } from '@/components/shared/use-routed-links'
import { Link } from '@/components/ui/link'

const push = vi.hoisted(() => vi.fn())
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))

function Page() {
  useRoutedLinks()
  return (
    <>
      <Link href="/jobs/1?q=seo">
        <b>A job</b>
      </Link>
      <Link href="/credits" onClick={(event) => event.preventDefault()}>
        Handled
      </Link>
      <a href="#main">Skip</a>
    </>
  )
}

/** @returns whether the browser is left to follow the link, which it does not here */
function press(name: string, how: MouseEventInit = {}): boolean {
  let left = false
  const last = (event: Event) => {
    left = !event.defaultPrevented
    event.preventDefault()
  }
  window.addEventListener('click', last, { once: true })
  fireEvent.click(screen.getByText(name), how)
  return left
}

test('the router follows a link that is simply pressed, whatever of it is hit', () => {
  render(<Page />)
  expect(press('A job')).toBe(false)
  expect(push).toHaveBeenLastCalledWith('/jobs/1?q=seo')
})

test('other tabs and windows, what was handled already and other links are left alone', () => {
  render(<Page />)
  push.mockClear()
  for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const)
    expect(press('A job', { [key]: true })).toBe(true)
  expect(press('A job', { button: 1 })).toBe(true)
  press('Handled')
  expect(press('Skip')).toBe(true)
  expect(push).not.toHaveBeenCalled()
})
