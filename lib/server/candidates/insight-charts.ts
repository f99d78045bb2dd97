import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import type { InsightBar, Insights } from '@/lib/contracts/insights'
import { unknownChoice } from '@/lib/contracts/words'
import { yearsText } from '@/lib/domain/facet-words'
import { toArrivalBars } from '@/lib/domain/insight-bars'
import { dayMs } from '@/lib/server/candidates/store/candidate-filter'
import type { CandidateSource } from '@/lib/server/candidates/store/candidate-source'
import { toRank } from '@/lib/server/candidates/store/derived-columns'
import { placeChoice } from '@/lib/server/candidates/store/index-keys'
import * as store from '@/lib/server/candidates/store/insights'
import type { Db } from '@/lib/server/db/open-database'
import { parseAsYearsRange } from '@/lib/url/years'

type Charts = Insights['charts']
type Counted = { source: CandidateSource; where: SQL | undefined }
type KeyCount = { key: string; count: number }

const shownNames = 10
// Countries are among the places of a person, and drawn by themselves.
const maxNames = 60
const monthsPerYear = 12

const unknownBar = (facet: FacetKey, count: number, choices = [unknownChoice]): InsightBar | null =>
  count === 0 ? null : { label: getFacet(facet).unknown ?? 'Unknown', count, choices }

/** The fixed choices of a facet that somebody has, in the order of its definition. */
const fixedBars = (facet: FacetKey, countOf: (choice: string) => number | undefined): InsightBar[] =>
  Object.entries(getFacet(facet).values ?? {}).flatMap(([choice, label]) => {
    const count = countOf(choice) ?? 0
    return count === 0 ? [] : [{ label, count, choices: [choice] }]
  })

/** Every band, without holes where nobody is. As in the filter, unclear dates count in each band that they touch. */
function bandBars(facet: FacetKey, months: readonly store.MonthsCount[]): InsightBar[] {
  const bars = (getFacet(facet).bands ?? []).flatMap((band) => {
    const range = parseAsYearsRange.parse(band)
    if (!range) return []
    const inside = months.filter(
      ({ min, max }) =>
        min !== null &&
        (max ?? min) >= (range.min ?? 0) * monthsPerYear &&
        (range.max === null || min < (range.max + 1) * monthsPerYear),
    )
    const count = inside.reduce((sum, each) => sum + each.count, 0)
    return [{ label: yearsText(range), count, choices: [band] }]
  })
  return bars.some(({ count }) => count > 0) ? bars : []
}

const bandChart = (facet: FacetKey, months: readonly store.MonthsCount[]) => ({
  facet,
  bars: bandBars(facet, months),
  more: 0,
  unknown: unknownBar(
    facet,
    months.reduce((sum, { min, count }) => (min === null ? sum + count : sum), 0),
  ),
})

const isoDay = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)

function arrivalChart(counts: store.ScalarCounts['days'], hasApplied: boolean) {
  const facet = hasApplied ? ('applied' as const) : ('seen' as const)
  const days = counts.flatMap(({ day, count }) => (day === null ? [] : [{ day: isoDay(day), count }]))
  const unknown = counts.find(({ day }) => day === null)?.count ?? 0
  return { facet, ...toArrivalBars(days, hasApplied), more: 0, unknown: unknownBar(facet, unknown) }
}

type NameCharts = Pick<Charts, 'titles' | 'employers' | 'countries' | 'places'>

