import { randomUUID } from 'node:crypto'
import type { Database } from '@/lib/server/db/open-database'
import * as people from '@/lib/server/db/people-schema'
import { applicantNotice, noticeVersion } from '@/lib/server/db/notice-schema'
import * as notes from '@/lib/server/db/note-schema'
import * as blind from '@/lib/server/db/blind-schema'
import { consistencyResolution } from '@/lib/server/db/consistency-schema'
import * as criteria from '@/lib/server/db/criteria-schema'
import { secondOpinion, secondOpinionPerson } from '@/lib/server/db/second-opinion-schema'
import * as reviews from '@/lib/server/db/review-schema'
import * as team from '@/lib/server/db/team-schema'
import { fetchRun, spendDay } from '@/lib/server/db/ledger-schema'
import { jobStatistic } from '@/lib/server/db/schema'
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

/** A row in every table of what a team does about an applicant. */
export async function storeReviews(
  { db }: Database,
  about: Record<'account' | 'jobId' | 'applicationId', string>,
) {
  const { account, jobId } = about
  const by = { by: 'local', byName: 'Rita Recruiter' }
  const member = { userId: 'local', userName: 'Rita Recruiter' }
  const at = new Date('2026-04-01T10:00:00.123Z')
  await db
    .insert(reviews.decisionReason)
    .values({ id: 'rsn_1', label: 'Too far away', folded: 'too far away', decision: 'reject' })
    .onConflictDoNothing()
  await db.insert(reviews.decisionStep).values({ id: 'step_1', account, jobId, kind: 'one', ...by })
  const decided = { reasonId: 'rsn_1', comment: 'Not now', stepId: 'step_1', opened: true }
  await db.insert(reviews.decision).values({ ...about, ...by, ...decided, decision: 'reject', at })
  const change = { to: 'reject' as const, toReasonId: 'rsn_1', toComment: 'Not now', opened: true }
  await db.insert(reviews.decisionChange).values({ ...about, stepId: 'step_1', ...change })
  await db.insert(reviews.suggestion).values({ ...about, ...member, decision: 'maybe' })
  await db
    .insert(criteria.criterionOverrule)
    .values({ ...about, criterionId: 'crt_1', criterionName: 'Led', met: true, reason: 'Yes', ...by, at })
  const names = {
    mustFolded: ['led'],
    mustNames: ['Led'],
    niceFolded: [],
    niceNames: [],
    unmetFolded: [],
    unmetNames: [],
  }
  await db.insert(criteria.criteriaResult).values({ ...about, ...names, met: ['crt_1'], counts: '{}' })
  await db.insert(consistencyResolution).values({
    ...{ ...about, ...by, at, noteKey: 'message-1', summary: 'The same message', resolved: true },
    reason: 'One agency',
  })
  const asked = { askerId: 'local', askerName: 'Rita Recruiter', colleagueId: 'u2', colleagueName: 'Cora' }
  await db
    .insert(secondOpinion)
    .values({ id: 'opinion_1', account, jobId, ...asked, people: 1, note: 'What do you think?', askedAt: at })
  await db.insert(secondOpinionPerson).values({
    ...{ ...about, opinionId: 'opinion_1', place: 0, decision: 'maybe', reason: 'Too junior', decidedAt: at },
  })
  await db.insert(criteria.jobCriteria).values({ account, jobId, version: 1, criteria: '[]', ...by })
  await db.insert(reviews.opening).values({ ...about, ...member })
  await db
    .insert(notes.note)
    .values({ id: 'note_1', ...about, ...by, byFolded: 'rita recruiter', body: 'Call **her**' })
  await db.insert(notes.noteVersion).values({ noteId: 'note_1', body: 'Call', ...by })
  const tag = { id: 'tag_1', name: 'Phone', folded: 'phone', colour: 'blue', createdByName: 'Rita Recruiter' }
  await db.insert(notes.tag).values(tag)
  await db.insert(notes.candidateTag).values({ ...about, tagId: 'tag_1', byName: 'Rita Recruiter' })
  await db.insert(notes.nextAction).values({ ...about, ...by, ...member, at, text: 'Call' })
  await db.insert(reviews.claim).values({ ...about, ...member, holder: 'tab', until: at })
  await db
    .insert(notes.inboxItem)
    .values({ userId: 'local', kind: 'mention', ...about, noteId: 'note_1', byName: 'Rita Recruiter' })
  const text = 'Your data in your application'
  const [version] = await db.insert(noticeVersion).values({ account, jobId, text }).returning()
  await db.insert(applicantNotice).values({ ...about, ...by, at, versionId: version!.id })
  await storeBlind(db, about, at)
  await db.insert(jobStatistic).values({ account, jobId: '1', facts: '{}' })
  await db.insert(team.jobEvent).values({ account, jobId, kind: 'marks', data: '{}' })
  const presence = { account, jobId, userId: 'local', userName: 'Rita Recruiter', instance: 'here' }
  await db.insert(team.jobPresence).values(presence)
  await db.insert(team.savedView).values({
    ...{ id: 'view_1', account, jobId, name: 'Good ones', query: 'rating=GOOD_FIT' },
    ...{ ownerId: 'local', ownerName: 'Rita Recruiter' },
  })
  await db.insert(team.memberSetting).values({ userId: 'local', name: 'keys', value: '{}' })
  await db.insert(team.teamSetting).values({ name: 'reason_needed', value: 'true' })
}

async function storeBlind(
  db: Database['db'],
  about: Record<'account' | 'jobId' | 'applicationId', string>,
  at: Date,
) {
  const { account, jobId } = about
  await db.insert(blind.blindReview).values({
    ...{ account, jobId, reader: 'somebody', until: 'decided', hidesYears: true },
    ...{ startedAt: at, startedBy: 'local', startedByName: 'Rita Recruiter' },
  })
  await db.insert(blind.blindReveal).values({ ...about, reader: 'somebody', readerName: 'Sam', at })
  await db.insert(blind.blindCandidate).values({
    ...{ ...about, hidesYears: true, pseudonym: 'Copper Heron 27', madeOf: '1.x', person: '{}' },
    ...{
      ratingRank: 0,
      isTopChoice: false,
      searchText: 'copper',
      titleWords: [],
      nowTitles: [],
      nowTitleFolded: [],
    },
    ...{ companies: [], companyFolded: [], places: [], placeFolded: [] },
  })
}

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
  await storeReviews(database, { ...key, applicationId: ids[1]! })
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
