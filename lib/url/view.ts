import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import type { SortRule, View, YearsRange } from '@/lib/contracts/view'
import { ratingChoices, sortKeys, unknownChoice } from '@/lib/contracts/words'
import { parseAsDay, parseAsDaysRange } from './day'

const maxYears = 80
const yearsPattern = /^(?:(\d{1,2})?-(\d{1,2})?|(\d{1,2}))$/

/** `3-10`, `5-` (five or more), `-2` (two or fewer), `4` (four, in whole years), `unknown`; null for anything else. */
export const parseAsYearsRange = createParser<YearsRange>({
  parse(text) {
    if (text.trim() === unknownChoice) return { min: null, max: null }
    const match = yearsPattern.exec(text.trim())
    if (!match) return null
    const [, from, to, exactly] = match
    const min = exactly ?? from
    const max = exactly ?? to
    if (min === undefined && max === undefined) return null
    const range = { min: min === undefined ? null : Number(min), max: max === undefined ? null : Number(max) }
    if ((range.min ?? 0) > maxYears || (range.max ?? 0) > maxYears) return null
    if (range.min !== null && range.max !== null && range.min > range.max) return null
    return range
  },
  serialize({ min, max }) {
    if (min === null && max === null) return unknownChoice
    return min !== null && min === max ? `${min}` : `${min ?? ''}-${max ?? ''}`
  },
  eq: (a, b) => a.min === b.min && a.max === b.max,
})

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

const parseAsFlag = createParser<boolean>({
  parse: (text) => (text === '1' || text === 'true' ? true : text === '0' || text === 'false' ? false : null),
  serialize: (value) => (value ? '1' : '0'),
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

/**
 * A list of texts by comma. A comma inside a text is encoded, and always has a space behind it: a link that a mail program
 * decoded once ("company=Acme, Inc.") still holds one company, since no comma between two has a space behind it.
 */
export const parseAsTexts = createParser<string[]>({
  parse: (text) => text.split(/,(?!\s)/).map((each) => each.replace(/%2C/gi, ',')),
  serialize: (texts) =>
    texts.map((each) => each.replace(/,(?!\s|$)/g, ', ').replaceAll(',', '%2C')).join(','),
  eq: (a, b) => a.length === b.length && a.every((text, at) => text === b[at]),
})

/** One parser per key of the view; defaults are left out of the URL and unknown values are ignored. */
export const viewParsers = {
  q: parseAsString.withDefault(''),
  rating: parseAsArrayOf(parseAsStringLiteral(ratingChoices)).withDefault([]),
  top: parseAsFlag,
  company: parseAsTexts.withDefault([]),
  now: parseAsTexts.withDefault([]),
  location: parseAsTexts.withDefault([]),
  years: parseAsArrayOf(parseAsYearsRange).withDefault([]),
  title: parseAsTexts.withDefault([]),
  seen: parseAsArrayOf(parseAsDay).withDefault([]),
  applied: parseAsArrayOf(parseAsDaysRange).withDefault([]),
  education: parseAsTexts.withDefault([]),
  new: parseAsNews.withDefault(false),
  sort: parseAsArrayOf(parseAsSortRule).withDefault([]),
}

type Parsed = inferParserType<typeof viewParsers>

const longest = { q: 200, list: 50, text: 200 }
const distinct = <T>(values: T[], key: (value: T) => string) => [
  ...new Map(values.map((value) => [key(value), value])).values(),
]

/**
 * A view in its one normal form, so that two URLs that mean the same share a cache entry: text trimmed and capped,
 * empty and repeated choices dropped, the default sort (provider order) left out, at most one rule per sort key.
 */
export function normalizeView(parsed: Parsed): View {
  const texts = (values: string[]) =>
    distinct(
      values
        .map((value) =>
          value
            .replace(/,(?=[^\s,])/g, ', ')
            .trim()
            .slice(0, longest.text),
        )
        .filter((value) => value !== ''),
      (value) => value,
    ).slice(0, longest.list)
  const sort = parsed.sort.filter(
    (rule, at) => parsed.sort.findIndex((other) => other.key === rule.key) === at,
  )
  const [first] = sort
  return {
    q: parsed.q.replaceAll('\0', '').trim().slice(0, longest.q),
    rating: distinct(parsed.rating, (value) => value),
    top: parsed.top,
    company: texts(parsed.company),
    now: texts(parsed.now),
    location: texts(parsed.location),
    years: distinct(parsed.years, parseAsYearsRange.serialize).slice(0, longest.list),
    title: texts(parsed.title),
    seen: distinct(parsed.seen, (day) => day).slice(0, longest.list),
    applied: distinct(parsed.applied, parseAsDaysRange.serialize).slice(0, longest.list),
    education: texts(parsed.education),
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
export function isUnfiltered(view: View): boolean {
  return (
    view.q === '' &&
    view.top === null &&
    !view.new &&
    [
      ...[view.rating, view.company, view.now, view.location, view.years, view.title, view.seen],
      ...[view.applied, view.education],
    ].every((choices) => choices.length === 0)
  )
}
