import * as z from 'zod/mini'
import { day } from './day'
import { ratingChoices, sortKeys } from './words'

export const sortKey = z.enum(sortKeys)
export type SortKey = z.infer<typeof sortKey>

export const sortRule = z.object({ key: sortKey, descending: z.boolean() })
export type SortRule = z.infer<typeof sortRule>

/** Whole years of experience, both ends included; a null end is open, two of them are people whose years are not known. */
export const yearsRange = z.object({ min: z.nullable(z.int()), max: z.nullable(z.int()) })
export type YearsRange = z.infer<typeof yearsRange>

/** Days of UTC, both included; a null end is open, two of them are people of whom no day is known. */
export const daysRange = z.object({ from: z.nullable(day), to: z.nullable(day) })
export type DaysRange = z.infer<typeof daysRange>

/** What a reader asked to see: choices within a key are alternatives, keys narrow each other. */
export const view = z.object({
  q: z.string(),
  rating: z.array(z.enum(ratingChoices)),
  /** true: top choices only · false: the others only · null: both. */
  top: z.nullable(z.boolean()),
  /** Worked there, ever. */
  company: z.array(z.string()),
  /** Works there, in a job that has not ended. */
  now: z.array(z.string()),
  location: z.array(z.string()),
  years: z.array(yearsRange),
  /** Words of the titles a person has had. */
  title: z.array(z.string()),
  /** Days of UTC on which a person was first seen. */
  seen: z.array(day),
  /** Days on which a person applied. */
  applied: z.array(daysRange),
  /** Schools they went to, or degrees they have. */
  education: z.array(z.string()),
  /**
   * true: only whom this reader has not seen yet since their last visit, new people and those with another rating. A
   * moment, `2026-04-01T22:00Z`: only whom the list has had since then.
   */
  new: z.union([z.boolean(), z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/))]),
  sort: z.array(sortRule),
})
export type View = z.infer<typeof view>
