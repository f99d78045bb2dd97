import { expect, test } from 'vitest'
import type { Context } from '@/lib/server/auth/context'
import { localActor } from '@/lib/server/platform/actor'
import { erasePerson, exportPerson, lookUpPerson } from '@/lib/server/privacy/privacy'
import { contextOf } from './context-of'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { jobOfSize } from './test-context'

const job = { jobId: jobOfSize(81), account: null }
const key = { account: 'main', jobId: job.jobId }
const other = { account: 'agency', jobId: '4100000012' }
const reach = {
  url: 'http://provider.test',
  apiKey: 'none',
  accounts: [
    { label: 'main', id: 'm' },
    { label: 'agency', id: 'a' },
  ],
} as const

onEachEngine('who an erased person is', (store) => {
  const offline = (): Context => contextOf(store.database, { ...reach, accounts: [...reach.accounts] })
  const query = async <T>(text: string) => (await store.database.pool.query(text)).rows as T[]

  test('everyone who is the same person goes, in all jobs and accounts, and nobody else', async () => {
    const { db } = store.database
    const person = { fullName: 'Ada Invented', publicIdentifier: 'Ada-Invented-77' }
    await save(db, key, [
      applicant('app-1', person),
      applicant('app-2', { fullName: 'Ada Invented', publicIdentifier: 'ada-invented-778' }),
    ])
    await save(db, other, [
      applicant('app-9', { ...person, publicIdentifier: 'ada-invented-77' }),
      applicant('app-8', {
        fullName: 'ADA  Invénted',
        profileUrl: 'https://www.linkedin.com/in/ADA-invented-77/',
      }),
    ])
    const context = offline()
    const asked = { publicIdentifier: 'https://linkedin.com/in/ada-invented-77?trk=x' }
    const found = await lookUpPerson(context, asked)
    expect(found.items.map(({ account, applicationId }) => `${account} ${applicationId}`)).toEqual([
      'agency app-8',
      'agency app-9',
      'main app-1',
    ])
    expect(found.counts).toEqual({
      applications: 3,
      jobs: 2,
      changes: 3,
      links: 0,
      responses: 0,
      decisions: 0,
      notes: 0,
    })
    const { erased } = await erasePerson(context, { applicationId: 'app-1', jobId: key.jobId })
    expect(erased).toEqual(found.counts)
    const left = await query<{ application_id: string }>(
      'select application_id from candidate where not erased',
    )
    expect(left).toEqual([{ application_id: 'app-2' }])
    expect((await lookUpPerson(context, asked)).items).toEqual([])
  })

  test.each(['UNKNOWN', 'n/a', 'linkedin-member', '-', 'x'])(
    'strangers who are all called %s by the provider are not taken for one person',
    async (publicIdentifier) => {
      const { db } = store.database
      const stranger = (id: string) => applicant(id, { fullName: 'Ada Invented', publicIdentifier })
      await save(db, key, [stranger('app-1'), stranger('app-2')])
      await save(db, other, [stranger('app-3')])
      const context = offline()
      expect((await lookUpPerson(context, { applicationId: 'app-1' })).items).toHaveLength(1)
      expect((await erasePerson(context, { applicationId: 'app-1' })).erased.applications).toBe(1)
      await save(db, other, [stranger('app-4')])
      expect(await query('select application_id from candidate where erased')).toEqual([
        { application_id: 'app-1' },
      ])
    },
  )

  test('one identifier under different names joins nobody, and keeps nobody away who comes later', async () => {
    const { db } = store.database
    const called = (id: string, fullName: string | null) =>
      applicant(id, { fullName, publicIdentifier: 'talent-pool' })
    await save(db, key, [
      called('app-1', 'Ada Invented'),
      called('app-2', 'Bela Beispiel'),
      called('app-3', null),
    ])
    const context = offline()
    const asked = { publicIdentifier: 'talent-pool' }
    const found = await lookUpPerson(context, asked)
    expect(found).toMatchObject({ sharedIdentifier: true, counts: { applications: 3 } })
    await expect(erasePerson(context, asked)).rejects.toMatchObject({ code: 'invalid_body' })
    await expect(exportPerson(context, asked)).rejects.toMatchObject({ code: 'invalid_body' })
    expect((await exportPerson(context, { applicationId: 'app-1' })).applications).toHaveLength(1)
    expect(await erasePerson(context, { applicationId: 'app-1' })).toMatchObject({
      ...{ sharedIdentifier: true, erased: { applications: 1 } },
    })
    // The one who was erased comes again, and then others do.
    await save(db, key, [called('app-1', 'Ada Invented')])
    await save(db, other, [called('app-1b', 'Ciro Esempio'), called('app-2b', 'Bela Beispiel')])
    expect(await query('select application_id from candidate where erased')).toEqual([
      { application_id: 'app-1' },
    ])
  })

  test('a text that names no profile is refused, and nothing is remembered of it', async () => {
    const context = offline()
    for (const publicIdentifier of [
      'Ada Invented',
      'https://example.com/ada',
      'ada@example.com',
      'unknown',
      '@',
    ])
      for (const ask of [lookUpPerson, exportPerson, erasePerson])
        await expect(ask(context, { publicIdentifier })).rejects.toMatchObject({
          code: 'invalid_body',
          facts: { reason: expect.stringContaining('No profile can be read') },
        })
    expect(await query('select hash from erased_person')).toEqual([])
  })

  test.each([
    ['an old address', 'https://uk.linkedin.com/pub/ada-invented/a7/576/b50', 'ada-invented-b50576a7'],
    [
      'an address, though the identifier says nothing',
      'https://linkedin.com/in/ada-invented',
      '<Ada-Invented/>',
    ],
  ])('somebody is known by %s', async (_, profileUrl, typed) => {
    await save(store.database.db, key, [
      applicant('app-1', { fullName: 'Ada Invented', publicIdentifier: 'UNKNOWN', profileUrl }),
      applicant('app-2', { fullName: 'Bela Beispiel', publicIdentifier: 'UNKNOWN' }),
    ])
    const { items } = await lookUpPerson(offline(), { publicIdentifier: typed })
    expect(items.map(({ applicationId }) => applicationId)).toEqual(['app-1'])
  })

  test('the audit log and the log say that it was done, and not to whom', async () => {
    const { db } = store.database
    await save(db, key, [applicant('app-of-ada', { fullName: 'Ada Invented', publicIdentifier: 'ada-i' })])
    const context = { ...offline(), actor: { ...localActor, id: 'owner-1', name: 'Olga Owner' } }
    await exportPerson(context, { publicIdentifier: 'ada-i' })
    await erasePerson(context, { publicIdentifier: 'ada-i' })
    const events = await query<{ action: string; subject: string | null; detail: string }>(
      'select action, subject, detail from audit_event order by id',
    )
    expect(events.map(({ action }) => action)).toEqual(['person.exported', 'person.erased'])
    expect(events[1]!.subject).toBeNull()
    expect(JSON.parse(events[1]!.detail)).toEqual({
      applications: 1,
      jobs: 1,
      changes: 1,
      links: 0,
      responses: 0,
      decisions: 0,
      notes: 0,
    })
    expect(JSON.stringify(events)).not.toMatch(/ada|app-of/i)
    expect(await query('select hash from erased_person')).toHaveLength(2)
  })
})
