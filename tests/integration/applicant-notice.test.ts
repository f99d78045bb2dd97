import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { applicantNotice, noticeAnswer, noticeSender } from '@/lib/contracts/applicant-notice'
import { jobDeleted } from '@/lib/contracts/job'
import { noticeVersion } from '@/lib/server/db/notice-schema'
import { exportAbout } from '@/lib/server/db/person-tables'
import { erasePerson } from '@/lib/server/privacy/privacy'
import { contextOf } from './context-of'
import { doorDesk, type Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { fail, succeed, teamJob } from './team-desk'

const path = `/api/jobs/${teamJob.jobId}/notice`

onEachEngine('informing applicants', (store) => {
  const desk = doorDesk(store)
  beforeEach(async () => {
    await save(
      store.database.db,
      teamJob,
      ['ada', 'bo', 'cleo'].map((id, position) => applicant(id, { position, fullName: id })),
    )
    // Ada has been stored for longer than a month.
    await store.database.db.execute(sql`
      update candidate set first_seen_at = now() - (case application_id when 'ada' then 31 else 1 end) * interval '1 day',
        first_seen_ms = case application_id when 'ada' then 1 else 2 end`)
  })
  const show = (browser: Visitor) => succeed(applicantNotice, browser, path)
  const record = (browser: Visitor, body: object) => succeed(noticeAnswer, browser, path, 'POST', body)

  test('says who waits, who is overdue and who informed whom, and takes it back', async () => {
    const owner = await desk.owner()
    const before = await show(owner)
    expect(before.counts).toEqual({ stored: 3, informed: 0, overdue: 1 })
    expect(before.waiting.map(({ name, overdue }) => [name, overdue])).toEqual([
      ['ada', true],
      ['bo', false],
      ['cleo', false],
    ])
    expect(await record(owner, { informed: true, applicationIds: ['ada', 'nobody'] })).toEqual({
      ...{ applicationIds: ['ada'], changed: 1, unchanged: 0, missing: 1 },
    })
    const all = await record(owner, { informed: true, view: '' })
    expect(all).toMatchObject({ changed: 2, unchanged: 1, missing: 0 })
    expect(all.applicationIds.toSorted()).toEqual(['bo', 'cleo'])
    const after = await show(owner)
    expect(after.counts).toEqual({ stored: 3, informed: 3, overdue: 0 })
    expect(after.waiting).toEqual([])
    expect(after.log.map(({ by, people }) => [by, people])).toEqual([
      ['Olive Owner', 2],
      ['Olive Owner', 1],
    ])
    expect(after.informed.map(({ name, by }) => [name, by])).toEqual([
      ['bo', 'Olive Owner'],
      ['cleo', 'Olive Owner'],
      ['ada', 'Olive Owner'],
    ])
    expect(after.informed[2]?.at).toBe(after.log[1]?.at)
    await record(owner, { informed: false, applicationIds: all.applicationIds })
    expect((await show(owner)).counts).toEqual({ stored: 3, informed: 1, overdue: 0 })
  })

  test('forgets who is erased, and keeps the date of who was informed before', async () => {
    const owner = await desk.owner()
    await record(owner, { informed: true, applicationIds: ['ada'] })
    const [first] = (await show(owner)).log
    expect(await record(owner, { informed: true, applicationIds: ['ada'] })).toMatchObject({ unchanged: 1 })
    expect((await show(owner)).log).toEqual([first])
    const reach = {
      url: 'http://127.0.0.1:9',
      apiKey: 'none',
      accounts: [{ label: 'main', id: 'x' }] as const,
    }
    await erasePerson(contextOf(store.database, reach), { applicationId: 'ada', jobId: teamJob.jobId })
    expect(await show(owner)).toMatchObject({
      counts: { stored: 2, informed: 0, overdue: 0 },
      informed: [],
      log: [],
    })
  })

  test('names who answers for the data, in the notice of every job', async () => {
    const owner = await desk.owner()
    const sender = { controller: ' Example Ltd ', contact: 'privacy@example.test' }
    expect(await succeed(noticeSender, owner, '/api/privacy/notice-sender', 'PUT', sender)).toEqual({
      ...{ controller: 'Example Ltd', contact: 'privacy@example.test' },
    })
    expect((await show(owner)).text).toContain('Who is responsible: Example Ltd')
  })

  test('keeps the text that people were sent, once for each wording', async () => {
    const owner = await desk.owner()
    const { text } = await show(owner)
    await record(owner, { informed: true, applicationIds: ['ada'] })
    await record(owner, { informed: true, applicationIds: ['bo'] })
    const sender = { controller: 'Example Ltd', contact: null }
    await succeed(noticeSender, owner, '/api/privacy/notice-sender', 'PUT', sender)
    await record(owner, { informed: true, applicationIds: ['cleo'] })
    const after = await show(owner)
    expect(after.text).not.toBe(text)
    expect(after.log.map((entry) => entry.text)).toEqual([after.text, text, text])
    const { db } = store.database
    expect(await db.$count(noticeVersion)).toBe(2)
    expect(await exportAbout(db, { account: 'main', jobId: teamJob.jobId }, ['ada'])).toMatchObject({
      informed: [{ by: 'Olive Owner', text }],
    })
    await succeed(jobDeleted, owner, `/api/jobs/${teamJob.jobId}`, 'DELETE')
    expect(await db.$count(noticeVersion)).toBe(0)
  })

  test('is refused without people, with both ways to name them, and for an unknown job', async () => {
    const owner = await desk.owner()
    for (const body of [{ informed: true }, { informed: true, view: '', applicationIds: ['ada'] }])
      expect(await fail(owner, path, 'POST', body)).toMatchObject({ status: 400, code: 'invalid_body' })
    expect(await fail(owner, '/api/jobs/999/notice')).toMatchObject({ status: 404, code: 'job_not_found' })
  })
})
