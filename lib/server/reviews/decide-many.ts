import 'server-only'
import type { BulkCounts, BulkDecisionAnswer, BulkDecisionRequest } from '@/lib/contracts/decisions'
import { type Context, type JobKey, toJobKey } from '@/lib/server/auth/context'
import { withReader } from '@/lib/server/candidates/reader-key'
import { listApplicationIds } from '@/lib/server/candidates/store/candidate-pages'
import { listWithheld } from '@/lib/server/candidates/store/withheld'
import { touchMarks } from '@/lib/server/candidates/store/job-events'
import type { Db } from '@/lib/server/db/open-database'
import { AppError } from '@/lib/server/platform/app-error'
import { type DecisionState, lockJobOfMarks, readStates } from '@/lib/server/reviews/store/decision-states'
import { type Outcome, recordDecisions } from '@/lib/server/reviews/store/decision-steps'
import type { JobRef } from '@/lib/url/paths'
import { parseView } from '@/lib/url/view'
import { unreadKeys } from '@/lib/url/unread-keys'
import { announceElsewhere } from './announce-elsewhere'
import { isSame, newStep, storedView } from './decide'
import { assertReason, resolveReason } from './resolve-reason'

const maxPeople = 10_000

/**
 * Whom a request for many is about: those it names, or everyone stored whom its view shows.
 * @throws AppError invalid_body for neither, or a view with a filter that cannot be read; too_many_people
 */
export async function selectPeople(
  context: Context,
  tx: Db,
  key: JobKey,
  { applicationIds, view }: Pick<BulkDecisionRequest, 'applicationIds' | 'view'>,
): Promise<string[]> {
  if (applicationIds) return [...new Set(applicationIds)]
  if (view === undefined) throw new AppError('invalid_body', { reason: 'Name applicationIds, or a view.' })
  // A filter that is not understood would be left out, and far more people be meant than the sender thinks.
  const [unread] = unreadKeys(view)
  if (unread !== undefined) {
    throw new AppError('invalid_body', { reason: `view: “${unread}” cannot be read. Reload the page.` })
  }
  const { items, matched } = await listApplicationIds(
    tx,
    withReader(context, key),
    parseView(view),
    maxPeople,
  )
  if (matched > maxPeople) throw new AppError('too_many_people', { people: matched, left: maxPeople })
  return items
}

type Sorted = { ids: string[]; counts: BulkCounts }

/**
 * Sorts people by what becomes of each.
 * @param people how many were meant, stored or not
 * @param me whose own decisions may be changed
 */
function sortPeople(
  states: readonly DecisionState[],
  to: Outcome,
  {
    overrule = false,
    saysWhy,
    people,
    me,
  }: { overrule?: boolean; saysWhy: boolean; people: number; me: string },
): Sorted {
  const counts: BulkCounts = { decided: 0, unchanged: 0, leftAlone: [], missing: people, unopened: 0 }
  const ids: string[] = []
  for (const before of states) {
    if (before.erased) continue
    counts.missing -= 1
    const { decision, by, byName } = before
    const isTheirs = decision !== null && by !== null && by !== me && !overrule
    const stays = decision === to.decision && (isTheirs || !saysWhy)
    if (stays || isSame(before, to)) {
      counts.unchanged += 1
    } else if (isTheirs) {
      const known = counts.leftAlone.find((each) => each.by.id === by && each.decision === decision)
      if (known) known.count += 1
      else counts.leftAlone.push({ by: { id: by, name: byName ?? '' }, decision, count: 1 })
    } else {
      counts.decided += 1
      counts.unopened += before.seen ? 0 : 1
      ids.push(before.applicationId)
    }
  }
  counts.leftAlone.sort((a, b) => b.count - a.count)
  return { ids, counts }
}

/**
 * Decides the same about many, all or nothing, and tells what became of each. Whomever a colleague decided otherwise about
 * is left alone unless the request overrules. A dry run tells the same and changes nothing.
 * @throws AppError account_not_found, job_not_found, invalid_body, too_many_people, reason_gone,
 * reason_of_another, reason_required
 */
export async function decideMany(
  context: Context,
  ref: JobRef,
  request: BulkDecisionRequest,
): Promise<BulkDecisionAnswer> {
  const key = toJobKey(context, ref)
  const { decided, answer } = await context.db.transaction(async (tx) => {
    if (!(await lockJobOfMarks(tx, key))) throw new AppError('job_not_found')
    const chosen = await selectPeople(context, tx, key, request)
    const given = await resolveReason(tx, request)
    const to = {
      decision: request.decision,
      reasonId: given.reasonId ?? null,
      comment: given.comment ?? null,
    }
    if (!request.dryRun) await assertReason(tx, to.decision, to)
    const step = newStep(context, key)
    const saysWhy = given.reasonId !== undefined || given.comment !== undefined
    const withheld = await listWithheld(tx, { ...key, reader: step.by }, chosen)
    const states = (await readStates(tx, key, chosen)).filter(({ applicationId: id }) => !withheld.has(id))
    const { ids, counts } = sortPeople(states, to, {
      ...{ overrule: request.overrule, saysWhy, people: chosen.length - withheld.size, me: step.by },
    })
    if (withheld.size > 0) counts.withheld = withheld.size
    if (ids.length === 0 || request.dryRun) return { decided: [], answer: { changeId: null, counts } }
    await touchMarks(tx, key, { what: 'decision', applicationIds: ids, by: step.by })
    const circumstances = { view: storedView(request.view), via: request.via ?? null }
    await recordDecisions(tx, { ...step, kind: 'many', ...circumstances }, ids, to, null)
    return { decided: ids, answer: { changeId: step.id, counts } }
  })
  await announceElsewhere(context, key, decided, context.actor.id)
  return answer
}
