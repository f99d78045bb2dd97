import 'server-only'
import type { OpenedAnswer, OpenedRequest } from '@/lib/contracts/decisions'
import { type Context, toJobKey } from '@/lib/server/auth/context'
import { touchMarks } from '@/lib/server/candidates/store/job-events'
import { addShownTime, renewOpening } from '@/lib/server/reviews/store/openings'
import type { JobRef } from '@/lib/url/paths'
import { lockApplicant } from './lock-applicant'

/**
 * Notes that the reader opened somebody, or for how much longer they were on their screen.
 * @throws AppError account_not_found, candidate_not_found, candidate_erased
 */
export async function noteOpened(
  context: Context,
  ref: JobRef,
  applicationId: string,
  { shownMs }: OpenedRequest,
): Promise<OpenedAnswer> {
  const { actor, db, now } = context
  const about = { ...toJobKey(context, ref), applicationId }
  // No mark shows this time: what is read of the list stays.
  const known = shownMs === undefined ? null : await addShownTime(db, about, actor.id, shownMs)
  if (known) return { openedAt: known.toISOString() }
  return db.transaction(async (tx) => {
    await lockApplicant(tx, about, applicationId)
    const at = now()
    await touchMarks(tx, about, { what: 'opened', applicationIds: [applicationId], by: actor.id })
    await renewOpening(tx, about, actor, at)
    if (shownMs) await addShownTime(tx, about, actor.id, shownMs)
    return { openedAt: at.toISOString() }
  })
}
