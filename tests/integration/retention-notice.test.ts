import { expect, test } from 'vitest'
import { listJobs, openJob, showJob } from '@/lib/server/jobs/jobs'
import { setJobRetention } from '@/lib/server/jobs/keep-job'
import { firstPurge, privacyFacts, purgeUnused, retentionStart } from '@/lib/server/privacy/retention'
import { databaseNow, observeClock } from '@/lib/server/privacy/retention-clock'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { dayMs, job, key, later, never, unusedJobs } from './unused-jobs'

onEachEngine('jobs that nobody uses', (store) => {
  const { offline, age, query, events } = unusedJobs(store)

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
})
