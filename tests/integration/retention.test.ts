import { expect, test } from 'vitest'
import { emptyView } from '@/lib/contracts/words'
import { localActor } from '@/lib/server/platform/actor'
import type { Context } from '@/lib/server/auth/context'
import { listJobs, openJob, showJob } from '@/lib/server/jobs/jobs'
import { deleteJob, keepJob, setJobRetention, stopKeepingJob } from '@/lib/server/jobs/keep-job'
import { acquireListLease } from '@/lib/server/purchases/list-lease'
import { listCandidates } from '@/lib/server/candidates/list-candidates'
import { firstPurge, privacyFacts, purgeUnused, retentionStart } from '@/lib/server/privacy/retention'
import { databaseNow, observeClock } from '@/lib/server/privacy/retention-clock'
import { markSeen } from '@/lib/server/candidates/visits'
import { contextOf } from './context-of'
import { buyNext, ledgerOf } from './desk'
import { onEachEngine } from './engines'
import { everyText } from './every-text'
import { seedApplicants } from './seed-applicants'
import { addResponse, addShareLink } from './stored-shares'
import { soon } from '../soon'
import { applicant, store as save } from './stored-people'
import { jobOfSize, testContext } from './test-context'

const job = { jobId: jobOfSize(12), account: null }
const key = { account: 'main', jobId: job.jobId }
const never = new AbortController().signal
const dayMs = 86_400_000
const reach = { url: 'http://provider.test', apiKey: 'none', accounts: [{ label: 'main', id: 'm' }] } as const

