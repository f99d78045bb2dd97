import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyView } from '@/lib/contracts/words'
import { foldText } from '@/lib/domain/search'
import { countAbout, noPersonRows, unregisteredTables } from '@/lib/server/db/person-tables'
import type { Context } from '@/lib/server/auth/context'
import { incomingRow } from '@/lib/server/candidates/incoming-row'
import {
  candidatePageBytes,
  countFacets,
  listCandidates,
  showCandidate,
} from '@/lib/server/candidates/list-candidates'
import { createPageCache } from '@/lib/server/candidates/page-cache'
import { erasePerson, exportPerson } from '@/lib/server/privacy/privacy'
import { readers } from '@/lib/server/providers/readers'
import { rereadStored } from '@/lib/server/candidates/reread'
import { storeReviews } from './stored-everything'
import { deleteJob } from '@/lib/server/jobs/keep-job'
import type { IncomingRow } from '@/lib/server/candidates/store/candidates'
import { reader } from '@/lib/server/providers/recruiter-v2/adapter'
import { readPage } from '@/lib/server/providers/recruiter-v2/read-page'
import { contextOf } from './context-of'
import { buyAll, buyNext, storedIds } from './desk'
import { onEachEngine } from './engines'
import { everyText } from './every-text'
import { addResponse, addShareLink } from './stored-shares'
import { applicant, store as save } from './stored-people'
import { jobOfSize, testContext } from './test-context'

const job = { jobId: jobOfSize(81), account: null }
const key = { account: 'main', jobId: job.jobId }
const reach = {
  url: 'http://provider.test',
  apiKey: 'none',
  accounts: [
    { label: 'main', id: 'm' },
    { label: 'agency', id: 'a' },
  ],
} as const

