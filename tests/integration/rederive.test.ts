import { expect, test } from 'vitest'
import { openDatabase } from '@/lib/server/db/open-database'
import { rederiveStored } from '@/lib/server/services/rederive'
import { countFacets } from '@/lib/server/store/candidate-facets'
import { pageCandidates } from '@/lib/server/store/candidate-pages'
import { derivedVersion } from '@/lib/server/store/derived-columns'
import { rederiveSome } from '@/lib/server/store/rederive'
import { emptyView } from '@/lib/contracts/words'
import { parseView } from '@/lib/url/view'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { quietLog } from './test-log'

const key = { account: 'main', jobId: '4100000009', reader: 'local' }
const people = Array.from({ length: 450 }, (_, at) =>
  applicant(`a-${at}`, {
    fullName: `Person ${at} “Quote” \\ Øystein`,
    rating: at % 2 === 0 ? 'GOOD_FIT' : null,
    isTopChoice: at % 3 === 0,
    location: at % 2 === 0 ? 'القاهرة، مصر' : null,
    publicIdentifier: at % 5 === 0 ? null : `person-${at}`,
    experiences: [
      { title: 'Head of {Growth}, "EMEA"', company: `Works, "No" ${at % 7}`, dateRange: '1/2020 - Present' },
      { title: 'Analyst', company: 'Contoso', dateRange: '2015 - 2019' },
    ],
  }),
)
const never = new AbortController().signal

onEachEngine('rows stored under older rules', (store) => {
  const rows = async () =>
    (await store.database.pool.query('select * from candidate order by application_id collate "C"'))
      .rows as Record<string, unknown>[]
  /** As a version that did not know these columns left them. */
  const age = () =>
    store.database.pool.query(
      `update candidate set derived = 0, title_words = '{}', now_companies = '{}', now_folded = '{}',
       country_folded = null, search_text = '', place_folded = '{}', places = '{}', name_folded = null, months = null`,
    )

  test('are read anew from the person stored in them, to what a fetch would store today', async () => {
    const { db } = store.database
    await save(db, key, people)
    const fresh = await rows()
    await age()
    expect(await rows()).not.toEqual(fresh)
    expect(await rederiveStored(store.database, never)).toBe(people.length)
    expect(await rows()).toEqual(fresh)
    expect(await rederiveStored(store.database, never)).toBe(0)
  })

  test('are found by the filters and counted again', async () => {
    const { db } = store.database
    await save(db, key, people)
    await age()
    await rederiveStored(store.database, never)
    const { facets } = await countFacets(db, key, emptyView, { asked: ['location', 'title'] })
    expect(facets.title).toContainEqual({ value: 'growth', label: 'growth', count: 450 })
    expect(facets.location).toContainEqual({
      value: 'مصر',
      label: 'مصر',
      count: 225,
      group: 'country',
    })
    const view = parseView(new URLSearchParams({ now: 'works, "no" 3' }).toString().replace('%2C', '%252C'))
    const { matched } = await pageCandidates(db, key, { view, start: null, limit: 1 })
    expect(matched).toBe(people.filter((_, at) => at % 7 === 3).length)
  })

  test('stay as they are when they are of this version, or of one to come', async () => {
    await save(store.database.db, key, [applicant('now'), applicant('newer')])
    await store.database.pool.query(
      `update candidate set search_text = 'kept', derived = derived + case application_id when 'newer' then 1 else 0 end`,
    )
    expect(await rederiveStored(store.database, never)).toBe(0)
    expect((await rows()).map((row) => [row.application_id, row.search_text, row.derived])).toEqual([
      ['newer', 'kept', derivedVersion + 1],
      ['now', 'kept', derivedVersion],
    ])
  })

  test('go on from where a stop left them', async () => {
    await save(store.database.db, key, people)
    await age()
    expect(await rederiveSome(store.database.db, 100)).toBe(100)
    expect(await rederiveStored(store.database, AbortSignal.abort())).toBe(0)
    expect((await rows()).filter(({ derived }) => derived === 0)).toHaveLength(350)
    expect(await rederiveStored(store.database, never)).toBe(350)
  })

  test('an answer that cannot be read leaves what is known, and its version', async () => {
    const { db } = store.database
    await save(db, key, [applicant('ada', { fullName: 'Ada', experiences: [{ title: 'Baker' }] })])
    await store.database.pool.query('update candidate set derived = 0')
    await save(db, key, [applicant('ada', { unreadable: true })])
    expect(await rows()).toMatchObject([{ derived: 0, title_words: ['baker'], name_folded: 'ada' }])
    await save(db, key, [applicant('ada', { fullName: 'Ada' })])
    expect(await rows()).toMatchObject([{ derived: derivedVersion, title_words: [] }])
  })

  test('several instances at once share them, and each row is done once', async () => {
    const { place, database } = store
    await save(database.db, key, people)
    const fresh = await rows()
    await age()
    // The embedded store has one process; its callers still meet in it.
    const others =
      place.databaseUrl === null
        ? []
        : await Promise.all([1, 2, 3].map(() => openDatabase({ ...place, log: quietLog })))
    try {
      const done = await Promise.all(
        [database, database, ...others].map((each) => rederiveStored(each, never)),
      )
      expect(done.reduce((sum, count) => sum + count, 0)).toBe(people.length)
    } finally {
      for (const other of others) await other.close()
    }
    await rederiveStored(database, never)
    expect(await rows()).toEqual(fresh)
  })
})
