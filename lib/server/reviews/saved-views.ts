import 'server-only'
import { randomUUID } from 'node:crypto'
import {
  maxViewName,
  type SavedView,
  type SavedViewList,
  type SavedViewPatch,
  type SavedViewRequest,
} from '@/lib/contracts/saved-views'
import type { Done } from '@/lib/contracts/people'
import { cleanLine } from '@/lib/domain/clean-text'
import { may } from '@/lib/domain/permissions'
import type { Context } from '@/lib/server/auth/context'
import { assertStillMay } from '@/lib/server/auth/still-may'
import { toReaderKey, withReader } from '@/lib/server/candidates/reader-key'
import { recordJobEvent } from '@/lib/server/candidates/store/job-events'
import { getJob, lockJob, touchJob } from '@/lib/server/candidates/store/jobs'
import type { ReaderKey } from '@/lib/server/candidates/store/visits'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { type NamedCriteria, unreadCriteria, unreadFilters } from '@/lib/url/unread-filters'
import { parseView } from '@/lib/url/view'
import * as views from './store/saved-views'

/** Of one job, everyone's together. */
const maxViews = 200

const readName = (text: string): string => {
  const name = cleanLine(text)?.slice(0, maxViewName)
  if (!name) throw new AppError('invalid_body', { reason: 'name: give a name that can be read.' })
  return name
}

const readQuery = (text: string): string => text.replace(/^\?/, '').replaceAll('\0', '')

const isEditor = ({ actor }: Context, row: views.SavedViewRow): boolean =>
  row.ownerId === actor.id || (row.team && may(actor.role, 'team'))

function toSavedView(
  context: Context,
  row: views.SavedViewRow,
  more: { myDefault: string | null; count: number | null; job: NamedCriteria | null },
): SavedView {
  const { id, name, query, ownerId, ownerName, team, teamDefault } = row
  return {
    ...{ id, name, query, team, teamDefault },
    owner: { id: ownerId, name: ownerName },
    myDefault: more.myDefault === id,
    editable: isEditor(context, row) && (!team || may(context.actor.role, 'team')),
    unread: [...unreadFilters(query), ...(more.job ? unreadCriteria(query, more.job) : [])],
    count: more.count,
  }
}

/**
 * The views of a job that the reader has, in their order. Free.
 * @param counted with how many people each shows
 * @throws AppError account_not_found
 */
export async function listSavedViews(
  context: Context,
  ref: JobRef,
  { counted }: { counted: boolean },
): Promise<SavedViewList> {
  const key = toReaderKey(context, ref)
  const [rows, myDefault, job] = await Promise.all([
    views.listViews(context.db, key),
    views.getMyDefault(context.db, key),
    getJob(context.db, key),
  ])
  const parsed = counted ? rows.map(({ query }) => parseView(query)) : []
  const counts = await views.countMatches(context.db, key, parsed)
  return {
    items: rows.map((row, at) => toSavedView(context, row, { myDefault, job, count: counts[at] ?? null })),
  }
}

async function answerOne(context: Context, key: ReaderKey, id: string): Promise<SavedView> {
  const [row, myDefault] = [await views.findView(context.db, id), await views.getMyDefault(context.db, key)]
  if (!row) throw new AppError('view_not_found')
  const job = await getJob(context.db, key)
  return toSavedView(context, row, { myDefault, job, count: null })
}

const announce = (context: Context, key: ReaderKey) =>
  recordJobEvent(context.db, key, { kind: 'views', data: {}, by: context.actor.id })

/** Saves a view under a name, for its maker or the team. @throws AppError account_not_found, forbidden, invalid_body */
export async function saveView(
  context: Context,
  ref: JobRef,
  { name, query, team = false }: SavedViewRequest,
): Promise<SavedView> {
  const key = toReaderKey(context, ref)
  const row = {
    ...{ id: randomUUID(), account: key.account, jobId: key.jobId, team },
    ...{ name: readName(name), query: readQuery(query) },
    ...{ ownerId: context.actor.id, ownerName: context.actor.name },
  }
  return context.db.transaction(async (db) => {
    const within = { ...context, db }
    await assertStillMay(within, team ? 'team' : 'own')
    // Locks the job: two who save at once are counted one after the other.
    await touchJob(db, key)
    if ((await views.countViews(db, key)) >= maxViews) {
      throw new AppError('invalid_body', { reason: `A job has at most ${maxViews} views. Delete one first.` })
    }
    await views.addView(db, row)
    await announce(within, key)
    return answerOne(within, key, row.id)
  })
}

type Found = { key: ReaderKey; row: views.SavedViewRow }

/** Runs with a view that its reader may see, its job and itself locked. @throws AppError view_not_found */
async function withView<T>(
  context: Context,
  id: string,
  work: (within: Context, found: Found) => Promise<T>,
): Promise<T> {
  return context.db.transaction(async (db) => {
    const within = { ...context, db }
    const at = await views.findView(db, id)
    const key = at && withReader(context, at)
    if (key) await lockJob(db, key)
    const row = key && (await views.lockView(db, id))
    if (!key || !row || (!row.team && row.ownerId !== context.actor.id)) throw new AppError('view_not_found')
    return work(within, { key, row })
  })
}

/**
 * Renames a view, puts another query under its name, shares it with the team, or makes it a default. What is left out
 * stays: a filter that is not understood, too.
 * @throws AppError view_not_found, forbidden, invalid_body
 */
export function patchView(context: Context, id: string, patch: SavedViewPatch): Promise<SavedView> {
  const { name, query, team, teamDefault, myDefault } = patch
  return withView(context, id, async (within, { key, row }) => {
    const isTeams = row.team || team === true || teamDefault !== undefined
    const changes = [name, query, team, teamDefault].some((each) => each !== undefined)
    if (changes) await assertStillMay(within, isTeams ? 'team' : 'own')
    const isShared = team ?? row.team
    if (teamDefault === true && !isShared) {
      throw new AppError('invalid_body', { reason: 'teamDefault: share the view with the team first.' })
    }
    if (team === false && row.ownerId !== context.actor.id) {
      throw new AppError('invalid_body', { reason: 'team: only its maker can keep a view to themselves.' })
    }
    if (teamDefault === true) await views.clearTeamDefault(within.db, key)
    if (changes) {
      await views.changeView(within.db, id, {
        ...(name === undefined ? {} : { name: readName(name) }),
        ...(query === undefined ? {} : { query: readQuery(query) }),
        ...(team === undefined ? {} : { team }),
        teamDefault: isShared && (teamDefault ?? row.teamDefault),
      })
      await announce(within, key)
    }
    if (myDefault !== undefined) {
      const current = await views.getMyDefault(within.db, key)
      if (myDefault || current === id) await views.setMyDefault(within.db, key, myDefault ? id : null)
    }
    return answerOne(within, key, id)
  })
}

/** Deletes a view; nobody in it is touched. @throws AppError view_not_found, forbidden */
export function deleteView(context: Context, id: string): Promise<Done> {
  return withView(context, id, async (within, { key, row }) => {
    await assertStillMay(within, row.team ? 'team' : 'own')
    await views.deleteView(within.db, id)
    await announce(within, key)
    return { done: true }
  })
}
