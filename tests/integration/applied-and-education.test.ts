import { expect, test } from 'vitest'
import type { FacetValue } from '@/lib/contracts/facets'
import { emptyView } from '@/lib/contracts/words'
import { readers } from '@/lib/server/providers/readers'
import { countFacets, listCandidates, showCandidate } from '@/lib/server/candidates/list-candidates'
import { erasePerson, exportPerson } from '@/lib/server/privacy/privacy'
import { rereadStored } from '@/lib/server/candidates/reread'
import { parseView } from '@/lib/url/view'
import { buy, buyAll } from './desk'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { testContext } from './test-context'

// The sandbox tells more of the applicants of jobs whose number ends in 7.
const job = { jobId: '4100000027', account: null }
const plain = { jobId: '4100000026', account: null }
const key = { account: 'main', jobId: '4100000099' }
const stored = { jobId: key.jobId, account: null }
const stop = new AbortController().signal

const studies = (school: string | null, degree: string | null, field: string | null = null) => [
  { school, degree, field, dateRange: '2008 - 2011' },
]
const people = [
  applicant('a', {
    position: 0,
    appliedAt: '2026-04-02',
    education: studies('Kestrel Bay University', 'MBA'),
  }),
  applicant('b', { position: 1, appliedAt: '2026-04-02T09:30:00.000Z' }),
  applicant('c', {
    position: 2,
    appliedAt: '2026-03-09',
    education: studies('kestrel bay university', null, 'Cartography'),
  }),
  applicant('d', { position: 3 }),
]

