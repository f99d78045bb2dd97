import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { criteriaResult } from '@/lib/server/db/criteria-schema'
import type { Db } from '@/lib/server/db/open-database'
import { decision } from '@/lib/server/db/review-schema'
import { dayMs } from './candidate-filter'
import type { CandidateSource } from './candidate-source'
import { isAbout, isToldTo } from './mark-columns'
import { overlaps, textList } from './phrase-conditions'

/** The rows that are counted. */
type Counted = { source: CandidateSource; where: SQL | undefined }

/** People by the fewest and the most months that their dates allow; null where these do not tell. */
export type MonthsCount = { min: number | null; max: number | null; count: number }

export type ScalarCounts = {
  /** By the rank that is stored. */
  ratings: Map<string, number>
  topChoices: Map<string, number>
  experience: MonthsCount[]
  tenure: MonthsCount[]
  /** By day since 1970; null where nobody told when. */
  days: { day: number | null; count: number }[]
  /** By key; null for none. */
  countries: { key: string | null; count: number }[]
}

const values = ['rating', 'top', 'months', 'tenure', 'day', 'country'] as const
type ScalarRow = { which: number; people: number } & Record<
  (typeof values)[number] | 'months_max' | 'tenure_max',
  unknown
>

const toNumber = (value: unknown) => (value === null ? null : Number(value))

/**
 * Counts everything of which each person has one value, in one reading. All but the day of the application is in the
 * index `candidate_counted`.
 * @param time milliseconds since 1970
 */
export async function countScalars(db: Db, { source, where }: Counted, time: SQL): Promise<ScalarCounts> {
  const { columns } = source
  const { rows } = await db.execute<ScalarRow>(sql`
    select grouping(rating, top, months, tenure, day, country) as which, rating, top, months, months_max, tenure,
      tenure_max, day, country, count(*)::int as people
    from (
      select ${columns.ratingRank} as rating, ${columns.isTopChoice} as top, ${columns.months} as months,
        ${columns.monthsMax} as months_max, ${columns.tenure} as tenure, ${columns.tenureMax} as tenure_max,
        (${time} / ${sql.raw(String(dayMs))})::int as day, ${columns.countryFolded} as country
      from ${source.table} where ${where}
    ) as each
    group by grouping sets ((rating), (top), (months, months_max), (tenure, tenure_max), (day), (country))`)
  // A bit for each value that a row is not grouped by, the first one highest.
  const by = (name: (typeof values)[number]) => {
    const own = 1 << (values.length - 1 - values.indexOf(name))
    return rows.filter(({ which }) => which === (1 << values.length) - 1 - own)
  }
  const months = (name: 'months' | 'tenure') =>
    by(name).map((row) => ({
      min: toNumber(row[name]),
      max: toNumber(row[`${name}_max`]),
      count: row.people,
    }))
  return {
    ratings: new Map(by('rating').map(({ rating, people }) => [String(rating), people])),
    topChoices: new Map(by('top').map(({ top, people }) => [String(top), people])),
    experience: months('months'),
    tenure: months('tenure'),
    days: by('day').map(({ day, people }) => ({ day: toNumber(day), count: people })),
    countries: by('country').map(({ country, people }) => ({
      key: country === null ? null : String(country),
      count: people,
    })),
  }
}

/** How many of them the team decided what about, as a reader may know it. From the decisions, which are few. */
export async function countDecisions(
  db: Db,
  { source, where }: Counted,
  reader: string,
): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ decision: string; people: number }>(sql`
    select d.decision, count(*)::int as people from ${source.table} join ${decision} d on ${isToldTo(reader)}
    where ${where} group by 1`)
  return new Map(rows.map((row) => [row.decision, row.people]))
}

/** A criterion by its name, or nobody's; `need` is null for people who meet none. */
export type CriterionCount = { need: 'must' | 'nice' | null; name: string; people: number }

