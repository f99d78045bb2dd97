import 'server-only'
import { and, asc, desc, eq, getTableName, inArray, type SQL, sql } from 'drizzle-orm'
import { countedKeys, type CountedRows } from '@/lib/contracts/privacy'
import type { PersonTable } from './about-application'
import { blindCandidate, blindReveal } from './blind-schema'
import { consistencyResolution } from './consistency-schema'
import { criteriaResult, criterionOverrule } from './criteria-schema'
import { candidateChange, visitSeen } from './schema'
import { applicantNotice } from './notice-schema'
import { noticesGiven } from './notices-given'
import { candidateTag, inboxItem, nextAction, note, noteVersion, tag } from './note-schema'
import {
  claim,
  decision,
  decisionChange,
  decisionReason,
  decisionStep,
  opening,
  suggestion,
} from './review-schema'
import { secondOpinion, secondOpinionPerson } from './second-opinion-schema'
import { guestCandidate, sharePerson, shareResponse } from './share-schema'
import type { Db } from './open-database'
import type { PgColumn } from 'drizzle-orm/pg-core'

type JobKey = { account: string; jobId: string }

type Registered = {
  table: PersonTable
  /** Under which count it is told before and after an erasure; null for what nobody would ask about. */
  counted: CountedRows | null
  /** What of it a person is given who asks what is stored of them; null where it comes with something else. */
  exported: ((db: Db, of: SQL | undefined) => Promise<Record<string, unknown>>) | null
}

/** A table that is given to its person as it is: under a name, its columns by what they are called, in some order. */
const given = (
  table: PersonTable,
  name: string,
  columns: Record<string, PgColumn>,
  ...order: PgColumn[]
): Registered => ({
  table,
  counted: null,
  exported: async (db, of) => ({
    [name]: await db
      .select(columns)
      .from(table)
      .where(of)
      .orderBy(...order),
  }),
})

const reviewTables: readonly Registered[] = [
  {
    table: decision,
    counted: null,
    // The last entry of its history.
    exported: null,
  },
  {
    table: decisionChange,
    counted: 'decisions',
    exported: async (db, of) => {
      const { from, to, toComment: comment } = decisionChange
      const { at, byName: by } = decisionStep
      const rows = db
        .select({ from, to, reason: decisionReason.label, comment, by, at })
        .from(decisionChange)
        .innerJoin(decisionStep, eq(decisionStep.id, decisionChange.stepId))
        .leftJoin(decisionReason, eq(decisionReason.id, decisionChange.toReasonId))
      return { decisions: await rows.where(of).orderBy(asc(decisionChange.id)) }
    },
  },
  given(
    suggestion,
    'suggestions',
    { by: suggestion.userName, decision: suggestion.decision, at: suggestion.at },
    suggestion.at,
  ),
  given(
    criterionOverrule,
    'overruledCriteria',
    {
      criterion: criterionOverrule.criterionName,
      met: criterionOverrule.met,
      reason: criterionOverrule.reason,
      by: criterionOverrule.byName,
      at: criterionOverrule.at,
    },
    criterionOverrule.at,
  ),
  given(criteriaResult, 'criteriaMet', { musts: criteriaResult.mustNames, nices: criteriaResult.niceNames }),
  given(
    consistencyResolution,
    'consistencyNotes',
    {
      note: consistencyResolution.summary,
      resolved: consistencyResolution.resolved,
      reason: consistencyResolution.reason,
      by: consistencyResolution.byName,
      at: consistencyResolution.at,
    },
    consistencyResolution.id,
  ),
  {
    table: secondOpinionPerson,
    counted: null,
    exported: async (db, of) => {
      const { decision: opinion, reason, decidedAt: at } = secondOpinionPerson
      const { colleagueName: by, askerName: askedBy, askedAt } = secondOpinion
      const rows = db
        .select({ by, askedBy, askedAt, opinion, reason, at })
        .from(secondOpinionPerson)
        .innerJoin(secondOpinion, eq(secondOpinion.id, secondOpinionPerson.opinionId))
      return { secondOpinions: await rows.where(of).orderBy(asc(askedAt)) }
    },
  },
  {
    table: opening,
    counted: null,
    // Who looked is the reader's data; that somebody did is the applicant's.
    exported: async (db, of) => ({ openedBy: await db.$count(opening, of) }),
  },
  {
    table: note,
    counted: 'notes',
    exported: async (db, of) => {
      const notes = await db.select().from(note).where(of).orderBy(asc(note.at), asc(note.id))
      const before = await db
        .select()
        .from(noteVersion)
        .where(
          inArray(
            noteVersion.noteId,
            notes.map(({ id }) => id),
          ),
        )
        .orderBy(asc(noteVersion.id))
      return {
        notes: notes.map(({ id, body, byName, at, editedAt, deletedAt }) => ({
          ...{ text: body, by: byName, at, editedAt, deletedAt },
          before: before
            .filter(({ noteId }) => noteId === id)
            .map((each) => ({ text: each.body, at: each.at })),
        })),
      }
    },
  },
  {
    table: candidateTag,
    counted: null,
    exported: async (db, of) => {
      const rows = db
        .select({ name: tag.name })
        .from(candidateTag)
        .innerJoin(tag, eq(tag.id, candidateTag.tagId))
      const tags = await rows.where(of).orderBy(asc(tag.folded))
      return { tags: tags.map(({ name }) => name) }
    },
  },
  given(nextAction, 'nextActions', {
    text: nextAction.text,
    dueOn: nextAction.dueOn,
    assignee: nextAction.userName,
    by: nextAction.byName,
    at: nextAction.at,
  }),
  {
    table: claim,
    counted: null,
    // Gone within minutes.
    exported: null,
  },
  {
    table: inboxItem,
    counted: null,
    // Points to what is given above.
    exported: null,
  },
  { table: applicantNotice, counted: null, exported: noticesGiven },
  {
    table: blindReveal,
    counted: null,
    // Who looked is the reader's data; that somebody did is the applicant's.
    exported: async (db, of) => ({ revealedTo: await db.$count(blindReveal, of) }),
  },
  {
    table: blindCandidate,
    // A copy with less in it of what is counted and given elsewhere.
    counted: null,
    exported: null,
  },
]

