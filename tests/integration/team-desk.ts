import { expect } from 'vitest'
import type * as z from 'zod/mini'
import { problem } from '@/lib/contracts/problem'
import type { Visitor } from './door-desk'
import type { Method } from './routes'

/** The job of tests in which several members work on the same people, and the address of one of them. */
export const teamJob = { account: 'main', jobId: '4100000008' }
export const personAt = (applicationId: string) => `/api/jobs/${teamJob.jobId}/candidates/${applicationId}`

type Sent = [path: string, method?: Method, body?: unknown]

const send = (browser: Visitor, [path, method = 'GET', body]: Sent) =>
  browser.ask(path, body === undefined ? { method } : { method, body })

/** A success, read through its contract. */
export async function succeed<T>(shape: z.ZodMiniType<T>, browser: Visitor, ...sent: Sent): Promise<T> {
  const answer = await send(browser, sent)
  expect(answer.status, answer.text).toBe(200)
  return shape.parse(answer.json)
}

/** A failure: its status, code and sentence. */
export async function fail(browser: Visitor, ...sent: Sent) {
  const answer = await send(browser, sent)
  const { code, detail } = problem.parse(answer.json)
  return { status: answer.status, code, detail }
}
