import 'server-only'
import { and, count, or, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetGroup, FacetKey, FacetValue } from '@/lib/contracts/facets'
import { maxFacetValues, unknownChoice } from '@/lib/contracts/words'
import { foldText } from '@/lib/domain/search'
import type { Db } from '@/lib/server/db/open-database'
import { escaped } from '@/lib/server/platform/like-pattern'
import { hasNone } from './candidate-filter'
import type { CandidateSource } from './candidate-source'
import type { ListColumns } from './facet-columns'
import type { ValueList } from './value-list'

/** The rows whose values are counted, and a text that these must have in them. */
export type Counted = { source: CandidateSource; where: SQL | undefined; find: string | null }

type Row = { folded: string; label: string; forms: string[] | null; count: number; excepted?: boolean }

// A text is looked for in the values as they are compared and as they are written.
function isWanted(text: string, { like, keys = [] }: ReturnType<ListColumns['find']>, written: boolean): SQL {
  const tests = [
    like === '' ? undefined : sql`folded like ${`%${escaped(like)}%`} collate "C"`,
    written
      ? sql`lower(written collate "C") like ${`%${escaped(text.toLowerCase())}%`} collate "C"`
      : undefined,
    keys.length > 0
      ? sql`folded in (${sql.join(
          keys.map((key) => sql`${key}`),
          sql`, `,
        )})`
      : undefined,
  ]
  return sql`where ${or(...tests) ?? sql`false`}`
}

/**
 * Counts the values of a list of each row. Folded values are counted, and named as most people wrote them; both lists are
 * unrolled side by side in the select list, which costs far less than `unnest` in `from`, and grouped by hash: sorting
 * every value of every row would cost more than reading them.
 */
function listQuery(
  table: PgTable,
  { joined, except, ...own }: ValueList,
  { where, wanted }: { where: SQL | undefined; wanted: SQL | undefined },
): SQL {
  const { folded, written } = joined ?? own
  // As most people wrote it; of two that as many wrote, the one with its accents.
  const order = sql`order by n desc, (written collate "C" ~ '[^\\x01-\\x7f]') desc, written collate "C"`
  const label = written ? sql`(array_agg(written ${order}))[1]` : sql`folded`
  const forms = written ? sql`(array_agg(written ${order}))[2:6]` : sql`null::text[]`
  const withWritten = (part: SQL) => (written ? part : sql``)
  const withExcept = (part: SQL) => (except ? part : sql``)
  return sql`
    with forms as (
      select folded, ${withWritten(sql`written,`)} ${withExcept(sql`bool_or(folded = except_value) as excepted,`)}
        count(*) as n
      from (
        select unnest(${folded}) as folded
          ${withWritten(sql`, unnest(${written}) as written`)}
          ${withExcept(sql`, ${except?.value} as except_value`)}
        from ${table} ${joined?.join ?? sql``} where ${where}
      ) as each
      ${wanted}
      group by folded ${withWritten(sql`, written`)}
    ), counted as (
      select folded, ${label} as label, ${forms} as forms, sum(n)::int as count
        ${withExcept(sql`, coalesce(bool_or(excepted), false) as excepted`)}
      from forms group by folded
    ), ranked as (
      select *, row_number() over (
        ${withExcept(sql`partition by excepted`)} order by count desc, folded collate "C") as place
      from counted
    )
    select * from ranked where place <= ${maxFacetValues} order by count desc, folded collate "C"`
}

/** One value of a list: what goes into the URL is what a reader would write. */
function toValue(
  { toChoice, toLabel }: ListColumns,
  { group, except }: ValueList,
  { folded, label: written, forms, count: people, excepted }: Row,
): FacetValue {
  const value = toChoice?.(folded, written) ?? written
  const heading: FacetGroup | undefined = excepted ? except?.group : group
  return {
    ...{ value, label: toLabel?.(value) ?? value, count: people },
    ...(forms && forms.length > 0 ? { forms } : {}),
    ...(heading === undefined ? {} : { group: heading }),
  }
}

/** The values of a list, most frequent first, and after them how many people have none. */
export async function countList(
  columns: ListColumns,
  facet: FacetKey,
  db: Db,
  { source, where, find }: Counted,
): Promise<FacetValue[]> {
  const { needs, unknown: label = 'Unknown' } = getFacet(facet)
  const known: FacetValue[] = []
  // One after the other, so that a reader's facets take one connection.
  for (const list of columns.lists(source)) {
    const wanted = find === null ? undefined : isWanted(find, columns.find(find), list.written !== undefined)
    const { rows } = await db.execute<Row>(listQuery(source.table, list, { where, wanted }))
    known.push(...rows.map((row) => toValue(columns, list, row)))
  }
  const isAsked = find === null || foldText(label).includes(foldText(find))
  if (!isAsked || (needs !== undefined && known.length === 0)) return known
  const [nothing] = await db
    .select({ people: count() })
    .from(source.table)
    .where(and(where, hasNone(columns, source)))
  const people = nothing?.people ?? 0
  return people === 0 ? known : [...known, { value: unknownChoice, label, count: people }]
}
