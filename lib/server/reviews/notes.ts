import 'server-only'
import { randomUUID } from 'node:crypto'
import {
  maxNoteLength,
  type Note,
  type NoteHistory,
  type NoteList,
  type NotePatch,
  type NoteRequest,
} from '@/lib/contracts/notes'
import type { Done } from '@/lib/contracts/people'
import { memberText } from '@/lib/domain/clean-text'
import { mentionedMembers } from '@/lib/domain/mentions'
import { foldText } from '@/lib/domain/search'
import { inOneStep } from '@/lib/server/audit/audit'
import type { Context } from '@/lib/server/auth/context'
import type { PersonKey } from '@/lib/server/db/about-application'
import { listMemberNames } from '@/lib/server/members/team'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { mailMentions } from './mention-mail'
import { hiddenText } from './store/blind-shadows'
import * as inbox from './store/inbox'
import * as notes from './store/notes'
import { assertStored, beginWriting, toPersonKey } from './person'

const writer = ({ actor }: Context) => ({ by: actor.id, byName: actor.name })

function readNoteText(written: string): string {
  const count = written.length
  if (count > maxNoteLength) {
    const [most, found] = [maxNoteLength, count].map((length) => length.toLocaleString('en'))
    throw new AppError('invalid_body', {
      reason: `A note has at most ${most} characters; this one has ${found}. Shorten it, or write two.`,
    })
  }
  const text = memberText(written)
  if (text === null)
    throw new AppError('invalid_body', { reason: 'A note needs something that can be read.' })
  return text
}

/** Whoever a note names is told of it, once, and nobody of their own note. */
async function tellMentioned(
  within: Context,
  key: PersonKey,
  { id, text, at }: { id: string; text: string; at: Date },
  chosen: readonly string[] = [],
): Promise<string[]> {
  const { items: members } = await listMemberNames(within)
  const before = await inbox.mentionedBefore(within.db, id)
  // Where two members have the same name, an edit still means the one notified before.
  const mentioned = mentionedMembers(text, members, [...chosen, ...before])
    .map((member) => member.id)
    .filter((userId) => userId !== within.actor.id)
  const told = mentioned.filter((userId) => !before.includes(userId))
  const item = { ...key, kind: 'mention' as const, noteId: id, byName: within.actor.name, at }
  await inbox.addToInboxes(within.db, told, item)
  return told
}

/** The notes on somebody, newest first. @throws AppError account_not_found, candidate_not_found, candidate_erased */
export async function listNotes(context: Context, ref: JobRef, applicationId: string): Promise<NoteList> {
  const key = toPersonKey(context, ref, applicationId)
  const items = await notes.listNotes(context.db, key)
  if (items.length === 0) await assertStored(context, key)
  return { items }
}

/** A note and what it said before. @throws AppError account_not_found, note_not_found */
export async function showNote(
  context: Context,
  ref: JobRef,
  applicationId: string,
  noteId: string,
): Promise<NoteHistory> {
  const row = await notes.getNote(context.db, toPersonKey(context, ref, applicationId), noteId)
  if (!row) throw new AppError('note_not_found')
  return { note: notes.toNote(row), earlier: await notes.listVersions(context.db, noteId) }
}

/**
 * Writes a note on somebody, and tells whoever it mentions.
 * @throws AppError account_not_found, candidate_not_found, candidate_erased, invalid_body for a text that is too long or says nothing
 */
export async function addNote(
  context: Context,
  ref: JobRef,
  applicationId: string,
  { text: written, mentions }: NoteRequest,
): Promise<Note> {
  const key = toPersonKey(context, ref, applicationId)
  const body = readNoteText(written)
  const { made, told } = await inOneStep(context, async (within) => {
    await beginWriting(within, key, 'notes')
    const by = writer(within)
    const id = `note_${randomUUID()}`
    const at = context.now()
    const made = await notes.insertNote(within.db, {
      ...{ ...key, ...by, id, body, at },
      byFolded: foldText(by.byName).slice(0, 200),
    })
    return { made, told: await tellMentioned(within, key, { id, text: body, at }, mentions) }
  })
  mailMentions(context, told)
  return made
}

/** Takes the row of a note that the actor may change. */
async function takeNote(within: Context, key: PersonKey, noteId: string, may: (by: string) => boolean) {
  await beginWriting(within, key, 'notes')
  const row = await notes.getNote(within.db, key, noteId)
  if (!row) throw new AppError('note_not_found')
  if (!may(row.by)) throw new AppError('note_of_another')
  // What its history would keep is not what it says.
  if (row.body === hiddenText) throw new AppError('blind_review')
  return row
}

/**
 * Changes one's own note; what it said is kept. Whoever is mentioned for the first time is told.
 * @throws AppError account_not_found, candidate_not_found, candidate_erased, note_not_found, note_of_another, invalid_body, or note_changed with both texts where
 * it is not the one that its author saw
 */
export async function editNote(
  context: Context,
  ref: JobRef,
  applicationId: string,
  noteId: string,
  { text: written, mentions, expected }: NotePatch,
): Promise<Note> {
  const key = toPersonKey(context, ref, applicationId)
  const body = readNoteText(written)
  const { changed, told } = await inOneStep(context, async (within) => {
    const row = await takeNote(within, key, noteId, (by) => by === context.actor.id)
    const stands = (row.editedAt ?? row.at).getTime()
    if (row.body === body) return { changed: notes.toNote(row), told: [] }
    if (expected !== undefined && new Date(expected).getTime() !== stands)
      throw new AppError('note_changed', { note: { current: notes.toNote(row), yours: body } })
    // Two changes within a millisecond are still two: the time tells them apart.
    const at = new Date(Math.max(context.now().getTime(), stands + 1))
    const changed = await notes.editNote(within.db, row, { body, at })
    return { changed, told: await tellMentioned(within, key, { id: noteId, text: body, at }, mentions) }
  })
  mailMentions(context, told)
  return changed
}

/**
 * Deletes one's own note, or as an owner anybody's.
 * @throws AppError account_not_found, candidate_not_found, candidate_erased, note_not_found, note_of_another
 */
export async function deleteNote(
  context: Context,
  ref: JobRef,
  applicationId: string,
  noteId: string,
): Promise<Done> {
  const key = toPersonKey(context, ref, applicationId)
  const { id, role } = context.actor
  await inOneStep(context, async (within) => {
    const row = await takeNote(within, key, noteId, (by) => by === id || role === 'owner')
    await notes.deleteNote(within.db, row, { ...writer(within), at: context.now() })
  })
  return { done: true }
}
