import 'server-only'
import { facetDefinitions } from '@/lib/contracts/facet-definitions'
import type { FacetKey, Facets, FacetValue } from '@/lib/contracts/facets'
import { guestFacetKeys, type GuestFacetKey } from '@/lib/contracts/share-words'
import type { View } from '@/lib/contracts/view'
import { maxFacetValues, unknownChoice } from '@/lib/contracts/words'
import { citiesCalled } from '@/lib/domain/city-names'
import { companyKey } from '@/lib/domain/company-key'
import { countriesCalled } from '@/lib/domain/country-names'
import { foldText } from '@/lib/domain/search'
import { asChosen, toChoices, missingAmong } from '@/lib/server/candidates/store/candidate-facets'
import { toRank } from '@/lib/server/candidates/store/derived-columns'
import { placeChoice } from '@/lib/server/candidates/store/index-keys'
import type { SharedPerson } from './guest-people'
import { inYears, matching } from './guest-view'

const bands = [
  { value: '0-1', label: 'Under 2 years', min: 0, max: 1 },
  { value: '2-4', label: '2 to 4 years', min: 2, max: 4 },
  { value: '5-9', label: '5 to 9 years', min: 5, max: 9 },
  { value: '10-19', label: '10 to 19 years', min: 10, max: 19 },
  { value: '20-', label: '20 years or more', min: 20, max: null },
]
const unknownYears = { value: unknownChoice, label: 'Unknown' }
const ratingLabels: Record<string, string> = facetDefinitions.rating.values
const unknownLabels = { company: 'Unknown', now: 'None known', location: 'Unknown', title: 'Unknown' }

const findsUnknown = (find: string | null, label: string): boolean =>
  find === null || foldText(label).includes(foldText(find))
const findCompany = (find: string) => ({ like: companyKey(find) })
const findPlace = (find: string) => ({
  like: foldText(find),
  keys: [...countriesCalled(foldText(find)).map((code) => `=${code}`), ...citiesCalled(foldText(find))],
})

type ListRow = { folded: string; label: string; forms: string[] | null; count: number; country?: boolean }
function toListValue(
  facet: keyof typeof unknownLabels,
  { folded, label: written, forms, count: people, country }: ListRow,
): FacetValue {
  const label = facet === 'location' ? placeChoice(folded, written) : written
  return {
    ...{ value: label, label, count: people },
    ...(forms && forms.length > 0 ? { forms } : {}),
    ...(country === undefined ? {} : { group: country ? ('country' as const) : ('place' as const) }),
  }
}

type Keys = SharedPerson['keys']
type People = readonly SharedPerson[]

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byCount = (a: { key: string; count: number }, b: { key: string; count: number }) =>
  b.count - a.count || byCode(a.key, b.key)

type Lists = {
  facet: keyof typeof unknownLabels
  folded: (keys: Keys) => string[]
  written: (keys: Keys) => string[]
  findKeys: (find: string) => { like: string; keys?: string[] }
}

/** Counts folded values, each named as most people wrote it. */
function ofList(people: People, { folded, written, findKeys }: Lists, find: string | null) {
  const wanted = find === null ? null : findKeys(find)
  const isWanted = (key: string, name: string) =>
    wanted === null ||
    (wanted.like !== '' && key.includes(wanted.like)) ||
    wanted.keys?.includes(key) === true ||
    name.toLowerCase().includes((find ?? '').toLowerCase())
  const forms = new Map<string, Map<string, number>>()
  for (const { keys } of people) {
    const names = written(keys)
    folded(keys).forEach((key, at) => {
      const name = names[at] ?? key
      if (!isWanted(key, name)) return
      const known = forms.get(key) ?? new Map<string, number>()
      forms.set(key, known.set(name, (known.get(name) ?? 0) + 1))
    })
  }
  return [...forms].map(([key, names]) => {
    const accented = (name: string) => Number(/[^\u0001-\u007f]/.test(name))
    const written = [...names].sort(([a, n], [b, m]) => m - n || accented(b) - accented(a) || byCode(a, b))
    const count = written.reduce((sum, [, n]) => sum + n, 0)
    const [label = key, ...others] = written.map(([name]) => name)
    return { key, folded: key, label, forms: others.slice(0, 5), count }
  })
}

function withUnknown(people: People, lists: Lists, find: string | null, values: FacetValue[]): FacetValue[] {
  const label = unknownLabels[lists.facet]
  const unknown = counted(people, (keys) => lists.folded(keys).length === 0)
  if (unknown === 0 || !findsUnknown(find, label)) return values
  return [...values, { value: unknownChoice, label, count: unknown }]
}

