import { startVisit } from '@/components/shared/use-credit-meter'
import type { Problem } from '@/lib/contracts/problem'
import { chargeOfProblem, ownSpend } from '@/lib/domain/credits'
import { fetches } from '@/lib/query/fetches'
import { ProblemError } from '@/lib/query/http'
import { type Check, checkCredits, type CheckOutcome } from './check-run'
import { toFound } from './check-words'

// What says no to one job says it to all; and of answers that get lost, one is enough to pay for.
const runEndingCodes = new Set([
  'invalid_api_key',
  'invalid_action',
  'insufficient_credits',
  'credits_capped',
  'rate_limited',
  'provider_edge',
  'provider_unreachable',
  'possibly_charged',
  'not_saved',
  'not_kept',
  'answers_cannot_be_kept',
  'store_unavailable',
  'offline',
  'unexpected_answer',
])
const accountEndingCodes = new Set(['account_inactive', 'invalid_account'])

/** Whether a problem with one job would come with every other job as well. */
export const endsRun = (problem: Problem): boolean =>
  runEndingCodes.has(problem.code) || chargeOfProblem(problem).lastCall === 'unknown'

/** Whether a problem with one job would come with every other job of its account. */
export const endsAccount = ({ code }: Problem): boolean => accountEndingCodes.has(code)

const unread: Problem = {
  type: 'about:blank',
  title: 'The answer was lost',
  status: 0,
  code: 'unexpected_answer',
  detail: 'Shortlist’s answer could not be read. The check may have gone through; the ledger knows.',
}

type CheckAnswer = {
  outcome: Exclude<CheckOutcome, { state: 'checking' }>
  /** Credits, as the answer states them. */
  spent: number
  /** Credits that may have been charged besides. */
  risked: number
}

/** Checks one job at the price it was shown with. Never throws: what goes wrong is its outcome. */
export async function checkJob({ job, ref }: Check): Promise<CheckAnswer> {
  const riskOf = ({ lastCall, joined }: { lastCall: string; joined?: boolean | undefined }) =>
    lastCall === 'unknown' && !joined ? checkCredits(job) : 0
  try {
    const request = {
      kind: 'check' as const,
      maxCredits: checkCredits(job),
      seen: { stored: job.stored, revision: job.revision },
      visit: startVisit(),
    }
    const result = await fetches.fetchMore(ref, request, crypto.randomUUID())
    return {
      outcome: { state: 'checked', found: toFound(job, result.list) },
      spent: ownSpend(result),
      risked: riskOf(result),
    }
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : unread
    return {
      outcome: { state: 'failed', problem },
      spent: ownSpend(problem),
      risked: riskOf(chargeOfProblem(problem)),
    }
  }
}
