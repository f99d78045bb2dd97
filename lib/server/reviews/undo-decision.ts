import 'server-only'
import type { UndoAnswer } from '@/lib/contracts/decisions'
import { type Context, toJobKey } from '@/lib/server/auth/context'
import { touchMarks } from '@/lib/server/candidates/store/job-events'
import { listWithheld } from '@/lib/server/candidates/store/withheld'
import { AppError } from '@/lib/server/platform/app-error'
import { lockJobOfMarks } from '@/lib/server/reviews/store/decision-states'
import { findStep, readStepPeople, recordUndo } from '@/lib/server/reviews/store/decision-steps'
import type { JobRef } from '@/lib/url/paths'
import { announceElsewhere } from './announce-elsewhere'
import { newStep } from './decide'

/**
 * Takes a step back: everyone it decided about stands as before, with whose decision that was and why. Whomever somebody
 * decided about since is left alone, as are people on whom the reader's second opinion is asked for. Undoing an undo brings the decisions back.
 * @param changeId of the step, as its answer named it
 * @throws AppError account_not_found, decision_not_found
 */
export async function undoDecision(context: Context, ref: JobRef, changeId: string): Promise<UndoAnswer> {
  const key = toJobKey(context, ref)
  const { ids, answer } = await context.db.transaction(async (tx) => {
    const undone = (await lockJobOfMarks(tx, key)) ? await findStep(tx, key, changeId) : null
    if (!undone) throw new AppError('decision_not_found')
    const people = await readStepPeople(tx, undone.id)
    const all = people.map(({ applicationId }) => applicationId)
    const withheld = await listWithheld(tx, { ...key, reader: context.actor.id }, all)
    const ids = people
      .filter(({ applicationId, undoable }) => undoable && !withheld.has(applicationId))
      .map(({ applicationId }) => applicationId)
    const missing = Math.max(0, undone.people - people.length)
    if (ids.length === 0) {
      // Whether somebody undid it before would tell what is withheld.
      if (withheld.size > 0)
        return { ids, answer: { changeId: null, restored: 0, leftAlone: people.length, missing } }
      // Sent twice, as a browser does whose answer was lost: told again what the first one did.
      const earlier = undone.undoneBy === null ? null : await findStep(tx, key, undone.undoneBy)
      const restored = Math.min(earlier?.people ?? 0, people.length)
      const leftAlone = people.length - restored
      return { ids, answer: { changeId: earlier?.id ?? null, restored, leftAlone, missing } }
    }
    const step = newStep(context, key)
    await touchMarks(tx, key, { what: 'decision', applicationIds: ids, by: step.by })
    const circumstances = { kind: 'undo' as const, view: undone.view, via: undone.via }
    await recordUndo(tx, { ...step, ...circumstances }, undone, ids)
    const leftAlone = people.length - ids.length
    return { ids, answer: { changeId: step.id, restored: ids.length, leftAlone, missing } }
  })
  await announceElsewhere(context, key, ids, context.actor.id)
  return answer
}
