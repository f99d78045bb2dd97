import { describe, expect, test } from 'vitest'
import { chargeOfProblem, chargeText } from '@/lib/domain/credits'
import { AppError, type AppErrorCode } from '@/lib/server/platform/app-error'
import { toProblem } from '@/lib/server/http/problems'

// Whatever can end a load of many pages after some of them were paid for.
const midway: AppErrorCode[] = [
  'account_inactive',
  'answers_cannot_be_kept',
  'credits_capped',
  'insufficient_credits',
  'internal_error',
  'invalid_account',
  'invalid_action',
  'invalid_api_key',
  'invalid_params',
  'not_kept',
  'not_saved',
  'possibly_charged',
  'price_above_max',
  'provider_edge',
  'provider_error',
  'provider_refused',
  'provider_unreachable',
  'rate_limited',
  'store_unavailable',
  'taken_over',
]

describe('a load that fails after three pages were paid for', () => {
  test.each(midway)('%s leaves it to the charge to say what was spent', (code) => {
    const facts = { spent: 15, lastCall: 'free', needed: 5, left: 2, listKnown: true } as const
    const problem = toProblem(new AppError(code, facts), 'request-1')
    expect(`${problem.title}. ${problem.detail}`).not.toMatch(
      /nothing (was|is|has been) (bought|sent|charged|spent)|not asked|this load needed/i,
    )
    expect(chargeText(chargeOfProblem(problem), String)).toBe('You were charged 15 credits.')
  })
})
