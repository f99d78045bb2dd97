import 'server-only'
import { randomUUID } from 'node:crypto'
import type { DecisionAnswer, DecisionMark, DecisionRequest } from '@/lib/contracts/decisions'
import { type Context, type JobKey, toJobKey } from '@/lib/server/auth/context'
import { touchMarks } from '@/lib/server/candidates/store/job-events'
import { readMarks } from '@/lib/server/candidates/store/marks'
import { listWithheld } from '@/lib/server/candidates/store/withheld'
import type { Db } from '@/lib/server/db/open-database'
import { AppError } from '@/lib/server/platform/app-error'
import { noteOpening } from '@/lib/server/reviews/store/openings'
import type { DecisionState } from '@/lib/server/reviews/store/decision-states'
import { type Outcome, recordDecisions } from '@/lib/server/reviews/store/decision-steps'
import type { JobRef } from '@/lib/url/paths'
import { parseView, viewToSearch } from '@/lib/url/view'
import { lockApplicant } from './lock-applicant'
import { announceElsewhere } from './announce-elsewhere'
import { assertReason, type GivenReason, resolveReason, type ResolvedReason } from './resolve-reason'

/** What makes a step of the one who asks. */
export const newStep = ({ actor, now }: Context, key: JobKey) => ({
  ...key,
  id: randomUUID(),
  by: actor.id,
  byName: actor.name,
  at: now(),
})

/** A query string in the one form that views have. */
export const storedView = (text: string | undefined): string => viewToSearch(parseView(text ?? ''))

/** What stands after a decision: where that is the same, a reason that was not given stays. */
export function toOutcome({ decision }: GivenReason, given: ResolvedReason, before: DecisionState): Outcome {
  const stays = before.decision === decision
  return {
    decision,
    reasonId: given.reasonId === undefined ? (stays ? before.reasonId : null) : given.reasonId,
    comment: given.comment === undefined ? (stays ? before.comment : null) : given.comment,
  }
}

/** Whether somebody stands decided like this already. */
export const isSame = (before: DecisionState, to: Outcome): boolean =>
  before.decision === to.decision &&
  // Nothing that stands has a reason; what was said with taking it back is in the history.
  (to.decision === null || (before.reasonId === to.reasonId && before.comment === to.comment))

async function readDecision(
  db: Db,
  { actor }: Context,
  key: JobKey,
  id: string,
): Promise<DecisionMark | null> {
  const marks = await readMarks(db, { ...key, reader: actor.id }, [id])
  return marks[id]?.decision ?? null
}

/**
 * Decides about one person, or takes the decision back.
 * @throws AppError account_not_found, candidate_not_found, candidate_erased, reason_gone, reason_of_another,
 * reason_required, second_opinion_first where the decision is withheld from its reader, or decision_changed with both decisions where another one stands than its maker saw
 */
export async function decide(
  context: Context,
  ref: JobRef,
  applicationId: string,
  request: DecisionRequest,
): Promise<DecisionAnswer> {
  const key = toJobKey(context, ref)
  const answer = await context.db.transaction(async (tx) => {
    const before = await lockApplicant(tx, key, applicationId)
    const withheld = await listWithheld(tx, { ...key, reader: context.actor.id }, [applicationId])
    if (withheld.size > 0) throw new AppError('second_opinion_first')
    const to = toOutcome(request, await resolveReason(tx, request, before), before)
    if (isSame(before, to)) {
      return { applicationId, decision: await readDecision(tx, context, key, applicationId), changeId: null }
    }
    const { expected, shownMs = null } = request
    if (expected !== undefined && expected !== before.decision) {
      const current = await readDecision(tx, context, key, applicationId)
      throw new AppError('decision_changed', { current, expected })
    }
    await assertReason(tx, to.decision, to)
    const step = newStep(context, key)
    await touchMarks(tx, key, { what: 'decision', applicationIds: [applicationId], by: step.by })
    // Whoever had the record on screen has opened it, whether or not that was told before.
    if (shownMs) await noteOpening(tx, { ...key, applicationId }, context.actor, step.at)
    const circumstances = { view: storedView(request.view), via: request.via ?? null }
    await recordDecisions(tx, { ...step, kind: 'one', ...circumstances }, [applicationId], to, shownMs)
    const decision = await readDecision(tx, context, key, applicationId)
    return { applicationId, decision, changeId: step.id }
  })
  if (answer.changeId !== null) await announceElsewhere(context, key, [applicationId], context.actor.id)
  return answer
}
