import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { localActor } from '@/lib/server/platform/actor'
import { deleteJob } from '@/lib/server/jobs/keep-job'
import { openJob } from '@/lib/server/jobs/jobs'
import { erasePerson, exportPerson, lookUpPerson } from '@/lib/server/privacy/privacy'
import { purgeUnused } from '@/lib/server/privacy/retention'
import { saveAllSpooled } from '@/lib/server/purchases/save-spooled'
import { buildPerson } from '@/lib/sandbox/people'
import { contextOf } from './context-of'
import { buyNext, ledgerOf, storedIds } from './desk'
import { onEachEngine } from './engines'
import { everyText } from './every-text'
import { breakable, buyWhileAway, newSpool } from './store-away'
import { jobOfSize, testProvider } from './test-context'

const job = { jobId: jobOfSize(81), account: null }
const someone = buildPerson(1, job.jobId, 0)
const applicationId = someone.application_id
const name = someone.full_name ?? 'nobody'
const never = new AbortController().signal

onEachEngine('people of an answer that waits on disk', (store) => {
  const query = async <T>(text: string) => (await store.database.pool.query(text)).rows as T[]
  const noLease = () => query('delete from lease')

  /** A desk with an answer on disk, whose store is back. */
  async function withSpooled() {
    const provider = await testProvider()
    const { folder, spool, files } = await newSpool()
    const { db, state } = breakable(store.database.db)
    const context = contextOf({ db }, provider, { spool, leaseMs: 1_000 })
    await buyWhileAway({ context, state }, job)
    state.away = false
    const [file = 'none'] = await files()
    expect(await readFile(join(folder, file), 'utf8')).toContain(name)
    return { context, provider, files, state }
  }

  test('are taken in by an erasure, which then finds them: neither file nor store has them', async () => {
    const { context, files } = await withSpooled()
    await noLease()
    const { erased } = await erasePerson(context, { applicationId })
    expect(erased).toMatchObject({ applications: 1, jobs: 1 })
    expect(await files()).toEqual([])
    expect(await everyText(store.database)).not.toContain(name)
    expect(await storedIds(context, job)).toHaveLength(50)
  })

  test('stay erased where their list was busy when they were, and their file goes with the next look', async () => {
    const { context, files } = await withSpooled()
    await query(`update lease set expires_at = now() + interval '1 hour'`)
    expect((await erasePerson(context, { applicationId })).erased).toMatchObject({ applications: 0 })
    expect(await files()).toHaveLength(1)
    await noLease()
    await saveAllSpooled(context)
    expect(await files()).toEqual([])
    expect(await everyText(store.database)).not.toContain(name)
    expect(await storedIds(context, job)).toHaveLength(50)
  })

  test('are erased although another answer cannot be taken in, which stays', async () => {
    const { context, provider, files, state } = await withSpooled()
    const other = { jobId: jobOfSize(12), account: null }
    await buyWhileAway({ context, state }, other)
    state.away = false
    await noLease()
    await query(`alter table candidate add constraint refused check (job_id <> '${job.jobId}')`)
    try {
      await erasePerson(context, { applicationId })
      expect(await files()).toHaveLength(1)
      expect(await storedIds(context, other)).toHaveLength(12)
    } finally {
      await query('alter table candidate drop constraint refused')
    }
    await buyNext(context, job)
    expect(await files()).toEqual([])
    expect(await everyText(store.database)).not.toContain(name)
    expect(provider.sandbox.stats().calls).toBe(3)
  })

  test('are found and exported', async () => {
    const { context, files } = await withSpooled()
    await noLease()
    expect((await lookUpPerson(context, { applicationId })).items).toMatchObject([{ name }])
    expect(await files()).toEqual([])
    expect(JSON.stringify(await exportPerson(context, { applicationId }))).toContain(name)
  })

  test('go with their job, and only who may delete people can', async () => {
    const { context, files } = await withSpooled()
    await noLease()
    const recruiter = { ...context, actor: { ...localActor, role: 'recruiter' as const } }
    await expect(deleteJob(recruiter, job)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await deleteJob(context, job)).toMatchObject({ applicants: 50 })
    expect(await files()).toEqual([])
    expect(await everyText(store.database)).not.toContain(name)
    expect(await ledgerOf(context)).toMatchObject([{ state: 'settled', consumed: 5 }])
  })

  test('go with a job that is deleted for being unused', async () => {
    const { context, files } = await withSpooled()
    await noLease()
    await query(`update job set last_used_at = now() - interval '800 days'`)
    expect(await purgeUnused(context, never)).toBe(1)
    expect(await files()).toEqual([])
    expect(await query('select 1 from job')).toEqual([])
    expect(await everyText(store.database)).not.toContain(name)
    expect(await ledgerOf(context)).toMatchObject([{ state: 'settled', consumed: 5 }])
  })

  test('do not come back where another server deleted their job, and somebody opened it anew', async () => {
    const { context, files } = await withSpooled()
    await noLease()
    const { spool } = await newSpool()
    await deleteJob({ ...context, spool }, job)
    expect(await files()).toHaveLength(1)
    await openJob(context, job)
    await saveAllSpooled(context)
    expect(await files()).toEqual([])
    expect(await storedIds(context, job)).toEqual([])
    expect(await ledgerOf(context)).toMatchObject([{ state: 'settled', consumed: 5 }])
    expect((await buyNext(context, job)).list).toMatchObject({ stored: 50, new: 50 })
  })
})