async function nameCharts(
  db: Db,
  counted: Counted,
  countries: store.ScalarCounts['countries'],
): Promise<NameCharts> {
  const names = await store.countNames(db, counted, maxNames)
  const known = countries.flatMap(({ key, count }) => (key === null ? [] : [{ key, count }]))
  const isCountry = new Set(known.map(({ key }) => key))
  const toBars = async (list: store.NameList, top: readonly KeyCount[]) => {
    const labels = await store.nameLabels(
      db,
      counted,
      list,
      top.map(({ key }) => key),
    )
    return top.map(({ key, count }): InsightBar => {
      const written = labels.get(key) ?? key
      const label = list === 'places' ? placeChoice(key, written) : written
      return { label, count, choices: [label] }
    })
  }
  const topCountries = known
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, shownNames)
  const topPlaces = names.places.top.filter(({ key }) => !isCountry.has(key)).slice(0, shownNames)
  const places = await toBars('places', [...topCountries, ...topPlaces])
  const chart = async (list: 'titles' | 'employers', facet: FacetKey) => {
    const { top, distinct, unknown } = names[list]
    const bars = await toBars(list, top.slice(0, shownNames))
    return { facet, bars, more: distinct - bars.length, unknown: unknownBar(facet, unknown) }
  }
  return {
    titles: await chart('titles', 'role'),
    employers: await chart('employers', 'now'),
    countries: {
      facet: 'location',
      bars: places.slice(0, topCountries.length),
      more: known.length - topCountries.length,
      // Some of them name a place: no filter shows just these.
      unknown: unknownBar('location', countries.find(({ key }) => key === null)?.count ?? 0, []),
    },
    places: {
      facet: 'location',
      bars: places.slice(topCountries.length),
      more: Math.max(0, names.places.distinct - known.length - topPlaces.length),
      unknown: unknownBar('location', names.places.unknown),
    },
  }
}

function criteriaChart(counts: readonly store.CriterionCount[]) {
  const facet = 'criteria' as const
  const bars = counts.flatMap(({ need, name, people }): InsightBar[] =>
    need === null
      ? []
      : [{ label: need === 'nice' ? `${name} (nice)` : name, count: people, choices: [name] }],
  )
  const none = counts.find(({ need }) => need === null)?.people ?? 0
  return { facet, bars, more: 0, unknown: unknownBar(facet, none) }
}

/** What people did about applicants, which changes far more often than who they are. */
export type MarkCharts = Pick<Charts, 'decisions' | 'criteria'>
/** What applicants are like: moves only with the list. */
export type RowCharts = { charts: Omit<Charts, keyof MarkCharts>; matched: number }

const whole = { more: 0, unknown: null }

/**
 * Counts what some rows are like.
 * @param hasApplied their applications have days, else it is told when they were added
 */
export async function countRowCharts(db: Db, counted: Counted, hasApplied: boolean): Promise<RowCharts> {
  const { columns } = counted.source
  const time = sql`${hasApplied ? columns.appliedMs : columns.firstSeenMs}`
  const { ratings, topChoices, experience, tenure, days, countries } = await store.countScalars(
    db,
    counted,
    time,
  )
  const charts: RowCharts['charts'] = {
    arrivals: arrivalChart(days, hasApplied),
    ratings: {
      facet: 'rating',
      bars: fixedBars('rating', (choice) => ratings.get(String(toRank(choice)))),
      ...whole,
    },
    topChoices: {
      facet: 'top',
      bars: fixedBars('top', (choice) => topChoices.get(String(choice === '1'))).toReversed(),
      ...whole,
    },
    experience: bandChart('years', experience),
    tenure: bandChart('tenure', tenure),
    ...(await nameCharts(db, counted, countries)),
  }
  return { charts, matched: [...topChoices.values()].reduce((sum, people) => sum + people, 0) }
}

/**
 * Counts what people did about some rows.
 * @param reader whose reading it is: decisions may be withheld from them
 * @param matched how many rows there are
 */
export async function countMarkCharts(
  db: Db,
  counted: Counted,
  { reader, matched }: { reader: string; matched: number },
): Promise<MarkCharts> {
  const decided = await store.countDecisions(db, counted, reader)
  const undecided = matched - [...decided.values()].reduce((sum, people) => sum + people, 0)
  return {
    decisions: {
      facet: 'decision',
      bars: fixedBars('decision', (choice) => (choice === 'none' ? undecided : decided.get(choice))),
      ...whole,
    },
    criteria: criteriaChart(await store.countCriteria(db, counted)),
  }
}
