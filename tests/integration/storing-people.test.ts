import { emptyView } from '@/lib/contracts/words'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { candidate } from '@/lib/server/db/schema'
import { incomingRow } from '@/lib/server/candidates/incoming-row'
import type { Candidate } from '@/lib/contracts/candidate'
import { pageCandidates, pageTexts } from '@/lib/server/candidates/store/candidate-pages'
import { listChanges } from '@/lib/server/candidates/store/candidate-changes'
import { getCandidate, otherApplications, sightings } from '@/lib/server/candidates/store/candidates'
import { reader } from '@/lib/server/providers/recruiter-v2/adapter'
import { readPage } from '@/lib/server/providers/recruiter-v2/read-page'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'

const key = { account: 'main', jobId: '4100000003', reader: 'local' }
const monday = new Date('2026-04-06T08:00:00.000Z')
const tuesday = new Date('2026-04-07T08:00:00.000Z')

/** As the provider's answer comes in: parsed as JSON, read, cleaned. */
function received(candidates: unknown[]) {
  const body: unknown = JSON.parse(JSON.stringify({ success: true, data: { candidates } }))
  const page = readPage(body, { offset: 0, count: 50 })
  if (!page) throw new Error('not a page')
  return page.rows.map(({ raw }, position) => incomingRow(raw, position, reader, { y: 2026, m: 4 }))
}

const hostile = {
  nul: 'before\u0000after',
  'a lone surrogate': 'before\ud800after \udc00',
  'a direction override': 'Ada \u202egnirts\u202c \u2066x\u2069',
  'a right-to-left name': 'محمد علی 🇮🇷',
  'emoji and joiners': '👩🏽‍🚀 👨‍👩‍👧‍👦 🏳️‍🌈',
  zalgo: `Z${'\u0300\u0323\u0489'.repeat(500)}o`,
  'a formula': '=HYPERLINK("http://x.test","y")',
  markup: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  SQL: `'; drop table candidate; -- \\ " $$ \${x} %_`,
  'the last characters there are': '\uffff\u{10ffff}\ufffe',
  'a megabyte': `${'長い文章 '.repeat(80_000)}end`,
}

