import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RatingBadge, TopChoiceBadge } from '@/components/ui/badges'

const shapeOf = (container: HTMLElement) => container.querySelector('svg')?.innerHTML

test('every rating has a word and a shape of its own, so that colour is never needed to tell them apart', () => {
  const words = new Set<string | null>()
  const shapes = new Set<string | undefined>()
  for (const rating of ['GOOD_FIT', 'MAYBE', 'NOT_A_FIT', 'UNRATED', 'SUPER_FIT']) {
    const { container, unmount } = render(<RatingBadge rating={rating} />)
    words.add(container.textContent)
    shapes.add(shapeOf(container))
    unmount()
  }
  expect([...words]).toEqual(['Good fit', 'Maybe', 'Not a fit', 'Unrated', 'SUPER_FIT'])
  expect(shapes.size).toBe(5)
})

test('a rating that is missing reads as unrated', () => {
  render(<RatingBadge rating={null} />)
  expect(screen.getByText('Unrated')).toBeVisible()
})

test.each(['constructor', '__proto__', 'toString', '<b>bold</b>'])(
  'a rating the provider invents is shown as written: %s',
  (rating) => {
    const { container } = render(<RatingBadge rating={rating} />)
    expect(screen.getByText(rating)).toBeVisible()
    expect(container.querySelector('b')).toBeNull()
  },
)

test('a top choice says so in words, beside a star that is only drawn', () => {
  const { container } = render(<TopChoiceBadge />)
  expect(container).toHaveTextContent(/^Top choice$/)
  expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true')
})