onEachEngine('erasing people', (store) => {
  const offline = (): Context => contextOf(store.database, { ...reach, accounts: [...reach.accounts] })
  const query = async <T>(text: string) => (await store.database.pool.query(text)).rows as T[]

  test('every table about a person is registered, and one that is not is found', async () => {
    const { db, pool } = store.database
    expect(await unregisteredTables(db)).toEqual([])
    await pool.query('create table remark (account text, job_id text, application_id text)')
    try {
      expect(await unregisteredTables(db)).toEqual(['remark'])
    } finally {
      await pool.query('drop table remark')
    }
  })

  test('what is about a person goes with their row, whoever deletes it', async () => {
    const { db, pool } = store.database
    await save(db, key, [applicant('a')])
    const link = await addShareLink(db, key, { kind: 'frozen', people: ['a'] })
    await addResponse(db, key, link, 'a', 'Good')
    await storeReviews(store.database, { ...key, applicationId: 'a' })
    expect(await countAbout(db, key, ['a'])).toEqual({
      ...{ changes: 1, links: 1, responses: 1 },
      ...{ decisions: 1, notes: 1 },
    })
    await pool.query('delete from candidate')
    expect(await countAbout(db, key, ['a'])).toEqual(noPersonRows)
  })

  test('somebody is erased from the list, whose counts, places and prices stay as they were', async () => {
    const { context, sandbox } = await testContext(store.database)
    await buyNext(context, job)
    const before = await listCandidates(context, job, emptyView, null, 50)
    const person = before.items[3]!
    const { erased } = await erasePerson(context, { applicationId: person.applicationId })
    expect(erased).toMatchObject({ applications: 1, jobs: 1, changes: 1 })
    const after = await listCandidates(context, job, emptyView, null, 50)
    expect(after.counts).toEqual(before.counts)
    expect(after.items.map(({ applicationId, position }) => [applicationId, position])).toEqual(
      before.items.map(({ applicationId, position }) => [applicationId, position]),
    )
    expect(after.items[3]).toMatchObject({ erased: true, fullName: null, headline: null, experiences: [] })
    const q = person.fullName!
    expect((await listCandidates(context, job, { ...emptyView, q }, null, 50)).items).toEqual([])
    const detail = await showCandidate(context, job, person.applicationId, emptyView)
    expect(detail.changes).toEqual([])

    // Loading the rest and reading the whole list again pays for nobody twice and brings nobody back.
    const charged = sandbox.stats().creditsCharged
    await buyAll(context, job)
    expect(sandbox.stats().creditsCharged - charged).toBe(4)
    const all = await storedIds(context, job)
    expect(new Set(all).size).toBe(81)
    expect(await everyText(store.database)).not.toContain(q)
  })

  test('a page that was given before is not given again', async () => {
    const { context } = await testContext(store.database)
    await buyNext(context, job)
    const kept = createPageCache()
    const page = async () =>
      new TextDecoder().decode(await candidatePageBytes(context, kept, job, emptyView, null, 50))
    const { items } = JSON.parse(await page()) as { items: { applicationId: string; fullName: string }[] }
    await erasePerson(context, { applicationId: items[0]!.applicationId })
    expect(await page()).not.toContain(items[0]!.fullName)
  })

  test('a later fetch, also of another job, account or after the job was deleted, stores an empty row', async () => {
    const { context } = await testContext(store.database)
    await buyNext(context, job)
    const [first] = (await listCandidates(context, job, emptyView, null, 1)).items
    await erasePerson(context, { publicIdentifier: first!.profileUrl! })
    await deleteJob(context, job)
    await buyNext(context, job)
    const again = (await listCandidates(context, job, emptyView, null, 1)).items[0]
    expect(again).toMatchObject({ applicationId: first!.applicationId, erased: true, publicIdentifier: null })
    await buyNext(context, { ...job, account: 'agency' })
    const elsewhere = (await listCandidates(context, { ...job, account: 'agency' }, emptyView, null, 1))
      .items[0]
    expect(elsewhere).toMatchObject({ erased: true, fullName: null })
    expect(await everyText(store.database)).not.toContain(first!.publicIdentifier)
  })

  test('somebody of whom nothing is stored can say in advance that nothing is to be', async () => {
    const { context } = await testContext(store.database)
    await buyNext(context, job)
    const [first] = (await listCandidates(context, job, emptyView, null, 1)).items
    await deleteJob(context, job)
    const { erased } = await erasePerson(context, { publicIdentifier: first!.publicIdentifier! })
    expect(erased.applications).toBe(0)
    await buyNext(context, job)
    expect((await listCandidates(context, job, emptyView, null, 1)).items[0]).toMatchObject({ erased: true })
  })

  test('a row that turns out to be theirs by a later answer is emptied, with what was known about it', async () => {
    const { context } = await testContext(store.database)
    await buyNext(context, job)
    const [first] = (await listCandidates(context, job, emptyView, null, 1)).items
    const identifier = first!.publicIdentifier!
    // As an answer left it that did not say who they are.
    await store.database.pool.query(
      `update candidate set public_identifier = null, raw = '{}',
         person = (person::jsonb || '{"publicIdentifier":null,"profileUrl":null}')::text where position = 0`,
    )
    expect((await erasePerson(context, { publicIdentifier: identifier })).erased.applications).toBe(0)
    await store.database.pool.query(`update job set frontier = 0, drift = null, ended = false, stored = 50`)
    await buyNext(context, job)
    expect(await query('select erased from candidate where position = 0')).toEqual([{ erased: true }])
    expect(await everyText(store.database)).not.toContain(first!.fullName)
  })

  test('what guests were shown and said of them goes as well, and a frozen link is without them', async () => {
    const { db } = store.database
    await save(db, key, [applicant('app-1', { fullName: 'Ada Invented' }), applicant('app-2')])
    const link = await addShareLink(db, key, { kind: 'frozen', people: ['app-1', 'app-2'] })
    await addResponse(db, key, link, 'app-1', 'Ada seems right for us')
    await addResponse(db, key, link, 'app-2', 'Not this one')
    const context = offline()
    const data = await exportPerson(context, { applicationId: 'app-1' })
    expect(data.applications).toMatchObject([
      {
        shareLinks: [{ kind: 'frozen', shownAs: { fullName: 'Guest sees app-1' } }],
        guestResponses: [{ comment: 'Ada seems right for us', vote: 'yes' }],
      },
    ])
    expect(JSON.stringify(data)).not.toContain('A link')
    const { erased } = await erasePerson(context, { applicationId: 'app-1' })
    expect(erased).toMatchObject({ links: 1, responses: 1 })
    expect(await query('select application_id from share_person')).toEqual([{ application_id: 'app-2' }])
    expect(await query('select comment from share_response')).toEqual([{ comment: 'Not this one' }])
  })

  test('a live link is told of where the person falls into its view', async () => {
    const { db } = store.database
    await save(db, key, [applicant('app-1', { rating: 'GOOD_FIT' })])
    await addShareLink(db, key, { kind: 'live', view: '?rating=GOOD_FIT' })
    await addShareLink(db, key, { kind: 'live', view: '?rating=MAYBE' })
    const { applications } = await exportPerson(offline(), { applicationId: 'app-1' })
    expect(applications[0]!.shareLinks).toHaveLength(1)
  })

  test('reading rows anew does not bring them back, and no facet counts what they were', async () => {
    const { db } = store.database
    const now = [{ title: 'Lighthouse keeper', company: 'Rare Works', dateRange: '2020 - Present' }]
    await save(db, key, [applicant('app-1', { fullName: 'Ada', location: 'Reykjavík', experiences: now })])
    const context = offline()
    await erasePerson(context, { applicationId: 'app-1' })
    await store.database.pool.query('update candidate set derived = 0')
    expect(await rereadStored(store.database, { readers, stop: new AbortController().signal })).toBe(1)
    const { facets } = await countFacets(context, job, emptyView, ['company', 'location', 'title', 'now'])
    // Nothing but that nothing is known of them.
    expect(
      Object.values(facets)
        .flat()
        .map(({ value, count }) => [value, count]),
    ).toEqual(['company', 'location', 'title', 'now'].map(() => ['unknown', 1]))
    expect(await query('select erased, search_text, months from candidate')).toEqual([
      { erased: true, search_text: '', months: null },
    ])
  })

  test('an answer on its way in while somebody is erased does not leave them stored', async () => {
    const { context } = await testContext(store.database)
    const identifiers = await (async () => {
      await buyNext(context, job)
      const { items } = await listCandidates(context, job, emptyView, null, 20)
      await deleteJob(context, job)
      return items.map(({ publicIdentifier }) => publicIdentifier!)
    })()
    const refs = ['main', 'agency'].map((account) => ({ jobId: job.jobId, account }))
    await Promise.all([
      ...refs.map((ref) => buyNext(context, ref)),
      ...identifiers.map((publicIdentifier) => erasePerson(context, { publicIdentifier })),
    ])
    const text = await everyText(store.database)
    expect(identifiers.filter((identifier) => text.includes(`"${identifier}"`))).toEqual([])
  })

  test('of whoever was erased no text is left in any column of any table', { timeout: 240_000 }, async () => {
    const { db } = store.database
    const context = offline()
    const word = fc
      .tuple(
        fc.constantFrom('Żółć', 'Zoë', 'Ōsaka', 'قاهرة', '北京', 'Quill', 'O’Neil', 'a\\b"c', '%_%'),
        fc.uuid(),
      )
      .map(([text, id]) => `${text}-${id}`)
    const told = fc.record({
      first_name: word,
      last_name: word,
      full_name: fc.option(word),
      headline: fc.option(word),
      top_choice_message: fc.option(word),
      location: fc.option(word),
      public_identifier: fc.option(word),
      profile_url: fc.option(word.map((text) => `https://example.com/in/${encodeURIComponent(text)}`)),
      experience: word,
      readable: fc.boolean(),
      by: fc.constantFrom('application', 'profile'),
    })
    await fc.assert(
      fc.asyncProperty(told, told, fc.boolean(), async (one, later, shared) => {
        const id = crypto.randomUUID()
        const wire = (of: typeof one) => ({
          application_id: id,
          rating: 'GOOD_FIT',
          is_top_choice: true,
          ...of,
          public_identifier: one.public_identifier,
          profile_url: one.profile_url,
          experiences: [{ title: of.experience, company: of.experience, description: of.experience }],
        })
        const rows: IncomingRow[] = [one, later].flatMap((of) => {
          const sent = of.readable
            ? wire(of)
            : { ...wire(of), headline: { not: 'a text', text: of.headline } }
          const body = { success: true, data: { candidates: [sent] } }
          const page = readPage(body, { offset: 0, count: 1 })!
          return page.rows.map(({ raw }) => incomingRow(raw, 0, reader, { y: 2026, m: 4 }))
        })
        for (const row of rows) await save(db, key, [row])
        if (shared) {
          const link = await addShareLink(db, key, { kind: 'frozen', people: [id], json: rows[0]!.person })
          await addResponse(db, key, link, id, `They are ${one.first_name}`)
        }
        expect(await everyText(store.database)).toContain(later.experience.slice(-36))
        const identifier = one.public_identifier ?? one.profile_url
        const asked =
          one.by === 'profile' && identifier
            ? { publicIdentifier: identifier }
            : { applicationId: id, jobId: key.jobId }
        await erasePerson(context, asked)
        const text = await everyText(store.database)
        const strings = [one, later].flatMap((of) =>
          [
            of.first_name,
            of.last_name,
            of.full_name,
            of.headline,
            of.top_choice_message,
            of.location,
            of.experience,
            one.public_identifier,
            one.profile_url,
          ].filter((value) => value !== null),
        )
        for (const value of strings) {
          for (const form of [value, JSON.stringify(value).slice(1, -1), foldText(value), value.slice(-36)]) {
            expect(text).not.toContain(form)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})
