import { describe, expect, test } from 'vitest'
import { toArrivalBars } from '@/lib/domain/insight-bars'

const day = (text: string, count = 1) => ({ day: text, count })

describe('arrivals as bars', () => {
  test('nobody gives no bars', () => {
    expect(toArrivalBars([], false)).toEqual({ unit: 'day', bars: [] })
  })

  test('days in between are there, and lead nowhere', () => {
    expect(toArrivalBars([day('2026-04-04', 2), day('2026-04-02')], false)).toEqual({
      unit: 'day',
      bars: [
        { label: '2026-04-02', count: 1, choices: ['2026-04-02'] },
        { label: '2026-04-03', count: 0, choices: [] },
        { label: '2026-04-04', count: 2, choices: ['2026-04-04'] },
      ],
    })
  })

  test('more than a month is told by weeks from Monday, with the days of each as its choices', () => {
    const { unit, bars } = toArrivalBars(
      [day('2026-03-01'), day('2026-03-02'), day('2026-03-05'), day('2026-04-20')],
      false,
    )
    expect(unit).toBe('week')
    expect(bars.slice(0, 2)).toEqual([
      { label: '2026-02-23', count: 1, choices: ['2026-03-01'] },
      { label: '2026-03-02', count: 2, choices: ['2026-03-02', '2026-03-05'] },
    ])
    expect(bars).toHaveLength(9)
  })

  test('where ranges can be asked for, a bar is one', () => {
    const { unit, bars } = toArrivalBars([day('2025-01-31'), day('2026-02-03')], true)
    expect(unit).toBe('month')
    expect(bars.at(-1)).toEqual({ label: '2026-02-01', count: 1, choices: ['2026-02-01..2026-02-28'] })
  })

  test('years whose days are more than a filter takes lead nowhere', () => {
    const days = Array.from({ length: 60 }, (_, at) =>
      day(new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10)),
    )
    const { unit, bars } = toArrivalBars([...days, day('2026-01-01')], false)
    expect([unit, bars[0]?.count, bars[0]?.choices]).toEqual(['year', 60, []])
  })
})
