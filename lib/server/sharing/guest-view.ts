import 'server-only'
import type { FacetKey } from '@/lib/contracts/facets'
import type { SortKey, SortRule, View, YearsRange } from '@/lib/contracts/view'
import { unknownChoice } from '@/lib/contracts/words'
import { searchTerms } from '@/lib/domain/search'
import { toRank } from '@/lib/server/candidates/store/derived-columns'
import {
  choiceKey,
  companyChoice,
  placeKeys,
  placesCalled,
  splitChoices,
  titleKeys,
} from '@/lib/server/candidates/store/index-keys'
import type { SharedPerson } from './guest-people'

type Keys = SharedPerson['keys']
type Test = (keys: Keys) => boolean

const overlaps = (have: readonly string[], wanted: readonly string[]) =>
  wanted.some((key) => have.includes(key))
const hasAll = (have: readonly string[], wanted: readonly string[]) =>
  wanted.length > 0 && wanted.every((key) => have.includes(key))

export const inYears = ({ months, monthsMax }: Keys, { min, max }: YearsRange): boolean =>
  (min === null && max === null) === (months === null) &&
  (months === null || isBetween(months, monthsMax, { min, max }))

const isBetween = (months: number, monthsMax: number | null, { min, max }: YearsRange) =>
  (min === null || (monthsMax !== null && monthsMax >= min * 12)) && (max === null || months < (max + 1) * 12)

/** Any of some choices of a list, or nothing in it where that is chosen. */
function anyChoice(
  values: readonly string[],
  list: (keys: Keys) => readonly string[],
  test: (named: string[]) => (have: readonly string[]) => boolean,
): Test | null {
  if (values.length === 0) return null
  const { named, unknown } = splitChoices(values)
  const has = test(named)
  return (keys) => has(list(keys)) || (unknown && list(keys).length === 0)
}

const studied = ({ schoolFolded, degreeFolded }: Keys, choice: string) =>
  choice === unknownChoice
    ? schoolFolded.length + degreeFolded.length === 0
    : [...schoolFolded, ...degreeFolded].includes(choiceKey(choice))

// As the store's own filter asks them of a row (store/candidate-filter.ts), but of the redacted one.
const tests: Record<Exclude<FacetKey, 'seen' | 'applied'> | 'q', (view: View) => Test | null> = {
  q({ q }) {
    const terms = searchTerms(q)
    if (terms.length === 0) return null
    const wanted = terms.map((term) => ({ term, places: placesCalled(term) }))
    return ({ searchText, placeFolded }) =>
      wanted.every(({ term, places }) => searchText.includes(term) || overlaps(placeFolded, places))
  },
  rating({ rating }) {
    const ranks = rating.map(toRank)
    return ranks.length === 0 ? null : ({ ratingRank }) => ranks.includes(ratingRank)
  },
  top: ({ top }) => (top === null ? null : ({ isTopChoice }) => isTopChoice === top),
  company: ({ company }) =>
    anyChoice(
      company,
      (keys) => keys.companyFolded,
      (named) => {
        const wanted = named.map(companyChoice)
        return (have) => overlaps(have, wanted)
      },
    ),
  now: ({ now }) =>
    anyChoice(
      now,
      (keys) => keys.nowFolded,
      (named) => {
        const wanted = named.map(companyChoice)
        return (have) => overlaps(have, wanted)
      },
    ),
  location: ({ location }) =>
    anyChoice(
      location,
      (keys) => keys.placeFolded,
      (named) => {
        const wanted = named.map(placeKeys)
        return (have) => wanted.some((place) => hasAll(have, place))
      },
    ),
  years: ({ years }) => (years.length === 0 ? null : (keys) => years.some((range) => inYears(keys, range))),
  education({ education }) {
    return education.length === 0 ? null : (keys) => education.some((choice) => studied(keys, choice))
  },
  title: ({ title }) =>
    anyChoice(
      title,
      (keys) => keys.titleWords,
      (named) => {
        const wanted = named.map((words) => titleKeys([words]))
        return (have) => wanted.some((words) => hasAll(have, words))
      },
    ),
}

/** Whom a view shows among these. @param without a facet whose own choice does not count */
export function matching(
  people: readonly SharedPerson[],
  view: View,
  without?: FacetKey,
): readonly SharedPerson[] {
  const asked = Object.entries(tests).flatMap(([name, make]) => {
    const test = name === without ? null : make(view)
    return test ? [test] : []
  })
  return asked.length === 0 ? people : people.filter(({ keys }) => asked.every((test) => test(keys)))
}

type Value = string | number | null
const values: Partial<Record<SortKey, (keys: Keys) => Value>> = {
  name: ({ nameFolded }) => nameFolded,
  rating: ({ ratingRank }) => ratingRank,
  years: ({ months }) => months,
}

// What is unknown comes last both ways.
function compare(a: Value, b: Value, descending: boolean): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b !== descending ? -1 : 1
}

function inOrder(people: readonly SharedPerson[], sort: readonly SortRule[]): readonly SharedPerson[] {
  if (sort.length === 0) return people
  const [first] = sort
  if (first?.key === 'position') return first.descending ? people.toReversed() : people
  return people.toSorted((a, b) => {
    for (const { key, descending } of sort) {
      const valueOf = values[key]
      const order = valueOf ? compare(valueOf(a.keys), valueOf(b.keys), descending) : 0
      if (order !== 0) return order
    }
    return 0
  })
}

/** Whom a guest's view shows, in its order; the link's own where it names none. */
export const shownIn = (people: readonly SharedPerson[], view: View): readonly SharedPerson[] =>
  inOrder(matching(people, view), view.sort)