const namedValues = (people: People, lists: Lists, find: string | null): FacetValue[] =>
  ofList(people, lists, find)
    .sort(byCount)
    .slice(0, maxFacetValues)
    .map((row) => toListValue(lists.facet, row))

const listValues = (people: People, lists: Lists, find: string | null): FacetValue[] =>
  withUnknown(people, lists, find, namedValues(people, lists, find))

function placeValues(people: People, find: string | null): FacetValue[] {
  const countries = new Set(people.map(({ keys }) => keys.countryFolded))
  const lists: Lists = {
    facet: 'location',
    folded: (keys) => keys.placeFolded,
    written: (keys) => keys.places,
    findKeys: findPlace,
  }
  const all = ofList(people, lists, find).sort(byCount)
  const groups = [true, false].flatMap((country) =>
    all.filter(({ key }) => countries.has(key) === country).slice(0, maxFacetValues),
  )
  const values = groups
    .sort(byCount)
    .map((row) => toListValue('location', { ...row, country: countries.has(row.key) }))
  return withUnknown(people, lists, find, values)
}

const counted = (people: People, test: (keys: Keys) => boolean) =>
  people.filter(({ keys }) => test(keys)).length
const some = ({ count }: FacetValue) => count > 0

const counting: Record<GuestFacetKey, (people: People, find: string | null) => FacetValue[]> = {
  rating: (people) =>
    Object.entries(ratingLabels)
      .map(([value, label]) => ({
        ...{ value, label },
        count: counted(people, ({ ratingRank }) => ratingRank === toRank(value)),
      }))
      .filter(some),
  top: (people) =>
    [
      { value: '1', label: 'Top choice', count: counted(people, ({ isTopChoice }) => isTopChoice) },
      { value: '0', label: 'Not marked', count: counted(people, ({ isTopChoice }) => !isTopChoice) },
    ].filter(some),
  company: (people, find) =>
    listValues(
      people,
      {
        ...{ facet: 'company', findKeys: findCompany },
        ...{ folded: (keys) => keys.companyFolded, written: (keys) => keys.companies },
      },
      find,
    ),
  now: (people, find) =>
    listValues(
      people,
      {
        ...{ facet: 'now', findKeys: findCompany },
        ...{ folded: (keys) => keys.nowFolded, written: (keys) => keys.nowCompanies },
      },
      find,
    ),
  location: placeValues,
  years: (people) =>
    [...bands, { ...unknownYears, min: null, max: null }]
      .map(({ value, label, min, max }) => ({
        ...{ value, label },
        count: counted(people, (keys) => inYears(keys, { min, max })),
      }))
      .filter(some),
  education(people, find) {
    const asText = { facet: 'title', findKeys: (text: string) => ({ like: foldText(text) }) } as const
    const schools = {
      ...asText,
      folded: (keys: Keys) => keys.schoolFolded,
      written: (keys: Keys) => keys.schools,
    }
    const degrees = {
      ...asText,
      folded: (keys: Keys) => keys.degreeFolded,
      written: (keys: Keys) => keys.degrees,
    }
    const known = [
      ...namedValues(people, schools, find).map((each) => ({ ...each, group: 'school' as const })),
      ...namedValues(people, degrees, find).map((each) => ({ ...each, group: 'degree' as const })),
    ]
    const isUnknown = (keys: Keys) => keys.schoolFolded.length + keys.degreeFolded.length === 0
    const unknown = { value: unknownChoice, label: 'Unknown', count: counted(people, isUnknown) }
    return known.length === 0 || unknown.count === 0 || find !== null ? known : [...known, unknown]
  },
  title: (people, find) =>
    listValues(
      people,
      {
        ...{ facet: 'title', findKeys: (text) => ({ like: foldText(text) }) },
        ...{ folded: (keys) => keys.titleWords, written: (keys) => keys.titleWords },
      },
      find,
    ),
}

/** The values with what is chosen but not among them: each counted by itself. */
function withChosen(people: People, view: View, facet: GuestFacetKey, values: FacetValue[]): FacetValue[] {
  const choices = toChoices(facet, view)
  const named = asChosen(facet, values, choices)
  const group = facet === 'location' ? ({ group: 'place' } as const) : {}
  const beside = missingAmong(facet, named, choices).map(({ value, view: alone }) => ({
    ...{ value, label: value, count: matching(people, alone).length },
    ...group,
  }))
  return [...named, ...beside]
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
    return [facet, find === null ? withChosen(rows, view, facet, values) : values] as const
  })
  return {
    ...(asked === null ? { matched: matching(people, view).length } : {}),
    facets: Object.fromEntries(counts) as Facets['facets'],
  }
}
