import { sql, type SQL } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { emptyView } from '@/lib/contracts/words'
import { countFacets } from '@/lib/server/candidates/store/candidate-facets'
import { pageCandidates } from '@/lib/server/candidates/store/candidate-pages'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import { facetColumns } from '@/lib/server/candidates/store/facet-columns'
import { sortColumns } from '@/lib/server/candidates/store/sort-columns'
import { candidate, candidateChange } from '@/lib/server/db/schema'
import { parseView } from '@/lib/url/view'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'

const key = { account: 'main', jobId: '4100000008', reader: 'local' }
const people = ['ada', 'bo', 'chen', 'dee'].map((id, position) => applicant(id, { position, fullName: id }))
const changed = { bo: ['headline', 'message'], dee: ['headline'] }

// What people did about an applicant is in tables of its own: facets and sorts of it read those.
const ofCandidate = sql`${candidateChange.account} = ${candidate.account}
  and ${candidateChange.jobId} = ${candidate.jobId} and ${candidateChange.applicationId} = ${candidate.applicationId}
  and ${candidateChange.kind} <> 'new'`
const select = (what: SQL) => sql`(select ${what} from ${candidateChange} where ${ofCandidate})`

onEachEngine('a facet or a sort whose values are in another table', (store) => {
  beforeEach(async () => {
    const { db } = store.database
    await save(db, key, people)
    await db
      .insert(candidateChange)
      .values(
        Object.entries(changed).flatMap(([applicationId, kinds]) =>
          kinds.map((kind) => ({ ...key, applicationId, kind, at: new Date(0), fetchId: 'one' })),
        ),
      )
  })
  afterEach(() => void vi.restoreAllMocks())

  const show = async (search: string) => {
    const asked = { view: parseView(search), start: null, limit: 50 }
    return (await pageCandidates(store.database.db, key, asked)).items.map(
      ({ applicationId }) => applicationId,
    )
  }

  test('a flag filters and counts', async () => {
    vi.spyOn(facetColumns.top, 'value').mockReturnValue(sql`exists ${select(sql`1`)}` as never)
    expect(await show('?top=1')).toEqual(['bo', 'dee'])
    expect(await show('?top=0')).toEqual(['ada', 'chen'])
    const { facets } = await countFacets(store.database.db, teamSource(key), emptyView, { asked: ['top'] })
    expect(facets.top?.map(({ value, count }) => [value, count])).toEqual([
      ['1', 2],
      ['0', 2],
    ])
  })

  test('a list filters, counts and is looked in', async () => {
    const folded = sql`array${select(sql`${candidateChange.kind}`)}`
    vi.spyOn(facetColumns.title, 'lists').mockReturnValue([{ folded }] as never)
    expect(await show('?title=headline')).toEqual(['bo', 'dee'])
    expect(await show('?title=message,unknown')).toEqual(['ada', 'bo', 'chen'])
    const count = async (find: string | null) => {
      const { db } = store.database
      const { facets } = await countFacets(db, teamSource(key), emptyView, { asked: ['title'], find })
      return facets.title?.map(({ value, count: rows }) => [value, rows])
    }
    expect(await count(null)).toEqual([
      ['headline', 2],
      ['message', 1],
      ['unknown', 2],
    ])
    expect(await count('mess')).toEqual([['message', 1]])
  })

  test('a sort orders pages in both directions, and joins them by cursors', async () => {
    const counted = sql`nullif(${select(sql`count(*)`)}, 0)`
    vi.spyOn(sortColumns.applied, 'value').mockReturnValue(counted)
    expect(await show('?sort=applied')).toEqual(['dee', 'bo', 'ada', 'chen'])
    expect(await show('?sort=-applied')).toEqual(['bo', 'dee', 'ada', 'chen'])
    const page = (cursor: string | null) =>
      pageCandidates(store.database.db, key, {
        view: parseView('?sort=-applied'),
        start: cursor === null ? null : { cursor },
        limit: 1,
      })
    const second = await page((await page(null)).nextCursor)
    const third = await page(second.nextCursor)
    expect([second, third].map(({ items }) => items[0]?.applicationId)).toEqual(['dee', 'ada'])
    expect((await page(third.prevCursor)).items[0]?.applicationId).toBe('dee')
  })
})
