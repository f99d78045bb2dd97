import { readFileSync } from 'node:fs'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RatingBadge, TopChoiceBadge } from '@/components/shared/badges'

const styles = readFileSync('app/globals.css', 'utf8')

/** The drawing that a badge is masked with; undefined where the style sheet has none of that name. */
const shapeOf = ({ innerHTML }: HTMLElement) => {
  const name = /mask-\((--shape-\w+)\)/.exec(innerHTML)?.[1]
  return name && new RegExp(`${name}: (url\\(.+\\));`).exec(styles)?.[1]
}

test('every rating has a word and a shape of its own, so that colour is never needed to tell them apart', () => {
  const words = new Set<string | null>()
  const shapes = new Set<string>()
  for (const rating of ['GOOD_FIT', 'MAYBE', 'NOT_A_FIT', 'UNRATED', 'SUPER_FIT']) {
    const { container, unmount } = render(<RatingBadge rating={rating} />)
    words.add(container.textContent)
    shapes.add(shapeOf(container) ?? 'none')
    unmount()
  }
  expect([...words]).toEqual(['Good fit', 'Maybe', 'Not a fit', 'Unrated', 'SUPER_FIT'])
  expect(shapes.size).toBe(5)
  expect(shapes).not.toContain('none')
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
  expect(shapeOf(container)).toContain('svg')
})
