import 'server-only'
import type { JobKey } from '@/lib/server/auth/context'
import type { Db } from '@/lib/server/db/open-database'
import { AppError } from '@/lib/server/platform/app-error'
import { type DecisionState, lockJobOfMarks, readStates } from '@/lib/server/reviews/store/decision-states'

/**
 * Locks a job's row and one of its applicants, in this order, before something is written about them.
 * @returns what stands about them
 * @throws AppError candidate_not_found, candidate_erased
 */
export async function lockApplicant(tx: Db, key: JobKey, applicationId: string): Promise<DecisionState> {
  const [state] = (await lockJobOfMarks(tx, key)) ? await readStates(tx, key, [applicationId]) : []
  if (!state) throw new AppError('candidate_not_found')
  if (state.erased) throw new AppError('candidate_erased')
  return state
}
