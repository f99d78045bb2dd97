import 'server-only'
import { count, sql } from 'drizzle-orm'
import type { FacetGroup, FacetKey, Facets, FacetValue } from '@/lib/contracts/facets'
import type { View } from '@/lib/contracts/view'
import { emptyView, facetKeys, unknownChoice } from '@/lib/contracts/words'
import type { Db } from '@/lib/server/db/open-database'
import { getChoices, setChoices } from '@/lib/url/facet-choices'
import { asks, matches } from './candidate-filter'
import type { CandidateSource } from './candidate-source'
import { getListColumns } from './facet-columns'
import { countValues } from './facet-values'
import { choiceKey, splitChoices } from './index-keys'

/** How the choices of a facet are told apart where they may be written in more than one way. */
function sameKey(facet: FacetKey, value: string): string {
  if (splitChoices([value]).unknown) return unknownChoice
  const keys = getListColumns(facet)?.keys(value) ?? []
  return keys.length > 0 ? keys.join('\n') : choiceKey(value)
}

/** The heading over a choice that is none of the values counted; none where it could stand under several. */
function headingOf(facet: FacetKey, source: CandidateSource): FacetGroup | undefined {
  const [list, another] = getListColumns(facet)?.lists(source) ?? []
  return another === undefined ? list?.group : undefined
}

/** The rows that the choices of a facet are counted over: with its own where one more choice would narrow them. */
const countedOver = (facet: FacetKey, source: CandidateSource, view: View) =>
  matches(source, view, getListColumns(facet)?.every ? undefined : facet)

type Choice = { value: string; view: View }

/** Each choice of a facet by itself: as it stands in the address, and as a view of its own. */
export const toChoices = (facet: FacetKey, view: View): Choice[] =>
  getChoices(view, facet).map((value) => ({ value, view: { ...emptyView, ...setChoices(facet, [value]) } }))

/** The values, those of them that are chosen as they were written in the choice: a link may say Deutschland for Germany. */
export function asChosen(
  facet: FacetKey,
  values: readonly FacetValue[],
  choices: readonly Choice[],
): FacetValue[] {
  const byKey = new Map(choices.map(({ value }) => [sameKey(facet, value), value]))
  return values.map((each) => {
    const chosen = byKey.get(sameKey(facet, each.value))
    // Case and accents alone make no other choice.
    const isOther = chosen !== undefined && choiceKey(chosen) !== choiceKey(each.value)
    return isOther ? { ...each, value: chosen } : each
  })
}

/** The choices that are not among the values. */
export function missingAmong(
  facet: FacetKey,
  values: readonly FacetValue[],
  choices: readonly Choice[],
): Choice[] {
  const known = new Set(values.map(({ value }) => sameKey(facet, value)))
  return choices.filter(({ value }) => !known.has(sameKey(facet, value)))
}

/** Counts what is chosen but not among the values counted: a rare one, several words, a range of one's own. */
async function addChosen(
  db: Db,
  source: CandidateSource,
  view: View,
  facet: FacetKey,
  values: FacetValue[],
): Promise<FacetValue[]> {
  const choices = toChoices(facet, view)
  const named = asChosen(facet, values, choices)
  const missing = missingAmong(facet, named, choices)
  if (missing.length === 0) return named
  const columns = missing.map(
    ({ view: alone }, at) =>
      [String(at), sql<number>`(count(*) filter (where ${asks(facet, alone, source)}))::int`] as const,
  )
  const [row] = await db
    .select(Object.fromEntries(columns))
    .from(source.table)
    .where(countedOver(facet, source, view))
  const group = headingOf(facet, source)
  const added = missing.map(({ value }, at) => ({
    value,
    label: value,
    count: Number(row?.[String(at)] ?? 0),
    ...(group ? { group } : {}),
  }))
  return [...named, ...added]
}

/**
 * How many stored rows each choice would show, over the view without that facet's own choice (with it, where choices
 * narrow each other); at most 200 values each,
 * most frequent first, and after them what is chosen beside those.
 * @param asked the facets to count; all of them, and the rows of the view, without it
 * @param find only values that have this text in them
 */
export async function countFacets(
  db: Db,
  source: CandidateSource,
  view: View,
  { asked = null, find = null }: { asked?: readonly FacetKey[] | null; find?: string | null } = {},
): Promise<Facets> {
  const facets: Facets['facets'] = {}
  // One after the other: together they would take every connection of the pool for one reader.
  for (const facet of asked ?? facetKeys) {
    const values = await countValues(facet, db, { source, where: countedOver(facet, source, view), find })
    // Who looks for a value by name is shown no other.
    facets[facet] = find === null ? await addChosen(db, source, view, facet, values) : values
  }
  if (asked) return { facets }
  const [row] = await db.select({ matched: count() }).from(source.table).where(matches(source, view))
  return { matched: row?.matched ?? 0, facets }
}
