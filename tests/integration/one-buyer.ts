import { expect } from 'vitest'
import type { FetchResult } from '@/lib/contracts/fetch'

/** The answers of those who asked at once: one is its buyer's, and all others are the same, of whom only waited. */
export function expectOneBuyer(answers: FetchResult[]): void {
  const [own, ...others] = answers.filter(({ joined }) => joined === undefined)
  expect(others).toEqual([])
  const waited = answers.filter(({ joined }) => joined)
  expect(waited).toEqual(waited.map(() => ({ ...own, joined: true })))
}
