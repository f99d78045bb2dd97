import 'server-only'
import type { DecisionHistory } from '@/lib/contracts/decisions'
import type { Context } from '@/lib/server/auth/context'
import { toReaderKey } from '@/lib/server/candidates/reader-key'
import * as history from '@/lib/server/candidates/store/decision-history'
import { getCandidate } from '@/lib/server/candidates/store/candidates'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'

/** What was decided about somebody, newest first. @throws AppError account_not_found, candidate_not_found */
export async function listDecisions(
  context: Context,
  ref: JobRef,
  applicationId: string,
): Promise<DecisionHistory> {
  const key = toReaderKey(context, ref)
  const items = await history.listDecisions(context.db, key, applicationId)
  if (items.length === 0 && !(await getCandidate(context.db, key, applicationId))) {
    throw new AppError('candidate_not_found')
  }
  return { items }
}