onEachEngine('when people applied and what they learned', (store) => {
  const rows = (sql: string) => store.database.pool.query(sql)

  test('is shown on the jobs whose applicants have it, and asked for on no other', async () => {
    const { context } = await testContext(store.database)
    await buyAll(context, job)
    await buyAll(context, plain)
    const told = await listCandidates(context, job, emptyView, null, 50)
    expect(told.job).toMatchObject({ hasApplied: true, hasEducation: true })
    expect(told.items.filter(({ appliedAt }) => appliedAt !== null).length).toBeGreaterThan(15)
    expect(told.items.flatMap(({ education }) => education)[0]).toMatchObject({ school: expect.any(String) })
    const silent = await listCandidates(context, plain, emptyView, null, 50)
    expect(silent.job).toMatchObject({ hasApplied: false, hasEducation: false })
    const { facets } = await countFacets(context, plain, emptyView, ['applied', 'education'])
    expect(facets).toEqual({ applied: [], education: [] })
  })

  test('is read from what was bought before anybody knew of it, without a call', async () => {
    const { context, sandbox } = await testContext(store.database)
    await buyAll(context, job)
    const before = await listCandidates(context, job, emptyView, null, 50)
    const { calls } = sandbox.stats()
    // As the version before left it.
    await rows(`update candidate set reader_version = 1, derived = 2, applied_ms = null, schools = '{}',
      school_folded = '{}', degrees = '{}', degree_folded = '{}',
      person = (person::jsonb - 'appliedAt' - 'education')::text`)
    await rows('update job set has_applied = false, has_education = false')
    const old = await listCandidates(context, job, emptyView, null, 50)
    expect(old.items.every(({ appliedAt, education }) => appliedAt === null && education.length === 0)).toBe(
      true,
    )
    await rereadStored(store.database, { readers, stop })
    const after = await listCandidates(context, job, emptyView, null, 50)
    expect(after.items).toEqual(before.items)
    expect(after.job).toMatchObject({ hasApplied: true, hasEducation: true })
    expect(after.job.revision).toBeGreaterThan(before.job.revision)
    expect(sandbox.stats().calls).toBe(calls)
    // Nothing about them has changed, so the next fetch says so.
    const { list } = await buy(context, job, 'check')
    expect(list).toMatchObject({ new: 0, changed: 0 })
  })

  test('filters, sorts and is counted so that all add up', async () => {
    const { context } = await testContext(store.database)
    await save(store.database.db, key, people)
    const shown = async (search: string) =>
      (await listCandidates(context, stored, parseView(search), null, 50)).items.map(
        ({ applicationId }) => applicationId,
      )
    expect(await shown('?applied=2026-04-02')).toEqual(['a', 'b'])
    expect(await shown('?applied=..2026-03-31,unknown')).toEqual(['c', 'd'])
    expect(await shown('?applied=2026-03-10..')).toEqual(['a', 'b'])
    expect(await shown('?education=Kestrel%20Bay%20University')).toEqual(['a', 'c'])
    expect(await shown('?education=mba,unknown')).toEqual(['a', 'b', 'd'])
    expect(await shown('?q=cartography')).toEqual(['c'])
    expect(await shown('?sort=applied')).toEqual(['c', 'a', 'b', 'd'])
    expect(await shown('?sort=-applied')).toEqual(['b', 'a', 'c', 'd'])
    const { facets } = await countFacets(context, stored, emptyView, ['applied', 'education'])
    const counts = (values: FacetValue[] = []) => values.map(({ value, count }) => [value, count])
    expect(counts(facets.applied)).toEqual([
      ['2026-04-02', 2],
      ['2026-03-09', 1],
      ['unknown', 1],
    ])
    expect(counts(facets.education)).toEqual([
      ['Kestrel Bay University', 2],
      ['MBA', 1],
      ['unknown', 2],
    ])
    for (const { value, count } of facets.applied ?? []) {
      expect(await shown(`?applied=${value}`)).toHaveLength(count)
    }
  })

  test('pages by the day of the application in either direction, and reads many days by months', async () => {
    const { context } = await testContext(store.database)
    const many = Array.from({ length: 60 }, (_, at) => {
      const day = new Date(Date.UTC(2026, 1, 1 + at)).toISOString().slice(0, 10)
      return applicant(`p-${String(at).padStart(2, '0')}`, {
        position: at,
        appliedAt: at % 7 === 0 ? null : day,
      })
    })
    await save(store.database.db, key, many)
    for (const [search, order] of [
      ['?sort=applied', (a: number, b: number) => a - b],
      ['?sort=-applied', (a: number, b: number) => b - a],
    ] as const) {
      const ids: string[] = []
      let cursor: string | null = null
      do {
        const page = await listCandidates(
          context,
          stored,
          parseView(search),
          cursor === null ? null : { cursor },
          9,
        )
        ids.push(...page.items.map(({ applicationId }) => applicationId))
        cursor = page.nextCursor
      } while (cursor !== null)
      const places = ids.map((id) => Number(id.slice(2)))
      const dated = places.filter((at) => at % 7 !== 0)
      expect(places).toHaveLength(60)
      expect(places.slice(0, dated.length)).toEqual([...dated].sort(order))
    }
    const { facets } = await countFacets(context, stored, emptyView, ['applied'])
    expect(facets.applied?.map(({ value }) => value)).toEqual([
      '2026-04-01..2026-04-30',
      '2026-03-01..2026-03-31',
      '2026-02-01..2026-02-28',
      'unknown',
    ])
    expect(facets.applied?.reduce((sum, { count }) => sum + count, 0)).toBe(60)
  })

  test('goes with the person when they are erased, and is in their export before', async () => {
    const { context } = await testContext(store.database)
    await save(store.database.db, key, people)
    const { applications } = await exportPerson(context, { applicationId: 'c' })
    expect(JSON.stringify(applications[0]?.asShown)).toContain('Cartography')
    await erasePerson(context, { applicationId: 'c' })
    const { candidate } = await showCandidate(context, stored, 'c', emptyView)
    expect(candidate).toMatchObject({ erased: true, education: [], appliedAt: null })
    const { rows: left } = await rows(`select * from candidate where application_id = 'c'`)
    expect(JSON.stringify(left)).not.toMatch(/kestrel|cartography|1773014400000/i)
  })
})
