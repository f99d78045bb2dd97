import 'server-only'
import {
  type BulkTagsAnswer,
  type BulkTagsRequest,
  maxTags,
  type TagMerge,
  type TagPatch,
  type TagsAnswer,
  type TagsRequest,
  type TeamTag,
  type TeamTagList,
} from '@/lib/contracts/tags'
import type { Done } from '@/lib/contracts/people'
import { foldText } from '@/lib/domain/search'
import { audit, inOneStep } from '@/lib/server/audit/audit'
import { type Context, toJobKey } from '@/lib/server/auth/context'
import { recordJobEvent, touchMarks } from '@/lib/server/candidates/store/job-events'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { renameInQuery } from '@/lib/url/renamed-choice'
import { selectPeople } from './decide-many'
import { writing } from './person'
import { readablePeople } from './store/people'
import { rewriteSavedViews } from './store/saved-views'
import * as tags from './store/tags'
import { readTagName, resolveTags } from './tag-names'

const stamp = ({ actor, now }: Context) => ({ byName: actor.name, at: now() })

/**
 * Gives somebody these tags and no others; a name that no tag has makes one.
 * @throws AppError account_not_found, candidate_not_found, candidate_erased, tag_not_found, invalid_body
 */
export const setTags = writing(
  'tags',
  async (within, key, { tags: texts }: TagsRequest): Promise<TagsAnswer> => {
    const rows = await resolveTags(within, texts, { make: true })
    await tags.setTags(within.db, key, rows, stamp(within))
    const sorted = rows.toSorted((a, b) => (a.folded < b.folded ? -1 : 1))
    return { applicationId: key.applicationId, tags: sorted.map(tags.toTagMark) }
  },
)

/**
 * Adds tags to many people of a job and takes others away, all of it or nothing.
 * @throws AppError account_not_found, job_not_found, tag_not_found, too_many_people, invalid_body
 */
export async function tagMany(
  context: Context,
  ref: JobRef,
  { add = [], remove = [], applicationIds, view }: BulkTagsRequest,
): Promise<BulkTagsAnswer> {
  const key = toJobKey(context, ref)
  if ((applicationIds === undefined) === (view === undefined))
    throw new AppError('invalid_body', { reason: 'Name people by applicationIds, or by a view.' })
  if (add.length + remove.length === 0)
    throw new AppError('invalid_body', { reason: 'Name a tag to add or to remove.' })
  return inOneStep(context, async (within) => {
    const wanted = await selectPeople(within, within.db, key, { applicationIds, view })
    const change = { what: 'tags', applicationIds: wanted, by: context.actor.id }
    if (!(await touchMarks(within.db, key, change))) throw new AppError('job_not_found')
    const ids = await readablePeople(within.db, key, wanted)
    const adding = await resolveTags(within, add, { make: true })
    const removing = await resolveTags(within, remove, { make: false })
    const gone = await tags.removeTags(within.db, key, { ids, tagIds: removing.map(({ id }) => id) })
    const counts = await tags.countTags(within.db, key, ids)
    const room = ids.filter((id) => (counts.get(id) ?? 0) + adding.length <= maxTags)
    const tagIds = adding.map(({ id }) => id)
    const added = await tags.addTags(within.db, key, { ids: room, tagIds, ...stamp(context) })
    const changed = [...new Set([...gone, ...added])]
    return {
      applicationIds: changed,
      changed: changed.length,
      unchanged: ids.length - changed.length,
      missing: wanted.length - ids.length,
      tags: adding.map(tags.toTagMark),
    }
  })
}

/** The tags of the team, and how many people have each. */
export const listTags = async ({ db }: Context): Promise<TeamTagList> => ({
  items: await tags.listTeamTags(db),
})

const maxTries = 5
class TagSpread extends Error {}

/**
 * Changes a tag everywhere: takes every job in which somebody has it, then the tag. Where another job has come to have it
 * in between, it begins again: jobs are always taken first.
 */
async function changeEverywhere<T>(
  context: Context,
  id: string,
  work: (within: Context, tag: tags.TagRow) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inOneStep(context, async (within) => {
        const jobs = await tags.jobsWithTag(within.db, id)
        for (const key of jobs) {
          await touchMarks(within.db, key, { what: 'tags', applicationIds: null, by: context.actor.id })
        }
        const row = await tags.lockTag(within.db, id)
        if (!row) throw new AppError('tag_not_found')
        const now = await tags.jobsWithTag(within.db, id)
        const known = new Set(jobs.map(({ account, jobId }) => JSON.stringify([account, jobId])))
        if (now.some(({ account, jobId }) => !known.has(JSON.stringify([account, jobId]))))
          throw new TagSpread('somebody got the tag meanwhile')
        return work(within, row)
      })
    } catch (error) {
      if (!(error instanceof TagSpread) || attempt === maxTries) throw error
    }
  }
}

async function renameInViews(within: Context, old: tags.TagRow, name: string): Promise<void> {
  const rename = (choice: string) => (foldText(choice) === old.folded ? name : null)
  const jobs = await rewriteSavedViews(within.db, 'tag', (query) => renameInQuery(query, 'tag', rename))
  for (const key of jobs)
    await recordJobEvent(within.db, key, { kind: 'views', data: {}, by: within.actor.id })
}

async function showTag({ db }: Context, id: string): Promise<TeamTag> {
  const tag = (await tags.listTeamTags(db)).find((each) => each.id === id)
  if (!tag) throw new AppError('tag_not_found')
  return tag
}

/**
 * Renames or recolours a tag, for everyone who has it; saved views that name it are rewritten with it.
 * @throws AppError tag_not_found, tag_exists, invalid_body
 */
export async function patchTag(context: Context, id: string, { name, colour }: TagPatch): Promise<TeamTag> {
  const named = name === undefined ? null : readTagName(name)
  return changeEverywhere(context, id, async (within, old) => {
    const change = { ...named, ...(colour === undefined ? {} : { colour }) }
    if (Object.keys(change).length > 0 && !(await tags.changeTag(within.db, id, change)))
      throw new AppError('tag_exists')
    if (named !== null && named.name !== old.name) {
      await renameInViews(within, old, named.name)
      await audit(within, 'tag.renamed', { subject: named.name, detail: { from: old.name } })
    }
    return showTag(within, id)
  })
}

/**
 * Merges a tag into another: whoever has it gets the other one, and saved views name that.
 * @throws AppError tag_not_found, invalid_body
 */
export async function mergeTag(context: Context, id: string, { into }: TagMerge): Promise<TeamTag> {
  if (id === into) throw new AppError('invalid_body', { reason: 'A tag cannot be merged into itself.' })
  return changeEverywhere(context, id, async (within, old) => {
    const [target] = await tags.holdTags(within.db, { ids: [into], folded: [] })
    if (!target) throw new AppError('tag_not_found')
    await tags.replaceTag(within.db, id, into)
    await renameInViews(within, old, target.name)
    await audit(within, 'tag.merged', { subject: old.name, detail: { into: target.name } })
    return showTag(within, into)
  })
}

/** Deletes a tag; nobody has it any more. @throws AppError tag_not_found */
export async function deleteTag(context: Context, id: string): Promise<Done> {
  return changeEverywhere(context, id, async (within, old) => {
    await tags.deleteTag(within.db, id)
    await audit(within, 'tag.deleted', { subject: old.name })
    return { done: true }
  })
}
