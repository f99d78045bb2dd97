import 'server-only'
import type { Problem } from '@/lib/contracts/problem'
import type { AppError, AppErrorCode } from '@/lib/server/platform/app-error'
import { accessProblems } from './access-problems'
import { noteProblems } from './note-problems'
import type { ProblemRow } from './problem-table'
import { providerProblems } from './provider-problems'
import { purchaseProblems } from './purchase-problems'
import { requestProblems } from './request-problems'
import { reviewProblems } from './review-problems'

const table: Record<AppErrorCode, ProblemRow> = {
  ...requestProblems,
  ...accessProblems,
  ...noteProblems,
  ...purchaseProblems,
  ...providerProblems,
  ...reviewProblems,
}

/** The RFC 9457 problem of a failure, in words for its reader. */
export function toProblem(error: AppError, requestId: string): Problem {
  const { status, title, detail } = table[error.code]
  const { spent, lastCall, joined, needed, left, retryAfter, fetch, current, expected, note } = error.facts
  return {
    type: 'about:blank',
    title: typeof title === 'string' ? title : title(error.facts),
    status,
    code: error.code,
    detail: detail(error.facts),
    requestId,
    spent,
    lastCall,
    joined,
    needed,
    left,
    retryAfter,
    fetch,
    current,
    expected,
    note,
  }
}
