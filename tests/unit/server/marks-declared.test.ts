import { sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import { getFacet } from '@/lib/contracts/facet-definitions'
import { getSort } from '@/lib/contracts/sort-definitions'
import { facetKeys, sortKeys } from '@/lib/contracts/words'
import { type CandidateSource, teamSource } from '@/lib/server/candidates/store/candidate-source'
import { facetColumns } from '@/lib/server/candidates/store/facet-columns'
import { sortColumns } from '@/lib/server/candidates/store/sort-columns'
import type { ValueList } from '@/lib/server/candidates/store/value-list'
import { isWithheld } from '@/lib/server/candidates/store/withheld'

const readers = [
  { reader: 'ann', today: '2026-04-01' },
  { reader: 'bo', today: '2026-06-01' },
]
const dialect = new PgDialect()
const textOf = (value: unknown): string => dialect.sqlToQuery(sql`${value}`.inlineParams()).sql

type Read = (source: CandidateSource) => readonly unknown[]

/** Whether values are what people did, and whether they are other ones for each reader, told from how they are read. */
function findOut(read: Read): { marks: boolean; mine: boolean } {
  let marks = false
  const texts = readers.map((key) => {
    const source = teamSource({ account: 'main', jobId: '1', ...key })
    const noted = Object.defineProperty({ ...source }, 'marks', {
      get: () => {
        marks = true
        return source.marks
      },
    })
    // Whose decisions are withheld has a version of its own.
    const values = read(noted)
    expect(values).not.toEqual([])
    return values.map((value) => textOf(value).replaceAll(textOf(isWithheld(key.reader, 'd')), ''))
  })
  return { marks, mine: texts[0]!.join('\n') !== texts[1]!.join('\n') }
}

const valuesOf = (lists: readonly ValueList[]) =>
  lists.flatMap(({ folded, written }) => (written ? [folded, written] : [folded]))

const readFacet =
  (key: (typeof facetKeys)[number]): Read =>
  (source) =>
    Object.entries(facetColumns[key]).flatMap(([name, read]) => {
      if (['value', 'fewest', 'most', 'time'].includes(name)) return [read(source)]
      return ['lists', 'unknownOf'].includes(name) ? valuesOf(read(source)) : []
    })

// Or kept pages outlive what they show, and a page of one reader is given to another.
describe('what people did is declared where it is read', () => {
  test.each(facetKeys)('by the facet %s', (key) => {
    const { marks, mine } = findOut(readFacet(key))
    expect(getFacet(key).marks).toBe(marks ? (mine ? 'mine' : 'everyone') : undefined)
  })

  test.each(sortKeys)('by the sort %s', (key) => {
    const { marks, mine } = findOut((source) => [sortColumns[key].value(source, ['gardener'])])
    const definition = getSort(key)
    expect([definition.marks === true, definition.forReader === true]).toEqual([marks, mine])
  })
})
