import 'server-only'
import {
  type ApplicantNotice,
  type NoticeAnswer,
  type NoticeRequest,
  type NoticeSender,
  noticeSender,
} from '@/lib/contracts/applicant-notice'
import { cleanLine } from '@/lib/domain/clean-text'
import { noticeText } from '@/lib/domain/notice-text'
import { audit, inOneStep } from '@/lib/server/audit/audit'
import { type Context, type JobKey, toJobKey } from '@/lib/server/auth/context'
import * as jobs from '@/lib/server/candidates/store/jobs'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { selectPeople } from './decide-many'
import { stamp } from './person'
import * as notices from './store/applicant-notices'
import { readablePeople } from './store/people'

// A month after the data was obtained, at the latest (Article 14 (3) (a)); the shortest month of most.
const dueMs = 30 * 86_400_000
const shown = { people: 100, log: 20 }

async function readSender({ db }: Context): Promise<NoticeSender> {
  const text = await notices.readSender(db)
  return text === null ? { controller: null, contact: null } : noticeSender.parse(JSON.parse(text))
}

/** The text of a job's notice as it stands now, and who answers for it. @throws AppError job_not_found */
async function readNotice(context: Context, key: JobKey): Promise<Pick<ApplicantNotice, 'sender' | 'text'>> {
  const { db, now, retentionDays } = context
  const job = await jobs.getJob(db, key)
  if (!job) throw new AppError('job_not_found')
  // One after the other, as a transaction has but one connection.
  const sender = await readSender(context)
  const { links, files } = await notices.countRecipients(db, key, now())
  const text = noticeText({
    ...{ ...sender, links, files, retentionDays, preset: job.retentionPreset },
    ...{ job: job.label ?? `job ${job.jobId}`, kept: job.keptAt !== null },
  })
  return { sender, text }
}

/**
 * What the applicants of a job have to be told (GDPR, Article 14), who was told and who is overdue. Free.
 * @throws AppError account_not_found, job_not_found
 */
export async function showApplicantNotice(context: Context, ref: JobRef): Promise<ApplicantNotice> {
  const { db, now } = context
  const key = toJobKey(context, ref)
  const overdueFrom = new Date(now().getTime() - dueMs)
  const [notice, counts, waiting, informed, log] = await Promise.all([
    readNotice(context, key),
    notices.countInformed(db, key, overdueFrom),
    notices.listWaiting(db, key, shown.people),
    notices.listInformed(db, key, shown.people),
    notices.listNoticeLog(db, key, shown.log),
  ])
  return {
    ...notice,
    counts,
    waiting: waiting.map(({ firstSeenAt, ...person }) => ({
      ...person,
      firstSeenAt: firstSeenAt.toISOString(),
      dueAt: new Date(firstSeenAt.getTime() + dueMs).toISOString(),
      overdue: firstSeenAt <= overdueFrom,
    })),
    informed,
    log,
  }
}

/**
 * Records that people were sent the notice as it stands, or that they were not after all: all of it or nothing. An
 * earlier record of a person stays.
 * @throws AppError account_not_found, job_not_found, too_many_people, invalid_body
 */
export async function recordInformed(
  context: Context,
  ref: JobRef,
  { informed, applicationIds, view }: NoticeRequest,
): Promise<NoticeAnswer> {
  const key = toJobKey(context, ref)
  if ((applicationIds === undefined) === (view === undefined))
    throw new AppError('invalid_body', { reason: 'Name people by applicationIds, or by a view.' })
  return inOneStep(context, async (within) => {
    const { text } = await readNotice(within, key)
    const wanted = await selectPeople(within, within.db, key, { applicationIds, view })
    const ids = await readablePeople(within.db, key, wanted)
    const changed = informed
      ? await notices.addNotices(within.db, key, ids, { ...stamp(within), text })
      : await notices.removeNotices(within.db, key, ids)
    if (changed.length > 0) {
      const detail = { account: key.account, people: changed.length }
      const action = informed ? 'notice.recorded' : 'notice.taken_back'
      await audit(within, action, { subject: key.jobId, detail })
    }
    return {
      applicationIds: changed,
      changed: changed.length,
      unchanged: ids.length - changed.length,
      missing: wanted.length - ids.length,
    }
  })
}

/** Who answers for applicants' data, in every notice from now on. @throws AppError invalid_body */
export async function saveNoticeSender(context: Context, sent: NoticeSender): Promise<NoticeSender> {
  const line = (text: string | null) => (text === null ? null : cleanLine(text) || null)
  const sender = { controller: line(sent.controller), contact: line(sent.contact) }
  return inOneStep(context, async (within) => {
    await notices.saveSender(within.db, JSON.stringify(sender))
    await audit(within, 'notice.sender_set', {})
    return sender
  })
}
