import fc from 'fast-check'
import { expect, test } from 'vitest'
import { careerZooms } from '@/lib/domain/career-axis'
import { columnIds } from '@/lib/domain/columns'
import {
  columnWidth,
  defaultLayout,
  densities,
  detailPlaces,
  layoutToSearch,
  parseLayout,
  type TableLayout,
} from '@/lib/url/layout'

const width = fc.integer({ min: columnWidth.least, max: columnWidth.most })
const layouts: fc.Arbitrary<TableLayout> = fc
  .record({
    columns: fc.shuffledSubarray([...columnIds], { minLength: 1 }),
    sized: fc.uniqueArray(fc.tuple(fc.constantFrom('name' as const, ...columnIds), width), {
      selector: ([id]) => id,
    }),
    kept: fc.subarray([...columnIds]),
    density: fc.constantFrom(...densities),
    wrap: fc.boolean(),
    zoom: fc.constantFrom(...careerZooms),
    details: fc.constantFrom(...detailPlaces),
  })
  .map(({ columns, sized, kept, ...rest }) => ({
    ...rest,
    columns,
    pinned: columns.filter((id) => kept.includes(id)),
    widths: Object.fromEntries(sized.filter(([id]) => id === 'name' || columns.includes(id))),
  }))

test('a link carries an arrangement whole', () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      expect(parseLayout(layoutToSearch(layout)) ?? defaultLayout).toEqual(layout)
    }),
  )
})

test('the usual arrangement needs nothing in an address', () => {
  expect(layoutToSearch(defaultLayout)).toBe('')
  expect(parseLayout('?q=seo&sort=-years')).toBeNull()
})

test('an address is short and reads like what it does', () => {
  const layout: TableLayout = {
    ...defaultLayout,
    columns: ['rating', 'career'],
    pinned: ['rating'],
    widths: { career: 320 },
    density: 'compact',
    zoom: 'all',
  }
  expect(layoutToSearch(layout)).toBe('?columns=rating!,career:320&density=compact&career=all')
})

test('what an address does not spell right is ignored', () => {
  expect(parseLayout('?columns=rating,nonsense,rating:9999,career:5x&density=huge&career=7')).toEqual({
    ...defaultLayout,
    columns: ['rating'],
  })
})

test('a layout from before there were decisions shows them where the signal had a column', () => {
  expect(parseLayout('?columns=rating,top:120!,now,seen')).toEqual({
    ...defaultLayout,
    columns: ['rating', 'decision', 'now', 'seen'],
    pinned: ['decision'],
    widths: { decision: 120 },
  })
  expect(parseLayout('?columns=rating,top,decision')?.columns).toEqual(['rating', 'decision'])
})

test('no text at all makes reading an arrangement fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(() => parseLayout(`?columns=${text}&wrap=${text}`)).not.toThrow()
    }),
  )
})
