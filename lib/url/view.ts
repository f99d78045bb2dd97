import { createLoader, createParser, createSerializer, parseAsArrayOf, parseAsString } from './parser'
import { getSort } from '@/lib/contracts/sort-definitions'
import type { SortRule, View } from '@/lib/contracts/view'
import { facetKeys, sortKeys } from '@/lib/contracts/words'
import { facetParsers, getChoices, normalizeChoices } from './facet-choices'
import { parseAsFlag } from './flag'

/** `years` ascending, `-years` descending. */
export const parseAsSortRule = createParser<SortRule>({
  parse(text) {
    const descending = text.startsWith('-')
    const name = descending ? text.slice(1) : text
    const key = sortKeys.find((known) => known === name)
    return key ? { key, descending } : null
  },
  serialize: ({ key, descending }) => `${descending ? '-' : ''}${key}`,
  eq: (a, b) => a.key === b.key && a.descending === b.descending,
})

const momentPattern = /^(?:20|21)\d\d-\d\d-\d\dT\d\d:\d\dZ$/

/** The moment as an address writes it, to the minute: `2026-04-01T22:00Z`. */
export const toMoment = (date: Date): string => `${date.toISOString().slice(0, 16)}Z`

/** `1`: since the reader's last visit; else the moment since when somebody is new. A day of no calendar is ignored. */
const parseAsNews = createParser<boolean | string>({
  parse(text) {
    if (!momentPattern.test(text)) return parseAsFlag.parse(text)
    const date = new Date(text)
    return !Number.isNaN(date.getTime()) && toMoment(date) === text ? text : null
  },
  serialize: (value) => (typeof value === 'string' ? value : parseAsFlag.serialize(value)),
})

/** One parser per key of the view; defaults are left out of the URL and unknown values are ignored. */
export const viewParsers = {
  q: parseAsString.withDefault(''),
  ...facetParsers,
  new: parseAsNews.withDefault(false),
  sort: parseAsArrayOf(parseAsSortRule).withDefault([]),
}

const maxSearchLength = 200

/**
 * A view in its one normal form, so that two URLs that mean the same share a cache entry: text trimmed and capped,
 * empty and repeated choices dropped, the default sort (provider order) left out, at most one rule per sort key, none
 * that needs a search where there is none.
 */
export function normalizeView(parsed: View): View {
  const q = parsed.q.replaceAll('\0', '').trim().slice(0, maxSearchLength)
  const sort = parsed.sort.filter(
    ({ key }, at) =>
      parsed.sort.findIndex((other) => other.key === key) === at && (q !== '' || !getSort(key).needsSearch),
  )
  const [first] = sort
  return {
    q,
    ...normalizeChoices(parsed),
    new: parsed.new,
    sort: sort.length === 1 && first?.key === 'position' && !first.descending ? [] : sort,
  }
}

const load = createLoader(viewParsers)

/** Reads a view from a query string, a `URLSearchParams` or Next's resolved `searchParams`. Never throws. */
export function parseView(
  search: string | URLSearchParams | Record<string, string | string[] | undefined>,
): View {
  return normalizeView(load(search))
}

const serialize = createSerializer(viewParsers)

/** The query string of a view, with its `?`, or '' for the plain list. */
export function viewToSearch(view: View): string {
  return serialize(view)
}

/** True when nothing narrows the list: sort does not count. */
export const isUnfiltered = (view: View): boolean =>
  view.q === '' && !view.new && facetKeys.every((key) => getChoices(view, key).length === 0)
