import { randomUUID } from 'node:crypto'
import type { Database } from '@/lib/server/db/open-database'
import * as people from '@/lib/server/db/people-schema'
import { fetchRun, spendDay } from '@/lib/server/db/ledger-schema'
import { keepJob } from '@/lib/server/jobs/keep-job'
import { listCandidates } from '@/lib/server/candidates/list-candidates'
import { erasePerson } from '@/lib/server/privacy/privacy'
import { markSeen } from '@/lib/server/candidates/visits'
import { acquireLease } from '@/lib/server/purchases/store/leases'
import { emptyView } from '@/lib/contracts/words'
import { buyAll, buyNext } from './desk'
import { addGuestRow, addResponse, addShareLink } from './stored-shares'
import { jobOfSize, testContext } from './test-context'

/** The job whose pages are compared. */
export const storedJob = { jobId: jobOfSize(81), account: null }

/** Fills a store with rows in every table, as a desk that has been used for a while. */
export async function storeEverything(database: Database) {
  const { context, ...provider } = await testContext(database)
  const { db } = database
  await buyAll(context, storedJob)
  provider.sandbox.change(storedJob.jobId, { kind: 'withdraw', count: 2, at: 'end' })
  await buyNext(context, { jobId: jobOfSize(12), account: 'agency' }, { idempotencyKey: 'a-key' })
  const { items } = await listCandidates(context, storedJob, emptyView, null, 5)
  const ids = items.map(({ applicationId }) => applicationId)
  await markSeen(context, storedJob, { applicationIds: [] })
  await database.pool.query(
    `insert into visit_seen select account, job_id, 'local', application_id, 1 from candidate where position < 3`,
  )
  await keepJob(context, storedJob, { reason: 'A “dispute”, 50% \\ open' })
  const key = { account: 'main', jobId: storedJob.jobId }
  const link = await addShareLink(db, key, { kind: 'frozen', people: ids })
  await addResponse(db, key, link, ids[0]!, 'Yes, ünbedingt')
  await addGuestRow(db, key, link, ids[0]!)
  await erasePerson(context, { applicationId: ids[4]! })
  const user = { id: 'u1', name: 'Olga Owner', email: 'olga@example.test', role: 'owner' as const }
  await db.insert(people.authUser).values({ ...user, emailVerified: true })
  const expiresAt = new Date('2030-01-01T00:00:00.123Z')
  await db
    .insert(people.authSession)
    .values({ id: 's1', token: 't1', userId: 'u1', expiresAt, ipAddress: '127.0.0.1' })
  await db
    .insert(people.authAccount)
    .values({ id: 'a1', accountId: 'u1', providerId: 'credential', userId: 'u1', password: 'scrypt:x' })
  await db.insert(people.authVerification).values({ id: 'v1', identifier: 'reset:x', value: 'u1', expiresAt })
  await db.insert(people.authTwoFactor).values({ id: 'f1', userId: 'u1', secret: 's', backupCodes: 'b' })
  await db.insert(people.setup).values({ id: 1, tokenHash: 'h', claimedAt: new Date() })
  const invited = { email: 'rita@example.test', role: 'recruiter' as const, invitedBy: 'u1', expiresAt }
  await db.insert(people.invitation).values({ id: 'i1', tokenHash: 'h', ...invited })
  await db.insert(people.rateLimit).values({ key: 'k', points: 3, expire: 1_900_000_000_123 })
  await db
    .insert(fetchRun)
    .values({ id: randomUUID(), ...key, kind: 'complete', state: 'ended', progress: '{}' })
  await db.insert(spendDay).values({ day: '2026-01-01' }).onConflictDoNothing()
  await acquireLease(db, { account: 'main', jobId: 'x', holder: 'h', fetchId: 'f', ttlMs: 600_000 })
  return { context, ...provider }
}
