import { act, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { announce, Announcer } from '@/components/ui/announcer'

const say = (text: string) => act(() => announce(text))

test('what happens is said once, politely, in the one live region', () => {
  render(<Announcer />)
  say('31 more applicants loaded')
  const region = screen.getByRole('status')
  expect(region).toHaveAttribute('aria-live', 'polite')
  expect(region).toHaveTextContent('31 more applicants loaded')
})

test('the same words said again are read out again, because the region changes each time', () => {
  render(<Announcer />)
  const region = screen.getByRole('status')
  const heard: (string | null)[] = []
  for (let time = 0; time < 3; time += 1) {
    say('Copied')
    heard.push(region.textContent)
    expect(region).toHaveTextContent('Copied')
  }
  expect(heard[1]).not.toBe(heard[0])
  expect(heard[2]).not.toBe(heard[1])
})