onEachEngine('people in the store', (store) => {
  const read = async (id: string) => {
    const found = await getCandidate(store.database.db, key, id)
    if (!found) throw new Error(`${id} is not stored`)
    return found
  }
  const changesOf = async (id: string) =>
    (await listChanges(store.database.db, key, id)).map(({ kind, from, to }) => [kind, from, to])
  const rawOf = async (id: string) => {
    const [row] = await store.database.db.select().from(candidate).where(eq(candidate.applicationId, id))
    return row?.raw ?? ''
  }

  test('someone new is stored with the time they were first seen, and entered as new', async () => {
    const { db } = store.database
    const rows = [
      applicant('a', { fullName: 'Ada Invented', rating: 'MAYBE' }),
      applicant('b', { position: 1 }),
    ]
    expect(await save(db, key, rows, { seenAt: monday })).toEqual({ added: 2 })
    expect(await read('a')).toMatchObject({ fullName: 'Ada Invented', firstSeenAt: monday.toISOString() })
    expect(await changesOf('a')).toEqual([['new', null, null]])
    expect([...(await sightings(db, key, ['a', 'b', 'c'])).keys()].sort()).toEqual(['a', 'b'])
  })

  test('someone seen again is refreshed, keeps their first sight, and what changed is written down', async () => {
    const { db } = store.database
    await save(db, key, [applicant('a', { fullName: 'Ada', rating: 'UNRATED', position: 4 })], {
      seenAt: monday,
    })
    const now = applicant('a', { fullName: 'Ada B.', rating: 'GOOD_FIT', isTopChoice: true, position: 2 })
    expect(await save(db, key, [now], { seenAt: tuesday, fetchId: 'fetch-2' })).toEqual({ added: 0 })
    expect(await read('a')).toMatchObject({
      fullName: 'Ada B.',
      rating: 'GOOD_FIT',
      position: 2,
      firstSeenAt: monday.toISOString(),
    })
    expect(await changesOf('a')).toEqual([
      ['top_choice', null, null],
      ['rating', 'UNRATED', 'GOOD_FIT'],
      ['new', null, null],
    ])
  })

  test('the same answer once more changes nothing', async () => {
    const { db } = store.database
    const rows = [applicant('a', { rating: 'MAYBE', isTopChoice: true })]
    await save(db, key, rows, { seenAt: monday })
    await save(db, key, rows, { seenAt: tuesday })
    expect(await changesOf('a')).toEqual([['new', null, null]])
    const { items } = await pageCandidates(db, key, { view: emptyView, start: null, limit: 10 })
    expect(items).toHaveLength(1)
  })

  test('the same application id under another job or account is another application', async () => {
    const { db } = store.database
    await save(db, key, [applicant('a', { fullName: 'Here' })])
    await save(db, { ...key, jobId: 'other' }, [applicant('a', { fullName: 'Other job' })])
    await save(db, { ...key, account: 'agency' }, [applicant('a', { fullName: 'Other account' })])
    expect((await read('a')).fullName).toBe('Here')
  })

  test('a person’s other applications are those of the same profile in the same account, newest first', async () => {
    const { db } = store.database
    const profile = { publicIdentifier: 'ada-invented' }
    await save(db, key, [applicant('a', profile), applicant('x', { publicIdentifier: 'someone-else' })])
    await save(db, { ...key, jobId: 'older' }, [applicant('b', { ...profile, rating: 'MAYBE' })], {
      seenAt: monday,
    })
    await save(db, { ...key, jobId: 'newer' }, [applicant('c', profile)], { seenAt: tuesday })
    await save(db, { account: 'agency', jobId: 'newer' }, [applicant('d', profile)], { seenAt: tuesday })
    const others = await otherApplications(db, key, 'a')
    expect(others.map(({ jobId, applicationId }) => [jobId, applicationId])).toEqual([
      ['newer', 'c'],
      ['older', 'b'],
    ])
    expect(await otherApplications(db, key, 'x')).toEqual([])
  })

  test('applications of one person to one job name all the others, and strangers do not', async () => {
    const { db } = store.database
    const profile = { publicIdentifier: 'ada-invented', fullName: 'Ada Invented' }
    await save(db, key, [
      applicant('a', profile),
      applicant('b', { ...profile, position: 1 }),
      applicant('d', { ...profile, position: 2 }),
      applicant('namesake', { ...profile, fullName: 'Someone Else' }),
      applicant('x', { publicIdentifier: 'unknown', fullName: 'Ada Invented' }),
      applicant('y', { publicIdentifier: 'unknown', fullName: 'Ada Invented' }),
    ])
    await save(db, { ...key, jobId: 'other' }, [applicant('c', profile)])
    const asked = { view: emptyView, start: null, limit: 50 }
    const { items } = await pageCandidates(db, { ...key, reader: '' }, asked)
    const texts = await pageTexts(db, { ...key, reader: '' }, asked)
    const twins = (people: Candidate[]) =>
      Object.fromEntries(people.map(({ applicationId, alsoHere }) => [applicationId, alsoHere]))
    expect(twins(items)).toEqual({
      a: ['b', 'd'],
      b: ['d', 'a'],
      d: ['a', 'b'],
      namesake: undefined,
      x: undefined,
      y: undefined,
    })
    expect(twins(texts.items.map(({ text }) => JSON.parse(text) as Candidate))).toEqual(twins(items))
    expect((await read('a')).alsoHere).toEqual(['b', 'd'])
  })

  test('people without a profile are not taken for one another', async () => {
    const { db } = store.database
    await save(db, key, [applicant('a')])
    await save(db, { ...key, jobId: 'other' }, [applicant('b')])
    expect(await otherApplications(db, key, 'a')).toEqual([])
  })

  describe('hostile text is stored and read back whole', () => {
    test.each(Object.entries(hostile))('%s', async (_, text) => {
      const { db } = store.database
      const sent = {
        application_id: 'h',
        full_name: text,
        headline: text,
        location: text,
        public_identifier: text,
        is_top_choice: true,
        top_choice_message: text,
        experiences: [{ title: text, company: text, description: text, date_range: text }],
      }
      const rows = received([sent])
      await save(db, key, rows)
      // As it came, to the letter; and as it is shown, exactly as it was cleaned.
      expect(JSON.parse(await rawOf('h'))).toEqual(sent)
      expect(await read('h')).toMatchObject(rows[0]!.person)
      const shown = (await read('h')).topChoiceMessage ?? ''
      expect(shown).not.toMatch(/[\0\p{Cs}\u202a-\u202e\u2066-\u2069]/u)
      const { items } = await pageCandidates(db, key, {
        view: { ...emptyView, sort: [{ key: 'name', descending: false }] },
        start: null,
        limit: 10,
      })
      expect(items).toHaveLength(1)
    })
  })

  test('the longest id there may be finds its person, whatever else is long', async () => {
    const { db } = store.database
    // Not two characters alike in a row: what repeats would be packed smaller in an index.
    const long = Array.from({ length: 2_000 }, (_, at) =>
      String.fromCodePoint(0x20000 + ((at * 7919) % 40_000)),
    )
    const application_id = long.join('').slice(0, 512)
    const text = long.join('')
    await save(
      db,
      { account: 'a'.repeat(40), jobId: 'j'.repeat(64) },
      received([
        {
          application_id,
          full_name: text,
          public_identifier: text,
          location: text,
          experiences: [{ company: text }],
        },
      ]),
    )
    const found = await getCandidate(db, { account: 'a'.repeat(40), jobId: 'j'.repeat(64) }, application_id)
    expect(found).toMatchObject({ applicationId: application_id, fullName: text, location: text })
  })

  test('an id of hostile letters finds its person', async () => {
    const { db } = store.database
    const ids = ["a'b", 'a"b', 'a\\b', 'ａ', 'a ', '%_', '🦊', 'A']
    await save(
      db,
      key,
      received(ids.map((application_id) => ({ application_id, full_name: application_id }))),
    )
    for (const id of ids) expect((await read(id)).applicationId).toBe(id)
    expect(new Set((await sightings(db, key, ids)).keys())).toEqual(new Set(ids))
  })

  describe('an answer that cannot be read', () => {
    const unreadable = { application_id: 'a', headline: { text: 'odd' }, rating: 'GOOD_FIT' }

    test('is kept as it came, and shown as unreadable', async () => {
      const { db } = store.database
      await save(db, key, received([unreadable]))
      expect(JSON.parse(await rawOf('a'))).toEqual(unreadable)
      expect(await read('a')).toMatchObject({ unreadable: true, fullName: null, headline: null })
    })

    test('does not overwrite what is known, yet is kept', async () => {
      const { db } = store.database
      const known = {
        application_id: 'a',
        full_name: 'Ada',
        headline: 'Baker',
        rating: 'MAYBE',
        is_top_choice: true,
      }
      await save(db, key, received([known]), { seenAt: monday })
      await save(db, key, received([unreadable]), { seenAt: tuesday })
      expect(await read('a')).toMatchObject({
        fullName: 'Ada',
        headline: 'Baker',
        rating: 'MAYBE',
        isTopChoice: true,
        unreadable: false,
      })
      expect(JSON.parse(await rawOf('a'))).toEqual(unreadable)
      expect(await changesOf('a')).toEqual([['new', null, null]])
    })

    test('is read once it can be', async () => {
      const { db } = store.database
      await save(db, key, received([unreadable]))
      await save(db, key, received([{ application_id: 'a', full_name: 'Ada', headline: 'Baker' }]))
      expect(await read('a')).toMatchObject({ fullName: 'Ada', headline: 'Baker', unreadable: false })
    })
  })
})
