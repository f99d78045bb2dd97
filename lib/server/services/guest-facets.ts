import 'server-only'
import type { FacetKey, Facets, FacetValue } from '@/lib/contracts/facets'
import { guestFacetKeys, type GuestFacetKey } from '@/lib/contracts/share-words'
import type { View } from '@/lib/contracts/view'
import { mostFacetValues } from '@/lib/contracts/words'
import { foldText } from '@/lib/domain/search'
import { choicesOf } from '@/lib/server/store/candidate-facets'
import { rankOf } from '@/lib/server/store/derived-columns'
import { unknownEducation } from '@/lib/server/store/education-facet'
import { bands, ratingLabels } from '@/lib/server/store/facet-values'
import { choiceKey } from '@/lib/server/store/index-keys'
import type { SharedPerson } from './guest-people'
import { inYears, matching } from './guest-view'

type Keys = SharedPerson['keys']
type People = readonly SharedPerson[]

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byCount = (a: { key: string; count: number }, b: { key: string; count: number }) =>
  b.count - a.count || byCode(a.key, b.key)

type Lists = { folded: (keys: Keys) => string[]; written: (keys: Keys) => string[] }

/** Counts folded values, each named as most people wrote it. */
function ofList(people: People, { folded, written }: Lists, find: string | null) {
  const sought = find === null ? '' : foldText(find)
  const forms = new Map<string, Map<string, number>>()
  for (const { keys } of people) {
    const names = written(keys)
    folded(keys).forEach((key, at) => {
      if (!key.includes(sought)) return
      const known = forms.get(key) ?? new Map<string, number>()
      const name = names[at] ?? key
      forms.set(key, known.set(name, (known.get(name) ?? 0) + 1))
    })
  }
  return [...forms].map(([key, names]) => {
    const written = [...names].sort(([a, n], [b, m]) => m - n || byCode(a, b))
    const count = written.reduce((sum, [, n]) => sum + n, 0)
    return { key, label: written[0]?.[0] ?? key, count }
  })
}

function listValues(people: People, lists: Lists, find: string | null): FacetValue[] {
  return ofList(people, lists, find)
    .sort(byCount)
    .slice(0, mostFacetValues)
    .map(({ label, count }) => ({ value: label, label, count }))
}

function placeValues(people: People, find: string | null): FacetValue[] {
  const countries = new Set(people.map(({ keys }) => keys.countryFolded))
  const lists = { folded: (keys: Keys) => keys.placeFolded, written: (keys: Keys) => keys.places }
  const all = ofList(people, lists, find).sort(byCount)
  const groups = [true, false].flatMap((country) =>
    all.filter(({ key }) => countries.has(key) === country).slice(0, mostFacetValues),
  )
  return groups.sort(byCount).map(({ key, label, count }) => ({
    ...{ value: label, label, count },
    group: countries.has(key) ? ('country' as const) : ('place' as const),
  }))
}

const counted = (people: People, test: (keys: Keys) => boolean) =>
  people.filter(({ keys }) => test(keys)).length
const some = ({ count }: FacetValue) => count > 0

const counting: Record<GuestFacetKey, (people: People, find: string | null) => FacetValue[]> = {
  rating: (people) =>
    Object.entries(ratingLabels)
      .map(([value, label]) => ({
        ...{ value, label },
        count: counted(people, ({ ratingRank }) => ratingRank === rankOf(value)),
      }))
      .filter(some),
  top: (people) =>
    [
      { value: '1', label: 'Top choice', count: counted(people, ({ isTopChoice }) => isTopChoice) },
      { value: '0', label: 'Not marked', count: counted(people, ({ isTopChoice }) => !isTopChoice) },
    ].filter(some),
  company: (people, find) =>
    listValues(people, { folded: (keys) => keys.companyFolded, written: (keys) => keys.companies }, find),
  now: (people, find) =>
    listValues(people, { folded: (keys) => keys.nowFolded, written: (keys) => keys.nowCompanies }, find),
  location: placeValues,
  years: (people) =>
    bands
      .map(({ value, label, min, max }) => ({
        ...{ value, label },
        count: counted(people, (keys) => inYears(keys, { min, max })),
      }))
      .filter(some),
  education(people, find) {
    const schools = { folded: (keys: Keys) => keys.schoolFolded, written: (keys: Keys) => keys.schools }
    const degrees = { folded: (keys: Keys) => keys.degreeFolded, written: (keys: Keys) => keys.degrees }
    const known = [
      ...listValues(people, schools, find).map((each) => ({ ...each, group: 'school' as const })),
      ...listValues(people, degrees, find).map((each) => ({ ...each, group: 'degree' as const })),
    ]
    const isUnknown = (keys: Keys) => keys.schoolFolded.length + keys.degreeFolded.length === 0
    const unknown = { value: unknownEducation, label: 'Unknown', count: counted(people, isUnknown) }
    return known.length === 0 || unknown.count === 0 || find !== null ? known : [...known, unknown]
  },
  title: (people, find) =>
    listValues(people, { folded: (keys) => keys.titleWords, written: (keys) => keys.titleWords }, find),
}

/** What is chosen but not among the values counted: each by itself. */
function chosenBeside(
  people: People,
  view: View,
  facet: GuestFacetKey,
  values: readonly FacetValue[],
): FacetValue[] {
  const known = new Set(values.map(({ value }) => choiceKey(value)))
  const group = facet === 'location' ? ({ group: 'place' } as const) : {}
  return choicesOf(facet, view)
    .filter(({ value }) => !known.has(choiceKey(value)))
    .map(({ value, view: alone }) => ({
      ...{ value, label: value, count: matching(people, alone).length },
      ...group,
    }))
}

/**
 * Counts of filters' choices over what a guest is shown, as `countFacets` gives them to the team.
 * @param asked the facets to count; all of them, and the people of the view, without it
 * @param find only values that have this text in them
 */
export function countGuestFacets(
  people: People,
  view: View,
  { asked, find }: { asked: readonly FacetKey[] | null; find: string | null },
): Facets {
  const keys = guestFacetKeys.filter((key) => asked === null || asked.includes(key))
  const counts = keys.map((facet) => {
    const rows = matching(people, view, facet)
    const values = counting[facet](rows, find)
    const beside = find === null ? chosenBeside(rows, view, facet, values) : []
    return [facet, [...values, ...beside]] as const
  })
  return {
    ...(asked === null ? { matched: matching(people, view).length } : {}),
    facets: Object.fromEntries(counts) as Facets['facets'],
  }
}
