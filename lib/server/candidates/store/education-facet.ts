import 'server-only'
import { and, count, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { FacetValue } from '@/lib/contracts/facets'
import { mostFacetValues } from '@/lib/contracts/words'
import { foldText } from '@/lib/domain/search'
import type { Db } from '@/lib/server/db/open-database'
import type { CandidateSource } from './candidate-source'

/** What a view asks for where no school and no degree is known. */
export const unknownEducation = 'unknown'

type Counted = { source: CandidateSource; where: SQL | undefined; find: string | null }
type ListRow = { label: string; count: number }

async function countList(
  db: Db,
  { source, where, find }: Counted,
  { folded, written, group }: { folded: PgColumn; written: PgColumn; group: 'school' | 'degree' },
): Promise<FacetValue[]> {
  const sought = find === null ? undefined : sql`where strpos(folded, ${foldText(find)}) > 0`
  const { rows } = await db.execute<ListRow>(sql`
    with forms as (
      select folded, written, count(*) as n
      from (select unnest(${folded}) as folded, unnest(${written}) as written from ${source.table} where ${where}) as each
      ${sought}
      group by folded, written
    )
    select (array_agg(written order by n desc, written collate "C"))[1] as label, sum(n)::int as count
    from forms group by folded order by count desc, folded collate "C" limit ${mostFacetValues}`)
  return rows.map(({ label, count: people }) => ({ value: label, label, count: people, group }))
}

/** Schools and degrees, each most frequent first, and who has neither. None at all where nobody has one. */
export async function countEducation(db: Db, counted: Counted): Promise<FacetValue[]> {
  const { schoolFolded, schools, degreeFolded, degrees } = counted.source.columns
  const none = sql`cardinality(${schoolFolded}) + cardinality(${degreeFolded}) = 0`
  // One after the other, so that a reader's facets take one connection.
  const known = [
    ...(await countList(db, counted, { folded: schoolFolded, written: schools, group: 'school' })),
    ...(await countList(db, counted, { folded: degreeFolded, written: degrees, group: 'degree' })),
  ]
  if (known.length === 0 || counted.find !== null) return known
  const [without] = await db
    .select({ count: count() })
    .from(counted.source.table)
    .where(and(counted.where, none))
  const unknown = without?.count ?? 0
  if (unknown === 0) return known
  return [...known, { value: unknownEducation, label: 'Unknown', count: unknown }]
}
