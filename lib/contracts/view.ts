import type { facetDefinitions } from './facet-definitions'
import type { sortDefinitions } from './sort-definitions'

export type SortKey = keyof typeof sortDefinitions
export type SortRule = { key: SortKey; descending: boolean }

/** Whole years of experience, both ends included; a null end is open, two of them are people whose years are not known. */
export type YearsRange = { min: number | null; max: number | null }

/** Days of UTC, both included; a null end is open, two of them are people without a known day. */
export type DaysRange = { from: string | null; to: string | null }

type ChoicesOf<Definition> = Definition extends { kind: 'choice'; values: infer Values }
  ? (keyof Values)[]
  : Definition extends { kind: 'flag' }
    ? // null: both.
      boolean | null
    : Definition extends { kind: 'years' }
      ? YearsRange[]
      : Definition extends { kind: 'days' }
        ? DaysRange[]
        : string[]
type Definitions = typeof facetDefinitions

/** What is chosen in each facet: choices within one are alternatives (of `criteria`, all are
 * asked for), facets narrow each other. */
export type FacetChoices = { -readonly [Key in keyof Definitions]: ChoicesOf<Definitions[Key]> }

/** What a reader asked to see. */
export type View = FacetChoices & {
  q: string
  /**
   * true: only people with news since this reader's last visit, new ones and those with another rating. A moment,
   * `2026-04-01T22:00Z`: only people added since then.
   */
  new: boolean | string
  sort: SortRule[]
}
