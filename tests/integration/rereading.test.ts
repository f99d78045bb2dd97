import { expect, test } from 'vitest'
import type { Month } from '@/lib/contracts/month'
import { emptyView } from '@/lib/contracts/words'
import { openDatabase } from '@/lib/server/db/open-database'
import { reader } from '@/lib/server/providers/recruiter-v2/adapter'
import { readers } from '@/lib/server/providers/readers'
import { rereadStored } from '@/lib/server/candidates/reread'
import { countFacets } from '@/lib/server/candidates/store/candidate-facets'
import { pageCandidates, pageTexts } from '@/lib/server/candidates/store/candidate-pages'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import { getCandidate } from '@/lib/server/candidates/store/candidates'
import { derivedVersion } from '@/lib/server/candidates/store/derived-columns'
import { getJob } from '@/lib/server/candidates/store/jobs'
import { rereadSome } from '@/lib/server/candidates/store/reread'
import { addTombstones, hashIdentifiers, holdTombstones } from '@/lib/server/candidates/store/tombstones'
import { buildTimeline } from '@/lib/domain/timeline'
import { parseView } from '@/lib/url/view'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { quietLog } from './test-log'

const key = { account: 'main', jobId: '4100000009', reader: 'local' }
const people = Array.from({ length: 250 }, (_, at) =>
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
const april = { y: 2026, m: 4 }
const may = { y: 2026, m: 5 }
const stop = new AbortController().signal
const now = { readers, stop, month: april }

/** The reader of a version to come, which makes something of what this one cannot read. */
const better = {
  ...reader,
  version: reader.version + 1,
  read: (raw: string, asOf: Month) => {
    const { headline, ...row } = JSON.parse(raw) as Record<string, unknown>
    const text = typeof headline === 'string' ? headline : 'Read at last'
    return reader.read(JSON.stringify({ ...row, headline: text }), asOf)
  },
}
const withBetter = { ...now, readers: new Map([[reader.name, better]]) }

onEachEngine('what is stored of people', (store) => {
  const rows = async () =>
    (await store.database.pool.query('select * from candidate order by application_id collate "C"'))
      .rows as Record<string, unknown>[]
  const readRevision = async () => (await getJob(store.database.db, key))?.revision
  const query = (sql: string) => store.database.pool.query(sql)
  /** As a version that did not know these columns left them. */
  const age = () =>
    query(
      `update candidate set derived = 0, reader_version = 0, title_words = '{}', now_companies = '{}', now_folded = '{}',
       country_folded = null, search_text = '', place_folded = '{}', places = '{}', name_folded = null, months = null,
       person = (person::jsonb - 'asOf' - 'totalMonths')::text`,
    )

  test('is read again from the raw text, to what a fetch would store today, and moves the revision', async () => {
    const { db } = store.database
    await save(db, key, people)
    const fresh = await rows()
    const revision = await readRevision()
    expect(await rereadStored(store.database, now)).toBe(0)
    await age()
    expect(await rows()).not.toEqual(fresh)
    expect(await rereadStored(store.database, now)).toBe(people.length)
    expect(await rows()).toEqual(fresh)
    expect(await readRevision()).toBeGreaterThan(revision!)
    expect(await rereadStored(store.database, now)).toBe(0)
  })

  test('moves no revision where nothing comes of it', async () => {
    await save(store.database.db, key, people.slice(0, 3))
    const revision = await readRevision()
    await query('update candidate set derived = 0, reader_version = 0')
    expect(await rereadStored(store.database, now)).toBe(3)
    expect(await readRevision()).toBe(revision)
  })

  test('is shown in full, in an older version too, until it has been read again', async () => {
    const { db } = store.database
    await save(db, key, people.slice(0, 1))
    await age()
    await query(`update candidate set person = jsonb_set(person::jsonb, '{totalMonths}', 'null')::text`)
    const [text] = (await pageTexts(db, key, { view: emptyView, start: null, limit: 1 })).items
    expect(JSON.parse(text!.text)).toMatchObject({ fullName: 'Person 0 “Quote” \\ Øystein', asOf: null })
  })

  test('is found by the filters and counted again', async () => {
    const { db } = store.database
    await save(db, key, people)
    await age()
    await rereadStored(store.database, now)
    const { facets } = await countFacets(db, teamSource(key), emptyView, { asked: ['location', 'title'] })
    expect(facets.title).toContainEqual({ value: 'growth', label: 'growth', count: 250 })
    expect(facets.location).toContainEqual({ value: 'مصر', label: 'مصر', count: 125, group: 'country' })
    const view = parseView(new URLSearchParams({ now: 'works, "no" 3' }).toString().replace('%2C', '%252C'))
    const { matched } = await pageCandidates(db, key, { view, start: null, limit: 1 })
    expect(matched).toBe(people.filter((_, at) => at % 7 === 3).length)
  })

  test('grows with the month, so that cell, filter, order and timeline show one length', async () => {
    const { db } = store.database
    const past = applicant('past', { experiences: [{ title: 'Baker', dateRange: '1/2020 - 12/2024' }] })
    // 23 months in April, two whole years in May.
    const present = applicant('present', { experiences: [{ title: 'Cook', dateRange: '6/2024 - Present' }] })
    await save(db, key, [past, present])
    const matched = async () => {
      const { items } = await pageCandidates(db, key, {
        view: parseView('?years=2-'),
        start: null,
        limit: 9,
      })
      return items.map(({ applicationId }) => applicationId).sort()
    }
    const shown = async () => {
      const person = await getCandidate(db, key, 'present')
      const drawn = buildTimeline(person!.experiences, person!.asOf!)
      expect(drawn.total?.min).toBe(person!.totalMonths)
      return [person!.totalMonths, person!.experiences[0]?.months, person!.asOf]
    }
    expect([await matched(), await shown()]).toEqual([['past'], [23, 23, april]])
    expect(await rereadStored(store.database, { ...now, month: may })).toBe(1)
    expect([await matched(), await shown()]).toEqual([
      ['past', 'present'],
      [24, 24, may],
    ])
    expect(await rereadStored(store.database, { ...now, month: may })).toBe(0)
  })

  test('that nobody could read is read by a later reader, and is not bought again', async () => {
    const { db } = store.database
    await save(db, key, [applicant('odd', { fullName: 'Ada Invented', unreadable: true })])
    expect(await getCandidate(db, key, 'odd')).toMatchObject({ unreadable: true })
    await rereadStored(store.database, withBetter)
    expect(await getCandidate(db, key, 'odd')).toMatchObject({
      unreadable: false,
      fullName: 'Ada Invented',
      headline: 'Read at last',
    })
    // An instance of the version before leaves it as it is.
    expect(await rereadStored(store.database, now)).toBe(0)
  })

  test('of somebody who was erased stays out, though only a later reader sees that it is them', async () => {
    const { db } = store.database
    await save(db, key, [applicant('app-1', { publicIdentifier: 'ada-invented', fullName: 'Ada Invented' })])
    await db.transaction(async (tx) => {
      const salt = await holdTombstones(tx, 'update')
      await addTombstones(
        tx,
        hashIdentifiers(salt, { account: 'main', applicationId: 'x', identifiers: ['ada-invented'] }),
      )
    })
    await rereadStored(store.database, withBetter)
    expect(JSON.stringify(await rows())).not.toMatch(/invented/i)
    expect(await getCandidate(db, key, 'app-1')).toMatchObject({ erased: true, unreadable: true })
  })

  test('is not lost to an answer that could not be read, and still grows with the month', async () => {
    const { db } = store.database
    const jobs = [{ title: 'Cook', dateRange: '6/2024 - Present' }]
    await save(db, key, [applicant('ada', { fullName: 'Ada', experiences: jobs })])
    await save(db, key, [applicant('ada', { unreadable: true })])
    await query('update candidate set derived = 0, reader_version = 0')
    await rereadStored(store.database, { ...now, month: may })
    expect(await getCandidate(db, key, 'ada')).toMatchObject({ fullName: 'Ada', totalMonths: 24 })
  })

  test('stays as it is when it is of this version, or of one to come', async () => {
    await save(store.database.db, key, [applicant('newer'), applicant('now'), applicant('read')])
    await query(
      `update candidate set search_text = 'kept',
        derived = derived + case application_id when 'newer' then 1 else 0 end,
        reader_version = reader_version + case application_id when 'read' then 1 else 0 end`,
    )
    await query(`update candidate set derived = 0 where application_id = 'read'`)
    expect(await rereadStored(store.database, now)).toBe(0)
    expect((await rows()).map((row) => [row.application_id, row.search_text, row.derived])).toEqual([
      ['newer', 'kept', derivedVersion + 1],
      ['now', 'kept', derivedVersion],
      ['read', 'kept', 0],
    ])
  })

  test('goes on from where a stop left it', async () => {
    await save(store.database.db, key, people)
    await age()
    expect(await rereadSome(store.database.db, { readers, month: april, limit: 100 })).toBe(100)
    expect(await rereadStored(store.database, { ...now, stop: AbortSignal.abort() })).toBe(0)
    expect((await rows()).filter(({ derived }) => derived === 0)).toHaveLength(150)
    expect(await rereadStored(store.database, now)).toBe(150)
  })

  test('is read again by one instance at a time, each row once', async () => {
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
      const done = await Promise.all([database, database, ...others].map((each) => rereadStored(each, now)))
      expect(done.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(people.length)
    } finally {
      for (const other of others) await other.close()
    }
    await rereadStored(database, now)
    expect(await rows()).toEqual(fresh)
  })
})
