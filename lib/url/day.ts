import { createParser } from './parser'
import type { DaysRange } from '@/lib/contracts/view'
import { unknownChoice } from '@/lib/contracts/words'

/** A day of the calendar as `2026-04-02`; null for anything else: 30 February, and year 0, which the store has not. */
export const parseAsDay = createParser<string>({
  parse(text) {
    const day = text.trim()
    if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(day)) return null
    const time = Date.parse(`${day}T00:00:00Z`)
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null
  },
  serialize: (day) => day,
})

/** `2026-04-02`, `2026-04-01..2026-04-30`, `2026-04-01..` (from then on), `..2026-04-30`, `unknown`; null for anything else. */
export const parseAsDaysRange = createParser<DaysRange>({
  parse(text) {
    if (text.trim() === unknownChoice) return { from: null, to: null }
    const [first = '', last] = text.trim().split('..', 2)
    const from = parseAsDay.parse(first)
    const to = last === undefined ? from : parseAsDay.parse(last)
    const isWrong = (first !== '' && from === null) || (last !== undefined && last !== '' && to === null)
    if (isWrong || (from === null && to === null)) return null
    return from !== null && to !== null && from > to ? null : { from, to }
  },
  serialize({ from, to }) {
    if (from === null && to === null) return unknownChoice
    return from === to ? String(from) : `${from ?? ''}..${to ?? ''}`
  },
  eq: (a, b) => a.from === b.from && a.to === b.to,
})