/** How many of them meet each criterion: musts first, most often met first. Empty for a job without criteria. */
export async function countCriteria(db: Db, { source, where }: Counted): Promise<CriterionCount[]> {
  const { rows } = await db.execute<CriterionCount>(sql`
    select need, name, count(*)::int as people
    from ${source.table} join ${criteriaResult} m on ${isAbout('m')} cross join lateral (
      select 'must' as need, unnest(m.must_names) as name
      union all select 'nice', unnest(m.nice_names)
      union all select null, '' where cardinality(m.met) = 0
    ) as each
    where ${where} group by need, name order by need, people desc, name collate "C"`)
  return rows
}

/** Keys of names with how many people have each, most frequent first, how many keys there are, and people without any. */
export type KeyCounts = { top: { key: string; count: number }[]; distinct: number; unknown: number }
export const nameLists = ['titles', 'employers', 'places'] as const
export type NameList = (typeof nameLists)[number]

const toLists = ({ columns }: CandidateSource) => ({
  titles: { folded: columns.nowTitleFolded, written: columns.nowTitles },
  employers: { folded: columns.nowFolded, written: columns.nowCompanies },
  places: { folded: columns.placeFolded, written: columns.places },
})

type KeyRow = { which: number; key: string; people: number; distinct: number }

/**
 * Counts the names of all lists in one reading, which costs more than counting does. No key is empty, so that an empty one
 * can stand for having none.
 * @param most how many keys of each list are given
 */
export async function countNames(
  db: Db,
  { source, where }: Counted,
  most: number,
): Promise<Record<NameList, KeyCounts>> {
  const lists = toLists(source)
  const keys = nameLists.map((name) => {
    const { folded } = lists[name]
    return sql`unnest(case when cardinality(${folded}) = 0 then array['']::text[] else ${folded} end) as ${sql.raw(name)}`
  })
  const names = sql.raw(nameLists.join(', '))
  const { rows } = await db.execute<KeyRow>(sql`
    with counted as (
      select grouping(${names}) as which, coalesce(${names}) as key, count(*)::int as people
      from (select ${sql.join(keys, sql`, `)} from ${source.table} where ${where}) as each
      group by grouping sets (${sql.raw(nameLists.map((name) => `(${name})`).join(', '))})
    ), ranked as (
      select *, row_number() over (partition by which order by key = '', people desc, key collate "C") as place,
        (count(*) filter (where key <> '') over (partition by which))::int as distinct
      from counted where key is not null
    )
    select which, key, people, "distinct" from ranked where place <= ${most} or key = '' order by place`)
  const of = (at: number): KeyCounts => {
    const own = rows.filter(({ which }) => which === 0b111 - (0b100 >> at))
    return {
      top: own.flatMap(({ key, people }) => (key === '' ? [] : [{ key, count: people }])),
      distinct: own[0]?.distinct ?? 0,
      unknown: own.find(({ key }) => key === '')?.people ?? 0,
    }
  }
  return { titles: of(0), employers: of(1), places: of(2) }
}

// So many people tell how a name is mostly written.
const asked = 2_000

async function readLabels(
  db: Db,
  { source, where }: Counted,
  list: NameList,
  keys: readonly string[],
  limit: SQL,
): Promise<Map<string, string>> {
  const { folded, written } = toLists(source)[list]
  const { rows } = await db.execute<{ key: string; label: string }>(sql`
    select key, (array_agg(label order by n desc, (label collate "C" ~ '[^\\x01-\\x7f]') desc, label collate "C"))[1] as label
    from (
      select key, label, count(*) as n from (
        select unnest(folded) as key, unnest(written) as label from (
          select ${folded} as folded, ${written} as written from ${source.table}
          where ${where} and ${overlaps(folded, [...keys])} ${limit}
        ) as people
      ) as each where key = any(${textList([...keys])}) group by 1, 2
    ) as forms group by 1`)
  return new Map(rows.map(({ key, label }) => [key, label]))
}

/** How names are written by most of the first people who have one of them; by most of all where it is none of theirs. */
export async function nameLabels(
  db: Db,
  counted: Counted,
  list: NameList,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const labels = await readLabels(db, counted, list, keys, sql`limit ${asked}`)
  const missing = keys.filter((key) => !labels.has(key))
  if (missing.length === 0) return labels
  return new Map([...labels, ...(await readLabels(db, counted, list, missing, sql``))])
}
