import 'server-only'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Candidate } from '@/lib/contracts/candidate'
import type { Note } from '@/lib/contracts/notes'
import type { View } from '@/lib/contracts/view'
import { matches } from '@/lib/server/candidates/store/candidate-filter'
import { toOrder } from '@/lib/server/candidates/store/candidate-order'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import {
  candidateText,
  ofJob,
  personColumns,
  personWithTwins,
} from '@/lib/server/candidates/store/candidates'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import type { ReaderKey } from '@/lib/server/candidates/store/visits'
import { note } from '@/lib/server/db/note-schema'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { toNote } from '@/lib/server/reviews/store/notes'

/** People read at a time. */
const pageSize = 500

/** Some people in a row, as JSON text: a hundred thousand ids as objects would take ten times the memory. */
export type IdPage = string

export const parseIds = (page: IdPage): string[] => JSON.parse(page) as string[]

/**
 * Whom an export holds, in the order of a view. Read at once, so that nobody is missed or met twice while the list moves
 * under a slow download.
 * @param only these people, whatever the view's filters; null for everyone who matches
 */
export async function listExportIds(
  db: Db,
  key: ReaderKey,
  view: View,
  only: readonly string[] | null,
): Promise<{ pages: IdPage[]; people: number }> {
  const source = teamSource(key)
  const chosen =
    only === null ? matches(source, view) : and(ofJob(key), inArray(candidate.applicationId, [...only]))
  const order = sql.join(toOrder(view, source).by(false), sql`, `)
  const numbered = db
    .select({
      id: candidate.applicationId,
      at: sql<number>`row_number() over (order by ${order})`.as('at'),
    })
    .from(candidate)
    .where(chosen)
    .as('numbered')
  const page = sql`(${numbered.at} - 1) / ${sql.raw(String(pageSize))}`
  const rows = await db
    .select({
      ids: sql<string>`json_agg(${numbered.id} order by ${numbered.at})::text`,
      people: sql<number>`count(*)::int`,
    })
    .from(numbered)
    .groupBy(page)
    .orderBy(page)
  return {
    pages: rows.map(({ ids }) => ids),
    people: rows.reduce((sum, row) => sum + row.people, 0),
  }
}

/**
 * Some applicants as they are stored now, in the order of their ids. Whose job was deleted meanwhile is left out.
 * @param twins with their other applications to the job
 */
export async function readExportPage(
  db: Db,
  key: JobKey,
  ids: readonly string[],
  twins: boolean,
): Promise<Candidate[]> {
  const rows = await db
    .select(twins ? personWithTwins : personColumns)
    .from(candidate)
    .where(and(ofJob(key), inArray(candidate.applicationId, [...ids])))
  const byId = new Map(
    rows.map((row) => {
      // What is stored was read by its schema when it was written.
      const person = JSON.parse(candidateText(row)) as Candidate
      return [person.applicationId, person]
    }),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The notes on some applicants, newest first, by application. */
export async function readExportNotes(
  db: Db,
  { account, jobId }: JobKey,
  ids: readonly string[],
): Promise<Map<string, Note[]>> {
  const rows = await db
    .select()
    .from(note)
    .where(
      and(
        eq(note.account, account),
        eq(note.jobId, jobId),
        inArray(note.applicationId, [...ids]),
        isNull(note.deletedAt),
      ),
    )
    .orderBy(sql`${note.at} desc, ${note.id} desc`)
  const notes = new Map<string, Note[]>()
  for (const row of rows) {
    const one = toNote({ ...row, earlier: 0 })
    notes.set(row.applicationId, [...(notes.get(row.applicationId) ?? []), one])
  }
  return notes
}
