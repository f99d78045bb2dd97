import * as z from 'zod/mini'

/** A day of the calendar as `2026-04-02`. A year 0 is none that the store knows. */
export const day = z.iso.date().check(z.regex(/^(?!0000)/))
