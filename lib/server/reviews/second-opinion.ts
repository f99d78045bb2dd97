import 'server-only'
import type { Done } from '@/lib/contracts/people'
import type { OpinionPerson, OpinionRequest, SecondOpinionDetail } from '@/lib/contracts/second-opinion'
import { measureAgreement } from '@/lib/domain/agreement'
import { memberText } from '@/lib/domain/clean-text'
import { displayName } from '@/lib/domain/current-role'
import { may } from '@/lib/domain/permissions'
import { audit, inOneStep } from '@/lib/server/audit/audit'
import { type Context, type JobKey, toJobKey } from '@/lib/server/auth/context'
import { getCandidates } from '@/lib/server/candidates/store/candidates'
import { touchMarks } from '@/lib/server/candidates/store/job-events'
import { getJob } from '@/lib/server/candidates/store/jobs'
import type { Db } from '@/lib/server/db/open-database'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { partOf, toOpinion } from './second-opinions'
import * as store from './store/second-opinions'

/** What both chose about somebody, as one of them may know it: the other's choice once they have chosen as well. */
function toPerson(
  { applicationId, asker, colleague, reason }: store.ChoiceRow,
  mine: 'asker' | 'colleague',
  name: string,
): OpinionPerson {
  const both = asker !== null && colleague !== null
  return {
    applicationId,
    name,
    asker: mine === 'asker' || both ? asker : null,
    colleague: colleague !== null && (mine === 'colleague' || both) ? { decision: colleague, reason } : null,
  }
}

function toAgreement(choices: readonly store.ChoiceRow[]) {
  const both = choices.flatMap(({ asker, colleague, decidedBefore }) =>
    asker === null || colleague === null ? [] : [{ first: asker, second: colleague, decidedBefore }],
  )
  return {
    ...measureAgreement(both),
    decidedBefore: both.filter(({ decidedBefore }) => decidedBefore).length,
  }
}

/**
 * A second opinion for one of the two who take part in it.
 * @throws AppError account_not_found, second_opinion_not_found
 */
export async function showSecondOpinion(
  context: Context,
  ref: JobRef,
  id: string,
): Promise<SecondOpinionDetail> {
  const { db } = context
  const key = toJobKey(context, ref)
  const row = await store.getOpinion(db, key, id)
  const mine = row && partOf(context, row)
  if (!row || !mine) throw new AppError('second_opinion_not_found')
  const choices = await store.readChoices(db, [id])
  const people = await getCandidates(
    db,
    key,
    choices.map(({ applicationId }) => applicationId),
  )
  const names = new Map(people.map((person) => [person.applicationId, displayName(person)]))
  return {
    opinion: toOpinion(context, row, choices),
    jobLabel: (await getJob(db, key))?.label ?? null,
    items: choices.map((choice) => toPerson(choice, mine, names.get(choice.applicationId) ?? '')),
    agreement: toAgreement(choices),
  }
}

async function writeChoice(
  { actor, now }: Context,
  db: Db,
  key: JobKey,
  { id, applicationId, ...chosen }: OpinionRequest & { id: string; applicationId: string },
): Promise<boolean> {
  const row = await store.getOpinion(db, key, id, true)
  const person =
    row?.colleagueId === actor.id ? await store.findOpinionPerson(db, id, applicationId) : undefined
  if (!row || !person) throw new AppError('second_opinion_not_found')
  const reason = memberText(chosen.reason ?? '')
  if (person.decision === chosen.decision && person.reason === reason) return false
  if (row.closedAt !== null) throw new AppError('second_opinion_closed')
  if (person.decision !== null) {
    const choices = await store.readChoices(db, [id])
    const asker = choices.find((choice) => choice.applicationId === applicationId)?.asker ?? null
    if (asker !== null) throw new AppError('second_opinion_settled')
  }
  await store.saveChoice(db, id, applicationId, { decision: chosen.decision, reason, decidedAt: now() })
  return true
}

/**
 * What the colleague would decide about somebody: an opinion, which leaves the team's decision as it is. It can be
 * changed until the asker has chosen as well.
 * @throws AppError account_not_found, candidate_not_found, second_opinion_not_found, second_opinion_closed,
 * second_opinion_settled
 */
export async function giveSecondOpinion(
  context: Context,
  ref: JobRef,
  id: string,
  applicationId: string,
  request: OpinionRequest,
): Promise<OpinionPerson> {
  const key = toJobKey(context, ref)
  return inOneStep(context, async (within) => {
    const { db, actor } = within
    const what = { what: 'second_opinion', applicationIds: [applicationId], by: actor.id }
    if (!(await touchMarks(db, key, what))) throw new AppError('candidate_not_found')
    if (await writeChoice(within, db, key, { ...request, id, applicationId })) {
      // Which person and what is said by the opinion itself, which goes with them.
      await audit(within, 'second_opinion.given', { subject: key.jobId })
    }
    const choices = await store.readChoices(db, [id])
    const choice = choices.find((each) => each.applicationId === applicationId)
    if (!choice) throw new AppError('second_opinion_not_found')
    const [person] = await getCandidates(db, key, [applicationId])
    return toPerson(choice, 'colleague', person ? displayName(person) : '')
  })
}

/**
 * Closes a second opinion: for the one who asked, or an owner. What was not chosen stays so, and nothing is withheld any more.
 * @throws AppError account_not_found, second_opinion_not_found
 */
export async function closeSecondOpinion(context: Context, ref: JobRef, id: string): Promise<Done> {
  const key = toJobKey(context, ref)
  const { actor } = context
  await inOneStep(context, async (within) => {
    const { db } = within
    const what = { what: 'second_opinion', applicationIds: null, by: actor.id }
    const stored = await touchMarks(db, key, what)
    const row = stored ? await store.getOpinion(db, key, id, true) : null
    if (!row || (row.askerId !== actor.id && !may(actor.role, 'people')))
      throw new AppError('second_opinion_not_found')
    if (row.closedAt !== null) return
    await store.closeOpinion(db, id, within.now())
    await audit(within, 'second_opinion.closed', {
      subject: key.jobId,
      detail: { of: row.colleagueName },
    })
  })
  return { done: true }
}
