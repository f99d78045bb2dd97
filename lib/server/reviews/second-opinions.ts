import 'server-only'
import { randomUUID } from 'node:crypto'
import { maxOpinionPeople, type SecondOpinion } from '@/lib/contracts/second-opinion'
import type { SecondOpinionList, SecondOpinionRequest } from '@/lib/contracts/second-opinion'
import { memberText } from '@/lib/domain/clean-text'
import { peopleText } from '@/lib/domain/decision-text'
import { may } from '@/lib/domain/permissions'
import { audit, inOneStep } from '@/lib/server/audit/audit'
import { type Context, type JobKey, toJobKey } from '@/lib/server/auth/context'
import { listMembers, lockRole } from '@/lib/server/auth/store/people'
import { touchMarks } from '@/lib/server/candidates/store/job-events'
import { listWithheld } from '@/lib/server/candidates/store/withheld'
import { toChoice } from '@/lib/server/members/team'
import { AppError } from '@/lib/server/platform/app-error'
import { lockJobOfMarks } from '@/lib/server/reviews/store/decision-states'
import type { JobRef } from '@/lib/url/paths'
import { storedView } from './decide'
import { selectPeople } from './decide-many'
import { mailMentions } from './mention-mail'
import { addToInboxes } from './store/inbox'
import * as store from './store/second-opinions'

/** The reader's part in a second opinion; null for none. */
export const partOf = (
  { actor }: Pick<Context, 'actor'>,
  { askerId, colleagueId }: Pick<store.OpinionRow, 'askerId' | 'colleagueId'>,
): SecondOpinion['mine'] => (actor.id === askerId ? 'asker' : actor.id === colleagueId ? 'colleague' : null)

/** A second opinion as its reader may know it. @param choices about everyone of it */
export function toOpinion(
  context: Pick<Context, 'actor'>,
  row: store.OpinionRow,
  choices: readonly store.ChoiceRow[],
): SecondOpinion {
  const mine = partOf(context, row)
  const count = (test: (choice: store.ChoiceRow) => boolean) => choices.filter(test).length
  return {
    id: row.id,
    asker: { id: row.askerId, name: row.askerName },
    colleague: { id: row.colleagueId, name: row.colleagueName },
    mine,
    // Its filters could tell the colleague what was decided.
    view: mine === 'colleague' ? null : row.view,
    note: row.note,
    askedAt: row.askedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    people: choices.length,
    askerChose: count(({ asker }) => asker !== null),
    colleagueChose: count(({ colleague }) => colleague !== null),
    bothChose: count(({ asker, colleague }) => asker !== null && colleague !== null),
  }
}

/**
 * The second opinions of a job that the reader asked for or is asked for, newest first; an owner is told of everyone's,
 * as only they can close one whose asker has left. And whom the reader can ask.
 * @throws AppError account_not_found
 */
export async function listSecondOpinions(context: Context, ref: JobRef): Promise<SecondOpinionList> {
  const { db, actor, signIn } = context
  const key = toJobKey(context, ref)
  const rows = await store.listOpinions(db, key, may(actor.role, 'people') ? null : actor.id)
  const choices = await store.readChoices(
    db,
    rows.map(({ id }) => id),
  )
  const members = signIn.auth === null || !may(actor.role, 'decide') ? [] : await listMembers(db)
  return {
    items: rows.map((row) =>
      toOpinion(
        context,
        row,
        choices.filter(({ opinionId }) => opinionId === row.id),
      ),
    ),
    colleagues: members
      .filter(({ id, role, disabledAt }) => id !== actor.id && disabledAt === null && may(role, 'decide'))
      .map((member) => toChoice(context, member)),
  }
}

/** Whom it is about. @throws AppError invalid_body, too_many_people, second_opinion_nobody */
async function choosePeople(
  within: Context,
  key: JobKey,
  colleague: string,
  request: SecondOpinionRequest,
): Promise<string[]> {
  const meant = await selectPeople(within, within.db, key, request)
  if (meant.length > maxOpinionPeople)
    throw new AppError('too_many_people', { people: meant.length, left: maxOpinionPeople })
  const open = await listWithheld(within.db, { ...key, reader: colleague }, meant)
  const ids = (await store.inListOrder(within.db, key, meant)).filter((id) => !open.has(id))
  if (ids.length === 0) throw new AppError('second_opinion_nobody')
  return ids
}

/** @throws AppError invalid_body */
async function lockColleague({ db, actor }: Context, id: string): Promise<string> {
  const role = id === actor.id ? null : await lockRole(db, id)
  if (role === null || !may(role, 'decide'))
    throw new AppError('invalid_body', { reason: 'colleague: nobody else of that id may decide.' })
  return (await listMembers(db)).find((member) => member.id === id)?.name ?? ''
}

/**
 * Asks a colleague to decide about people on their own. Until they have, what the team decides about these people is
 * withheld from them. People on whom their second opinion is open already are left out.
 * @throws AppError account_not_found, job_not_found, invalid_body, too_many_people, second_opinion_nobody
 */
export async function askSecondOpinion(
  context: Context,
  ref: JobRef,
  request: SecondOpinionRequest,
): Promise<SecondOpinion> {
  const key = toJobKey(context, ref)
  const { actor } = context
  const opinion = await inOneStep(context, async (within) => {
    const { db } = within
    const colleagueName = await lockColleague(within, request.colleague)
    if (!(await lockJobOfMarks(db, key))) throw new AppError('job_not_found')
    const ids = await choosePeople(within, key, request.colleague, request)
    const row = {
      ...{ ...key, id: randomUUID(), askerId: actor.id, askerName: actor.name },
      ...{ colleagueId: request.colleague, colleagueName, askedAt: within.now() },
      view: request.applicationIds ? null : storedView(request.view),
      note: memberText(request.note ?? ''),
    }
    await touchMarks(db, key, { what: 'second_opinion', applicationIds: ids, by: actor.id })
    await store.addOpinion(db, row, ids)
    const people = peopleText(ids.length, (value) => value.toLocaleString('en'))
    await addToInboxes(db, [row.colleagueId], {
      ...{ ...key, applicationId: null, kind: 'second_opinion', byName: actor.name, at: row.askedAt },
      text: row.note === null ? people : `${people}: ${row.note}`,
    })
    await audit(within, 'second_opinion.asked', {
      subject: key.jobId,
      detail: { of: colleagueName, people: ids.length },
    })
    return toOpinion(
      within,
      { ...row, people: ids.length, closedAt: null },
      await store.readChoices(db, [row.id]),
    )
  })
  mailMentions(context, [request.colleague])
  return opinion
}
