import type * as z from 'zod/mini'
import type { Problem } from '@/lib/contracts/problem'
import { answer } from './answers'

type Listener = (headers: Headers) => void
const listeners = new Set<Listener>()

/** Calls `listener` with the headers of every answer of our server. @returns how to stop */
export function onAnswer(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** An answer of our server that is not the one asked for; `problem` says why, in words for the reader. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** The answer needs people of a link who are still being prepared. */
export const isPreparing = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'guest_list_preparing'

/** Why a call failed, in words for the reader. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return {
    type: 'about:blank',
    title: 'Unexpected answer',
    status: 0,
    code: 'unexpected_answer',
    detail:
      'The answer could not be read. Reload the page; if it stays, this browser and the server differ in version.',
  }
}

/** There was no answer at all. */
export const offline: Problem = {
  type: 'about:blank',
  title: 'No connection',
  status: 0,
  code: 'offline',
  detail: 'Shortlist did not answer. Check the connection, then try again.',
}

// What reads an answer is loaded when it is first needed, and may not come.
const partMissing: Problem = {
  type: 'about:blank',
  title: 'Part of the page did not load',
  status: 0,
  code: 'part_missing',
  detail: 'Check the connection, then try again. If Shortlist was updated meanwhile, reload the page.',
}

async function readProblem(response: Response): Promise<Problem> {
  const problem = await answer('problem')().catch(() => null)
  const parsed = problem?.safeParse(await response.json().catch(() => null))
  if (parsed?.success) return parsed.data
  return {
    type: 'about:blank',
    title: 'Unexpected answer',
    status: response.status,
    code: 'unexpected_answer',
    detail: `The server answered ${response.status} without saying why. Try again in a moment.`,
  }
}

/** An answer of our server. @throws ProblemError, or the abort reason of its signal */
export async function ask(path: string, init?: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, { ...init, headers: { accept: 'application/json', ...init?.headers } })
  } catch (cause) {
    if (init?.signal?.aborted) throw cause
    throw new ProblemError(offline)
  }
  for (const listener of listeners) listener(response.headers)
  if (!response.ok) throw new ProblemError(await readProblem(response))
  return response
}

export type Shape<T> = () => Promise<z.ZodMiniType<T>>

/** The same, read through its contract. */
export async function call<T>(shape: Shape<T>, path: string, init?: RequestInit): Promise<T> {
  const loading = shape()
  // Its failure is met below, after the answer's own.
  loading.catch(() => undefined)
  const response = await ask(path, init)
  const shaped = await loading.catch(() => {
    throw new ProblemError(partMissing)
  })
  return shaped.parse(await response.json())
}

/** What a call sends as JSON. */
export const json = (body: unknown): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})
