import 'server-only'
import { desc } from 'drizzle-orm'
import type { CandidateChange, ChangeKind, Person } from '@/lib/contracts/candidate'
import { aboutApplicant } from '@/lib/server/db/about-application'
import type { Db } from '@/lib/server/db/open-database'
import { type candidate, candidateChange } from '@/lib/server/db/schema'
import type { JobKey } from './jobs'
import { parsePerson } from './stored-person'

type Row = typeof candidate.$inferSelect
export type Change = typeof candidateChange.$inferInsert
/** A row as it was before an answer. */
export type Before = Pick<
  Row,
  'applicationId' | 'rating' | 'isTopChoice' | 'unreadable' | 'person' | 'goneAt'
>

const maxTextLength = 2_000
const cut = (text: string | null) => text?.slice(0, maxTextLength).replace(/[\ud800-\udbff]$/, '') ?? null

function currentJob({ experiences }: Person): string | null {
  const now = experiences.find(({ current }) => current)
  const parts = [now?.title, now?.company].filter((part) => part)
  return parts.length > 0 ? parts.join(', ') : null
}

const texts = {
  message: ({ topChoiceMessage }) => topChoiceMessage,
  headline: ({ headline }) => headline,
  current_job: currentJob,
} satisfies Partial<Record<ChangeKind, (person: Person) => string | null>>

// A profile that comes empty once is not a profile that was emptied: only what is said anew is a change.
function changedTexts(before: Person, now: Person) {
  return Object.entries(texts).flatMap(([kind, read]) => {
    const [from, to] = [cut(read(before)), cut(read(now))]
    return to === null || from === to ? [] : [{ kind: kind as ChangeKind, from, to }]
  })
}

/** What an answer changed about one row. */
export function diffCandidates(before: Before | undefined, now: Row): Change[] {
  const { account, jobId, applicationId, fetchId, lastSeenAt: at } = now
  const change = (kind: ChangeKind, from: string | null = null, to: string | null = null): Change => ({
    account,
    jobId,
    applicationId,
    fetchId,
    at,
    kind,
    from,
    to,
  })
  if (!before) return [change('new')]
  const back = before.goneAt === null ? [] : [change('back')]
  if (now.unreadable || before.unreadable) return back
  const textChanges = changedTexts(parsePerson(before.person), parsePerson(now.person))
  return [
    ...back,
    ...(before.rating === now.rating ? [] : [change('rating', before.rating, now.rating)]),
    ...(before.isTopChoice || !now.isTopChoice ? [] : [change('top_choice')]),
    ...textChanges.map(({ kind, from, to }) => change(kind, from, to)),
  ]
}

/** What changed for one person, newest first. */
export async function listChanges(db: Db, key: JobKey, applicationId: string): Promise<CandidateChange[]> {
  const rows = await db
    .select()
    .from(candidateChange)
    .where(aboutApplicant(candidateChange, { ...key, applicationId }))
    .orderBy(desc(candidateChange.id))
    .limit(100)
  return rows.map(({ kind, from, to, at }) => ({ kind: kind as ChangeKind, from, to, at: at.toISOString() }))
}
