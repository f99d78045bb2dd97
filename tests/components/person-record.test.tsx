import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Markdown } from '@/components/notes/markdown'
import { TagDot } from '@/components/shared/tag-dot'

test('a note is drawn with its emphasis, links and mentions, and never as HTML', () => {
  const text =
    '**Strong** <img src=x onerror=alert(1)> https://example.test/a [bad](javascript:alert(1)) @Ann'
  const { container } = render(<Markdown text={text} members={[{ id: 'a', name: 'Ann' }]} />)
  expect(screen.getByRole('strong').textContent).toBe('Strong')
  expect(container.querySelector('img')).toBeNull()
  expect(container.textContent).toContain('<img src=x onerror=alert(1)>')
  const links = within(container).getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://example.test/a'])
  expect(links[0]!.getAttribute('rel')).toContain('noopener')
  expect(container.textContent).toContain('[bad](javascript:alert(1))')
  expect(screen.getByText('@Ann')).toBeTruthy()
})

test.each(['> '.repeat(3_000), '['.repeat(9_000), '*a **b '.repeat(1_400)])(
  'a note that nests without end is drawn all the same',
  (text) => {
    const { container } = render(<Markdown text={text} members={[]} />)
    expect(container.textContent?.length).toBeGreaterThan(2_000)
  },
)

test('a tag of a colour that is not known is grey', () => {
  const { container } = render(<TagDot colour="nothing" />)
  expect(container.firstElementChild?.className).toContain('#7a808c')
})
