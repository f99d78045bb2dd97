import 'server-only'
import type { AppErrorCode, AppErrorFacts } from '@/lib/server/platform/app-error'

/** How a failure is answered: its status, its title, and a sentence that says what the reader can do. */
export type ProblemRow = {
  status: number
  title: string | ((facts: AppErrorFacts) => string)
  detail: (facts: AppErrorFacts) => string
}

/** A part of the table of failures. */
export type ProblemTable = Partial<Record<AppErrorCode, ProblemRow>>

/** `1 credit`, `5 credits`; an unknown count is written as 0. */
export const credits = (count: number | undefined) => `${count ?? 0} ${count === 1 ? 'credit' : 'credits'}`
