import { createParser } from './parser'
import type { YearsRange } from '@/lib/contracts/view'
import { unknownChoice } from '@/lib/contracts/words'

const maxYears = 80
const yearsPattern = /^(?:(\d{1,2})?-(\d{1,2})?|(\d{1,2}))$/

/** `3-10`, `5-` (five or more), `-2` (two or fewer), `4` (four, in whole years), `unknown`; null for anything else. */
export const parseAsYearsRange = createParser<YearsRange>({
  parse(text) {
    if (text.trim() === unknownChoice) return { min: null, max: null }
    const match = yearsPattern.exec(text.trim())
    if (!match) return null
    const [, from, to, exactly] = match
    const min = exactly ?? from
    const max = exactly ?? to
    if (min === undefined && max === undefined) return null
    const range = { min: min === undefined ? null : Number(min), max: max === undefined ? null : Number(max) }
    if ((range.min ?? 0) > maxYears || (range.max ?? 0) > maxYears) return null
    if (range.min !== null && range.max !== null && range.min > range.max) return null
    return range
  },
  serialize({ min, max }) {
    if (min === null && max === null) return unknownChoice
    return min !== null && min === max ? `${min}` : `${min ?? ''}-${max ?? ''}`
  },
  eq: (a, b) => a.min === b.min && a.max === b.max,
})
