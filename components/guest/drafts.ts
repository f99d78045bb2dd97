import type { Vote } from '@/lib/contracts/votes'

/** What a guest typed or pressed of a person and has not sent: kept while the row is closed, and gone with the page. */
export type Draft = {
  comment: string
  /** Pressed before there was a name to send it under. */
  vote: Vote | null
}

const drafts = new Map<string, Draft>()
const toKey = (token: string, ref: string) => `${token}/${ref}`

export const getDraft = (token: string, ref: string): Draft | null => drafts.get(toKey(token, ref)) ?? null

export function keepDraft(token: string, ref: string, draft: Draft | null): void {
  if (draft === null) drafts.delete(toKey(token, ref))
  else drafts.set(toKey(token, ref), draft)
}