/**
 * Every table whose rows are about somebody who applied, beside `candidate` itself. Erasing a person, deleting a job,
 * counting and a person's export all walk this list, and a test compares it with the store's own catalogue. Each refers to
 * `candidate` with a cascade.
 *
 * Locks are taken in one order, by everyone: tombstones, the job's row, its candidates, then these tables as listed.
 */
export const personTables: readonly Registered[] = [
  {
    table: candidateChange,
    counted: 'changes',
    exported: async (db, of) => {
      const { kind, from, to, at } = candidateChange
      const rows = db.select({ kind, from, to, at }).from(candidateChange).where(of)
      return { changes: await rows.orderBy(asc(candidateChange.id)) }
    },
  },
  {
    table: visitSeen,
    counted: null,
    // Who looked is the reader's data; that somebody did is the applicant's.
    exported: async (db, of) => ({ markedAsSeenBy: await db.$count(visitSeen, of) }),
  },
  {
    table: shareResponse,
    counted: 'responses',
    exported: async (db, of) => {
      const { guestName: by, vote, comment, at } = shareResponse
      const rows = db.select({ by, vote, comment, at }).from(shareResponse).where(of)
      return { guestResponses: await rows.orderBy(desc(at), asc(shareResponse.id)) }
    },
  },
  {
    table: sharePerson,
    counted: 'links',
    // With the links themselves, of which a live one has no row here.
    exported: null,
  },
  {
    table: guestCandidate,
    // A copy with less in it of what is counted and given elsewhere.
    counted: null,
    exported: null,
  },
  ...reviewTables,
]

/** The rows of a table about some applications. */
const aboutThem = (table: PersonTable, { account, jobId }: JobKey, ids: readonly string[]): SQL | undefined =>
  and(eq(table.account, account), eq(table.jobId, jobId), inArray(table.applicationId, [...ids]))

/** How much there is about some applications, by what it is counted as. */
export type PersonRows = Record<CountedRows, number>
export const noPersonRows = Object.fromEntries(countedKeys.map((key) => [key, 0])) as PersonRows

/** How much is stored about some applications of a job beside their own rows. */
export async function countAbout(db: Db, key: JobKey, ids: readonly string[]): Promise<PersonRows> {
  const counts = { ...noPersonRows }
  if (ids.length === 0) return counts
  for (const { table, counted } of personTables) {
    if (counted !== null) counts[counted] += await db.$count(table, aboutThem(table, key, ids))
  }
  return counts
}

/** Deletes all of it. @returns how much it was */
export async function deleteAbout(tx: Db, key: JobKey, ids: readonly string[]): Promise<PersonRows> {
  const counts = { ...noPersonRows }
  if (ids.length === 0) return counts
  for (const { table, counted } of personTables) {
    const { rowCount } = await tx.delete(table).where(aboutThem(table, key, ids))
    if (counted !== null) counts[counted] += rowCount ?? 0
  }
  return counts
}

/** What is stored about one application beside its own row, for the person whose it is. */
export async function exportAbout(
  db: Db,
  key: JobKey,
  ids: readonly string[],
): Promise<Record<string, unknown>> {
  const parts: Record<string, unknown> = {}
  for (const { table, exported } of personTables) {
    Object.assign(parts, await exported?.(db, aboutThem(table, key, ids)))
  }
  return parts
}

/**
 * Tables of the store that name an application and are not in the list above: what is in them would outlive an erasure.
 * @returns their names, none where all is well
 */
export async function unregisteredTables(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.columns
        where table_schema = current_schema() and column_name = 'application_id' order by table_name`,
  )
  const known = new Set(['candidate', ...personTables.map(({ table }) => getTableName(table))])
  return rows.map(({ name }) => name).filter((name) => !known.has(name))
}