onEachEngine('jobs that nobody uses', (store) => {
  const offline = (settings?: Parameters<typeof contextOf>[2]): Context =>
    contextOf(store.database, { ...reach, accounts: [...reach.accounts] }, settings)
  /** The same desk so many days on. */
  const later = (context: Context, days: number): Context => ({
    ...context,
    now: () => new Date(Date.now() + days * dayMs),
  })
  /** Lets so many days pass for every job: what is deleted goes by the database's clock. */
  const age = (days: number) =>
    store.database.pool.query(`update job set last_used_at = last_used_at - $1 * interval '1 day'`, [days])
  const query = async <T>(text: string) => (await store.database.pool.query(text)).rows as T[]
  const events = () =>
    query<{ action: string; subject: string; actor_name: string; detail: string }>(
      `select action, subject, actor_name, detail from audit_event where action like 'job.%' order by id`,
    )

  test('are deleted with all that hangs on them; the ledger stays, and names nobody', async () => {
    const { context } = await testContext(store.database)
    await buyNext(context, job)
    const { items } = await listCandidates(context, job, emptyView, null, 50)
    const ids = items.map(({ applicationId }) => applicationId)
    await markSeen(context, job, { applicationIds: ids })
    const link = await addShareLink(store.database.db, key, { kind: 'frozen', people: ids })
    await addResponse(store.database.db, key, link, ids[0]!, 'A good one')
    const ledger = await ledgerOf(context)

    await age(729)
    expect(await purgeUnused(context, never)).toBe(0)
    expect((await showJob(context, job)).stored).toBe(12)
    await age(2)
    expect(await purgeUnused(context, never)).toBe(1)
    expect(await purgeUnused(context, never)).toBe(0)

    expect(await showJob(context, job)).toMatchObject({ stored: 0, status: 'empty' })
    const tables = 'job candidate candidate_change visit visit_seen share_link share_person share_response'
    for (const table of tables.split(' ')) expect(await query(`select 1 from ${table}`), table).toEqual([])
    expect(await ledgerOf(context)).toEqual(ledger)
    const text = await everyText(store.database)
    for (const { fullName, publicIdentifier, applicationId } of items) {
      for (const told of [fullName, publicIdentifier, applicationId]) expect(text).not.toContain(told)
    }
    const [event, ...others] = await events()
    expect(others).toEqual([])
    expect(event).toMatchObject({ action: 'job.purged', subject: job.jobId, actor_name: 'Shortlist itself' })
    expect(JSON.parse(event!.detail)).toEqual({ account: 'main', applicants: 12, changes: 12, links: 1 })
    // Opened again it is a job like any other.
    expect((await buyNext(context, job)).list).toMatchObject({ stored: 12, new: 12 })
  })

  test('stay when somebody uses them, or keeps them for a reason', async () => {
    const { db } = store.database
    const context = offline()
    await save(db, key, [applicant('a')])
    await save(db, { ...key, jobId: 'kept' }, [applicant('b')])
    const kept = await keepJob(context, { jobId: 'kept', account: null }, { reason: ' An appeal\nis open ' })
    expect(kept.retention).toMatchObject({
      purgeAt: null,
      kept: { reason: 'An appeal is open', by: 'This desk' },
    })
    await store.database.pool.query(`update job set last_used_at = now() - interval '800 days'`)
    await openJob(context, job)
    expect(await purgeUnused(context, never)).toBe(0)
    await stopKeepingJob(context, { jobId: 'kept', account: null })
    expect(await purgeUnused(context, never)).toBe(1)
    expect((await events()).map(({ action }) => action)).toEqual([
      'job.kept',
      'job.no_longer_kept',
      'job.purged',
    ])
    expect((await listJobs(context)).items.map(({ jobId }) => jobId)).toEqual([job.jobId])
  })

  test('are announced a week ahead in the list of jobs, and opening one says what it has moved', async () => {
    const context = offline()
    await save(store.database.db, key, [applicant('a')])
    const at = async (days: number) => (await listJobs(later(context, days))).items[0]!.retention!
    expect(await at(722)).toMatchObject({ soon: false, movedFrom: null, kept: null })
    const soon = await at(724)
    expect(soon).toMatchObject({ soon: true, movedFrom: null })
    expect((await showJob(later(context, 724), job)).retention).toEqual(soon)

    await store.database.pool.query(`update job set last_used_at = now() - interval '725 days'`)
    const before = (await showJob(context, job)).retention!
    expect(before.soon).toBe(true)
    const opened = (await openJob(context, job)).retention!
    expect(opened).toMatchObject({ soon: false, movedFrom: before.purgeAt })
    expect(Date.parse(opened.purgeAt!) - Date.parse(before.purgeAt!)).toBeGreaterThan(700 * dayMs)
    expect((await openJob(context, job)).retention!.movedFrom).toBeNull()
    const facts = await privacyFacts(context)
    expect(facts).toMatchObject({
      retentionDays: 730,
      stored: { jobs: 1, applicants: 1, erased: 0 },
      kept: [],
    })
    expect(facts.due).toMatchObject([{ jobId: job.jobId, stored: 1 }])
    expect(facts.due[0]!.purgeAt).toBe((await showJob(context, job)).retention!.purgeAt)
  })

  test('a shorter time is announced for a week before it deletes anything', async () => {
    const { db } = store.database
    const now = new Date()
    expect(await retentionStart(db, 730, now)).toEqual(new Date(0))
    await save(db, key, [applicant('a')])
    await store.database.pool.query(`update job set last_used_at = now() - interval '60 days'`)
    expect(await retentionStart(db, 730, now)).toEqual(new Date(0))
    const from = await retentionStart(db, 30, now)
    expect(from.getTime() - now.getTime()).toBe(7 * dayMs)
    const context = offline({ retentionDays: 30, retentionFrom: from })
    expect((await listJobs(context)).items[0]!.retention).toMatchObject({
      soon: true,
      purgeAt: from.toISOString(),
    })
    expect(await purgeUnused(context, never)).toBe(0)
    // Starting again does not begin the week anew.
    expect(await retentionStart(db, 30, new Date(now.getTime() + dayMs))).toEqual(from)
    // Once the week is over.
    expect(await purgeUnused({ ...context, retentionFrom: new Date() }, never)).toBe(1)
  })

  test('a job follows the rule that an owner sets for it, whatever the server’s time', async () => {
    const ref = (jobId: string) => ({ jobId, account: null })
    const context = offline({ retentionDays: 300 })
    for (const jobId of ['german', 'californian', 'other'])
      await save(store.database.db, { ...key, jobId }, [applicant('a')])
    const german = await setJobRetention(context, ref('german'), { preset: 'DE' })
    expect(german.retention).toMatchObject({ preset: 'DE', soon: false })
    await setJobRetention(context, ref('californian'), { preset: 'US-CA' })
    expect((await privacyFacts(context)).due.map(({ jobId, preset }) => [jobId, preset])).toEqual([
      ['german', 'DE'],
      ['other', null],
      ['californian', 'US-CA'],
    ])
    await age(182)
    // Sooner than by the server's time, so a week's notice came with it: it is over by now.
    await store.database.pool.query(`update job set retention_from = retention_from - interval '182 days'`)
    expect(await purgeUnused(context, never)).toBe(0)
    await age(2)
    expect(await purgeUnused(context, never)).toBe(1)
    await age(117)
    expect(await purgeUnused(context, never)).toBe(1)
    await age(1_159)
    expect(await purgeUnused(context, never)).toBe(0)
    await age(2)
    expect(await purgeUnused(context, never)).toBe(1)
    expect(await query('select 1 from job')).toEqual([])
    expect((await events()).map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'job.retention_set german',
      'job.retention_set californian',
      'job.purged german',
      'job.purged other',
      'job.purged californian',
    ])
  })

  test('a rule by which a job would be deleted at once gives a week’s notice', async () => {
    const context = offline()
    await save(store.database.db, key, [applicant('a')])
    await age(400)
    const { retention } = await setJobRetention(context, job, { preset: 'NL' })
    expect(retention).toMatchObject({ preset: 'NL', soon: true })
    expect(Date.parse(retention!.purgeAt!) - Date.now()).toBeGreaterThan(6.9 * dayMs)
    expect(await purgeUnused(context, never)).toBe(0)
    // A longer time needs no notice, and what was announced is off.
    expect((await setJobRetention(context, job, { preset: null })).retention).toMatchObject({ soon: false })
    await expect(setJobRetention(context, job, { preset: 'XX' })).rejects.toMatchObject({
      code: 'invalid_body',
    })
    const unknown = { jobId: 'never', account: null }
    await expect(setJobRetention(context, unknown, { preset: 'DE' })).rejects.toMatchObject({
      code: 'job_not_found',
    })
  })

  test('a server whose clock is ahead of its database deletes nothing early', async () => {
    await save(store.database.db, key, [applicant('a')])
    expect(await purgeUnused(later(offline({ retentionDays: 30 }), 60), never)).toBe(0)
    expect(await query('select 1 from job')).toHaveLength(1)
  })

  test('nothing is deleted in the first hour after a start, however long it was unused', async () => {
    await save(store.database.db, key, [applicant('a')])
    await age(5_000)
    const now = await databaseNow(store.database.db)
    const startedAgo = (minutes: number) =>
      offline({ retentionFrom: firstPurge(new Date(now.getTime() - minutes * 60_000)) })
    for (const minutes of [0, 30, 58])
      expect(await purgeUnused(startedAgo(minutes), never), `${minutes}`).toBe(0)
    const inThatHour = startedAgo(58)
    expect((await privacyFacts(inThatHour)).due[0]!.purgeAt).toBe(inThatHour.retentionFrom.toISOString())
    expect((await listJobs(inThatHour)).items[0]!.retention).toMatchObject({ soon: true })
    expect(await purgeUnused(startedAgo(61), never)).toBe(1)
  })

  test('a clock that leaps ahead is doubted for a week, and the page says so; put back, it is trusted', async () => {
    const { db } = store.database
    const now = await databaseNow(db)
    const at = (days: number) => new Date(now.getTime() + days * dayMs)
    expect(await observeClock(db, at(-60))).toEqual(new Date(0))
    expect(await observeClock(db, at(-54))).toEqual(new Date(0))
    await save(db, key, [applicant('a')])
    await age(45)
    // Fifty-four days without a look: a server that was off, or a clock that is wrong.
    const from = await observeClock(db, now)
    expect(from).toEqual(at(7))
    const context = offline({ retentionDays: 30, retentionFrom: from })
    expect(await purgeUnused(context, never)).toBe(0)
    expect((await listJobs(context)).items[0]!.retention).toMatchObject({
      soon: true,
      purgeAt: from.toISOString(),
    })
    expect((await privacyFacts(context)).clockDoubt).toEqual({
      before: at(-54).toISOString(),
      after: now.toISOString(),
      from: from.toISOString(),
    })
    // Looking again, from any instance, neither ends nor extends it.
    expect(await observeClock(db, at(1))).toEqual(from)
    expect(await observeClock(db, at(-53))).toEqual(new Date(0))
    expect((await privacyFacts(context)).clockDoubt).toBeNull()
  })

  test('a store that was used before anything was ever deleted announces first as well', async () => {
    await save(store.database.db, key, [applicant('a')])
    const now = new Date()
    expect((await retentionStart(store.database.db, 730, now)).getTime()).toBe(now.getTime() + 7 * dayMs)
  })

  test('several instances that find them at once delete each once', async () => {
    const context = offline()
    for (let at = 0; at < 8; at += 1)
      await save(store.database.db, { ...key, jobId: `j-${at}` }, [applicant('a')])
    await age(800)
    const desks = [1, 2, 3].map((at) => ({ ...context, instance: `instance-${at}` }))
    const purged = await Promise.all(desks.map((desk) => purgeUnused(desk, never)))
    expect(purged.reduce((sum, each) => sum + each, 0)).toBe(8)
    expect(await events()).toHaveLength(8)
    expect(await query('select 1 from lease')).toEqual([])
  })

  test('a big one that is stopped half-way is whole, and goes the next time', async () => {
    await seedApplicants(store.database.pool, key, 5_000)
    await age(800)
    const context = offline()
    const stop = new AbortController()
    let asked = 0
    // Told to stop between two batches of rows.
    const signal = new Proxy(stop.signal, {
      get(target, name) {
        if (name === 'throwIfAborted' && (asked += 1) === 4) stop.abort()
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    expect(await purgeUnused(context, signal)).toBe(0)
    expect(await query('select count(*)::int as rows from candidate')).toEqual([{ rows: 5_000 }])
    expect(await events()).toEqual([])
    expect(await purgeUnused(context, never)).toBe(1)
    expect(await query('select 1 from candidate')).toEqual([])
    expect(JSON.parse((await events())[0]!.detail)).toMatchObject({ applicants: 5_000 })
  })

  test('an owner deletes a job at once; a recruiter only takes one without people off the list', async () => {
    const { context, hold } = await testContext(store.database)
    await buyNext(context, job)
    await openJob(context, { jobId: 'mistyped', account: null })
    const recruiter = { ...context, actor: { ...localActor, role: 'recruiter' as const } }
    await expect(deleteJob(recruiter, job)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await deleteJob(recruiter, { jobId: 'mistyped', account: null })).toMatchObject({ applicants: 0 })
    await expect(deleteJob(context, { jobId: 'mistyped', account: null })).rejects.toMatchObject({
      code: 'job_not_found',
    })
    const open = hold()
    const other = { jobId: jobOfSize(81), account: null }
    await openJob(context, other)
    const buying = buyNext(context, other)
    await expect.poll(() => query('select 1 from lease'), soon).toHaveLength(1)
    await expect(deleteJob(context, other)).rejects.toMatchObject({ code: 'fetch_in_progress' })
    open()
    await buying
    expect(await deleteJob(context, job)).toMatchObject({ applicants: 12 })
    expect((await listJobs(context)).items.map(({ jobId }) => jobId)).toEqual([other.jobId])
    expect((await events()).map(({ action }) => action)).toEqual(['job.deleted', 'job.deleted'])
  })

  test('whoever asks for a list while it is being deleted waits, and then fetches it', async () => {
    const { context } = await testContext(store.database)
    await buyNext(context, job)
    const deleting = await acquireListLease(context, key, 'no-fetch')
    const buying = buyNext(context, job)
    await store.database.pool.query('delete from candidate')
    await store.database.pool.query('delete from job')
    if (deleting.ok) await deleting.release()
    expect((await buying).list).toMatchObject({ stored: 12, new: 12 })
  })

  test('nothing is kept that was never opened', async () => {
    const ref = { jobId: 'never', account: null }
    await expect(keepJob(offline(), ref, { reason: 'x' })).rejects.toMatchObject({ code: 'job_not_found' })
    await expect(stopKeepingJob(offline(), ref)).rejects.toMatchObject({ code: 'job_not_found' })
    expect(await query('select 1 from audit_event')).toEqual([])
  })
})
