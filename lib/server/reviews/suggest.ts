import 'server-only'
import type { SuggestionAnswer, SuggestionRequest } from '@/lib/contracts/decisions'
import { type Context, toJobKey } from '@/lib/server/auth/context'
import { touchMarks } from '@/lib/server/candidates/store/job-events'
import { readMarks } from '@/lib/server/candidates/store/marks'
import { saveSuggestion } from '@/lib/server/reviews/store/suggestions'
import type { JobRef } from '@/lib/url/paths'
import { lockApplicant } from './lock-applicant'

/**
 * Says what the reader, who may not decide, would decide; or no longer says it.
 * @throws AppError account_not_found, candidate_not_found, candidate_erased
 */
export async function suggest(
  context: Context,
  ref: JobRef,
  applicationId: string,
  { decision }: SuggestionRequest,
): Promise<SuggestionAnswer> {
  const { actor, db, now } = context
  const key = toJobKey(context, ref)
  return db.transaction(async (tx) => {
    await lockApplicant(tx, key, applicationId)
    await touchMarks(tx, key, { what: 'suggestions', applicationIds: [applicationId], by: actor.id })
    await saveSuggestion(tx, { ...key, applicationId }, actor, decision, now())
    const marks = await readMarks(tx, { ...key, reader: actor.id }, [applicationId])
    return { suggestions: marks[applicationId]?.suggestions ?? [] }
  })
}
