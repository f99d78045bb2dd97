import { createParser } from 'nuqs/server'

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
