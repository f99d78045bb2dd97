import 'server-only'
import type { BulkNextActionAnswer, BulkNextActionRequest, NextActionUndo } from '@/lib/contracts/notes'
import { inOneStep } from '@/lib/server/audit/audit'
import { type Context, toJobKey } from '@/lib/server/auth/context'
import { touchMarks } from '@/lib/server/candidates/store/job-events'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { selectPeople } from './decide-many'
import { findAssignee, readActionText } from './next-action'
import { stamp } from './person'
import * as actions from './store/next-actions'
import { readablePeople } from './store/people'

/**
 * Says what to do next about many people of a job, all of it or nothing. Whoever has a next action keeps it, so that
 * nobody's is lost unseen.
 * @throws AppError account_not_found, job_not_found, too_many_people, invalid_body
 */
export async function setNextActions(
  context: Context,
  ref: JobRef,
  { text: written, dueOn = null, assignee: assigneeId = null, applicationIds, view }: BulkNextActionRequest,
): Promise<BulkNextActionAnswer> {
  const key = toJobKey(context, ref)
  const text = readActionText(written)
  if ((applicationIds === undefined) === (view === undefined))
    throw new AppError('invalid_body', { reason: 'Name people by applicationIds, or by a view.' })
  const stamped = stamp(context)
  return inOneStep(context, async (within) => {
    const meant = await selectPeople(within, within.db, key, { applicationIds, view })
    const change = { what: 'next_action', applicationIds: meant, by: context.actor.id }
    if (!(await touchMarks(within.db, key, change))) throw new AppError('job_not_found')
    const ids = await readablePeople(within.db, key, meant)
    const assignee = await findAssignee(within, assigneeId)
    const row = {
      ...{ text, dueOn, userId: assignee?.id ?? null, userName: assignee?.name ?? null },
      ...stamped,
    }
    const set = await actions.addNextActions(within.db, key, ids, row)
    return {
      changeId: set === 0 ? null : String(stamped.at.getTime()),
      set,
      leftAlone: ids.length - set,
      missing: meant.length - ids.length,
    }
  })
}

const changePattern = /^\d{1,15}$/

/**
 * Takes away the next actions that this member set for many at once. One that somebody changed since is another one, and
 * stays.
 * @throws AppError account_not_found, job_not_found, not_found
 */
export async function undoNextActions(
  context: Context,
  ref: JobRef,
  changeId: string,
): Promise<NextActionUndo> {
  const key = toJobKey(context, ref)
  if (!changePattern.test(changeId)) throw new AppError('not_found')
  const set = { by: context.actor.id, at: new Date(Number(changeId)) }
  return inOneStep(context, async (within) => {
    const ids = await actions.listSetTogether(within.db, key, set)
    const change = { what: 'next_action', applicationIds: ids, by: context.actor.id }
    if (!(await touchMarks(within.db, key, change))) throw new AppError('job_not_found')
    return { removed: await actions.removeSetTogether(within.db, key, set) }
  })
}
