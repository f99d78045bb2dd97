import 'server-only'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Note, NoteHistory } from '@/lib/contracts/notes'
import { aboutApplicant, type PersonKey } from '@/lib/server/db/about-application'
import type { Db } from '@/lib/server/db/open-database'
import { inboxItem, note, noteVersion } from '@/lib/server/db/note-schema'

type Row = typeof note.$inferSelect & { earlier: number }
type Author = { by: string; byName: string }
type NewNote = PersonKey & Author & { id: string; body: string; byFolded: string; at: Date }

// Spelled out: Drizzle leaves the table out of a column's name where only one is read.
const earlier = sql<number>`(select count(*)::int from note_version v where v.note_id = "note"."id")`
const columns = { note, earlier }
const maxNotes = 500
const maxVersions = 100

const about = (key: PersonKey) => and(aboutApplicant(note, key), isNull(note.deletedAt))

export const toNote = ({ id, body, by, byName, at, editedAt, earlier: count }: Row): Note => ({
  id,
  text: body,
  by: { id: by, name: byName },
  at: at.toISOString(),
  editedAt: editedAt?.toISOString() ?? null,
  earlier: count,
})

/** The notes on somebody, newest first, at most 500. */
export async function listNotes(db: Db, key: PersonKey): Promise<Note[]> {
  const rows = await db
    .select(columns)
    .from(note)
    .where(about(key))
    .orderBy(desc(note.at), desc(note.id))
    .limit(maxNotes)
  return rows.map((row) => toNote({ ...row.note, earlier: row.earlier }))
}

/** One note that was not deleted; null for none. */
export async function getNote(db: Db, key: PersonKey, id: string): Promise<Row | null> {
  const [row] = await db
    .select(columns)
    .from(note)
    .where(and(about(key), eq(note.id, id)))
  return row ? { ...row.note, earlier: row.earlier } : null
}

export async function insertNote(tx: Db, row: NewNote): Promise<Note> {
  await tx.insert(note).values(row)
  return toNote({ ...row, editedAt: null, deletedAt: null, earlier: 0 })
}

type Change = Author & { at: Date }

const keepVersion = (tx: Db, { id, body, editedAt, at: writtenAt }: Row, { by, byName }: Author) =>
  tx.insert(noteVersion).values({ noteId: id, body, by, byName, at: editedAt ?? writtenAt })

/** Changes what a note says; what it said is kept. */
export async function editNote(tx: Db, row: Row, { body, at }: { body: string; at: Date }): Promise<Note> {
  await keepVersion(tx, row, row)
  await tx.update(note).set({ body, editedAt: at }).where(eq(note.id, row.id))
  return toNote({ ...row, body, editedAt: at, earlier: row.earlier + 1 })
}

/** Takes a note away from everyone's eyes, and from their inboxes; what it said is kept with its history. */
export async function deleteNote(tx: Db, row: Row, { by, byName, at }: Change): Promise<void> {
  await keepVersion(tx, row, { by, byName })
  await tx.update(note).set({ deletedAt: at }).where(eq(note.id, row.id))
  await tx.delete(inboxItem).where(eq(inboxItem.noteId, row.id))
}

/** What a note said before, newest first, at most 100 of them. */
export async function listVersions(db: Db, noteId: string): Promise<NoteHistory['earlier']> {
  const rows = await db
    .select()
    .from(noteVersion)
    .where(eq(noteVersion.noteId, noteId))
    .orderBy(desc(noteVersion.id))
    .limit(maxVersions)
  return rows.map(({ body, by, byName, at }) => ({
    text: body,
    by: { id: by, name: byName },
    at: at.toISOString(),
  }))
}
