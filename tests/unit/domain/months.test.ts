import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMonth, formatMonths } from '@/lib/domain/months'

test.each([
  [0, undefined, '0 mo'],
  [1, undefined, '1 mo'],
  [6, 6, '6 mo'],
  [12, null, '1 yr'],
  [27, null, '2 yr 3 mo'],
  [120, 120, '10 yr'],
  [3, 8, '3–8 mo'],
  [1, 12, '1 mo – 1 yr'],
  [12, 36, '1–3 yr'],
  [11, 24, '11 mo – 2 yr'],
  [13, 36, '1 yr 1 mo – 3 yr'],
  [0, 12, '0 mo – 1 yr'],
])('%i to %s months are written %s', (min, max, written) => {
  expect(formatMonths(min, max)).toBe(written)
})

test('a written length says exactly how many months it is', () => {
  fc.assert(
    fc.property(fc.nat(1_200), (months) => {
      const written = formatMonths(months)
      const part = (unit: string) => Number(new RegExp(`(\\d+) ${unit}`).exec(written)?.[1] ?? 0)
      expect(part('yr') * 12 + part('mo')).toBe(months)
      expect(part('mo')).toBeLessThan(12)
    }),
  )
})

test('two lengths that differ are never written the same', () => {
  const range = fc.tuple(fc.nat(500), fc.nat(500)).map(([min, more]) => [min, min + more] as const)
  fc.assert(
    fc.property(range, range, (a, b) => {
      fc.pre(a[0] !== b[0] || a[1] !== b[1])
      expect(formatMonths(...a)).not.toBe(formatMonths(...b))
    }),
  )
})

test('a month is named, and a year alone stays a year', () => {
  expect(formatMonth({ y: 2025, m: 2 })).toBe('Feb 2025')
  expect(formatMonth({ y: 2025, m: 12 })).toBe('Dec 2025')
  expect(formatMonth({ y: 2019, m: null })).toBe('2019')
  expect(formatMonth({ y: 2025, m: 8 }, 'fr')).toBe('août 2025')
})
