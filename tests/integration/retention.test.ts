import { expect, test } from 'vitest'
import { emptyView } from '@/lib/contracts/words'
import { localActor } from '@/lib/server/platform/actor'
import { listJobs, openJob, showJob } from '@/lib/server/jobs/jobs'
import { deleteJob, keepJob, stopKeepingJob } from '@/lib/server/jobs/keep-job'
import { acquireListLease } from '@/lib/server/purchases/list-lease'
import { listCandidates } from '@/lib/server/candidates/list-candidates'
import { purgeUnused } from '@/lib/server/privacy/retention'
import { markSeen } from '@/lib/server/candidates/visits'
import { buyNext, ledgerOf } from './desk'
import { onEachEngine } from './engines'
import { everyText } from './every-text'
import { seedApplicants } from './seed-applicants'
import { addResponse, addShareLink } from './stored-shares'
import { soon } from '../soon'
import { applicant, store as save } from './stored-people'
import { jobOfSize, testContext } from './test-context'
import { job, key, never, unusedJobs } from './unused-jobs'

onEachEngine('jobs that nobody uses', (store) => {
  const { offline, age, query, events } = unusedJobs(store)

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
