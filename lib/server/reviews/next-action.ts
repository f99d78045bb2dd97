import 'server-only'
import type { NextActionMark } from '@/lib/contracts/decisions'
import type { NextActionAnswer, NextActionRequest } from '@/lib/contracts/notes'
import { maxActionLength } from '@/lib/contracts/notes'
import { memberLine } from '@/lib/domain/clean-text'
import { inOneStep } from '@/lib/server/audit/audit'
import type { Context } from '@/lib/server/auth/context'
import { listMemberNames } from '@/lib/server/members/team'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { beginWriting, stamp, toPersonKey, writing } from './person'
import * as actions from './store/next-actions'

/** A next action as it is stored. @throws AppError invalid_body, in a sentence */
export function readActionText(written: string): string {
  const text = memberLine(written)
  if (text === null)
    throw new AppError('invalid_body', { reason: 'A next action needs something that can be read.' })
  if (text.length > maxActionLength) {
    throw new AppError('invalid_body', {
      reason: `A next action has at most ${maxActionLength} characters; this one has ${text.length}. Write a note for more.`,
    })
  }
  return text
}

/** Whose it is; null for nobody's. @throws AppError invalid_body */
export async function findAssignee(context: Context, id: string | null): Promise<NextActionMark['assignee']> {
  if (id === null) return null
  const member = (await listMemberNames(context)).items.find((each) => each.id === id)
  if (!member) throw new AppError('invalid_body', { reason: 'assignee: nobody of that id may sign in.' })
  return member
}

/**
 * Says what to do next about somebody: a short text, a day, and whose it is.
 * @throws AppError account_not_found, candidate_not_found, candidate_erased, invalid_body
 */
export async function setNextAction(
  context: Context,
  ref: JobRef,
  applicationId: string,
  { text: written, dueOn = null, assignee: assigneeId = null }: NextActionRequest,
): Promise<NextActionAnswer> {
  const key = toPersonKey(context, ref, applicationId)
  const text = readActionText(written)
  return inOneStep(context, async (within) => {
    await beginWriting(within, key, 'next_action')
    const assignee = await findAssignee(within, assigneeId)
    await actions.saveNextAction(within.db, key, {
      ...{ text, dueOn, userId: assignee?.id ?? null, userName: assignee?.name ?? null },
      ...stamp(within),
    })
    return { applicationId, nextAction: { text, dueOn, assignee } }
  })
}

/** It is done, or not needed. @throws AppError account_not_found, candidate_not_found, candidate_erased */
export const clearNextAction = writing('next_action', async ({ db }, key): Promise<NextActionAnswer> => {
  await actions.saveNextAction(db, key, null)
  return { applicationId: key.applicationId, nextAction: null }
})
