import 'server-only'
import type { ClaimAnswer, ClaimRequest, NextAnswer, NextRequest, TriagePerson } from '@/lib/contracts/triage'
import type { View } from '@/lib/contracts/view'
import { may } from '@/lib/domain/permissions'
import type { Context } from '@/lib/server/auth/context'
import { getCandidates } from '@/lib/server/candidates/store/candidates'
import { countMatching } from '@/lib/server/candidates/store/candidate-pages'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import { announceMarks } from '@/lib/server/candidates/store/job-events'
import { readMarks } from '@/lib/server/candidates/store/marks'
import type { ReaderKey } from '@/lib/server/candidates/store/visits'
import { showHistory } from '@/lib/server/candidates/list-candidates'
import { toReaderKey } from '@/lib/server/candidates/reader-key'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { parseView } from '@/lib/url/view'
import * as claims from './store/claims'
import * as queues from './store/triage-queue'

const queueLength = 12

const toHolder = ({ actor }: Context, holder: string): claims.Holder => ({
  userId: actor.id,
  userName: actor.name,
  holder,
})

const announceClaims = ({ db, actor }: Context, key: ReaderKey, applicationIds: string[]) =>
  announceMarks(db, key, { what: 'claim', applicationIds, by: actor.id })

/**
 * Claims somebody for a tab, for five minutes from now: nobody else is given them in triage. Free.
 * @throws AppError account_not_found, candidate_not_found
 */
export async function claimCandidate(
  context: Context,
  ref: JobRef,
  applicationId: string,
  { holder, takeOver = false }: ClaimRequest,
): Promise<ClaimAnswer> {
  const { db } = context
  const key = toReaderKey(context, ref)
  const [stored] = await getCandidates(db, key, [applicationId])
  if (!stored) throw new AppError('candidate_not_found')
  const before = (await claims.findClaims(db, key, [applicationId])).get(applicationId)
  const mine = await claims.claimPerson(db, key, applicationId, toHolder(context, holder), takeOver)
  if (mine && before?.by.id !== context.actor.id) await announceClaims(context, key, [applicationId])
  const now = (await claims.findClaims(db, key, [applicationId])).get(applicationId)
  return { mine, claim: now ? { by: now.by, until: now.until } : null }
}

/** Ends a claim of a tab, if it has one. @throws AppError account_not_found */
export async function releaseCandidate(
  context: Context,
  ref: JobRef,
  applicationId: string,
  holder: string,
): Promise<ClaimAnswer> {
  const { db } = context
  const key = toReaderKey(context, ref)
  const released = await claims.releaseClaim(db, key, applicationId, toHolder(context, holder))
  if (released) await announceClaims(context, key, [applicationId])
  const left = (await claims.findClaims(db, key, [applicationId])).get(applicationId)
  return { mine: false, claim: left ? { by: left.by, until: left.until } : null }
}

// A view that names decisions is a second look at those people: they are gone through once, whatever is decided. Any
// other shows who has no decision, and whoever was passed over comes back at the end.
const isSecondLook = ({ decision }: View) => decision.some((each) => each !== 'none')

/** Gives up and renews what a tab has. @returns whom somebody else has by now, and whose claims changed */
async function settleClaims(context: Context, key: ReaderKey, by: claims.Holder, keep: readonly string[]) {
  const { db } = context
  const released = await claims.releaseClaims(db, key, by, keep)
  const lost: string[] = []
  // One by one: two tabs that renew the same two in another order would wait for each other.
  for (const each of keep) if (!(await claims.claimPerson(db, key, each, by))) lost.push(each)
  const holders = await claims.findClaims(db, key, lost)
  return {
    released,
    lost: lost.map((applicationId) => ({ applicationId, by: holders.get(applicationId)?.by ?? null })),
  }
}

type Found = { queue: queues.Queue; by: claims.Holder; claiming: boolean; secondLook: boolean }

async function findPeople(
  { db }: Context,
  { queue, by, claiming, secondLook }: Found,
  { keep, skipped = [], after, count }: NextRequest,
): Promise<string[]> {
  if (count === 0) return []
  const place = after ? await queues.findPlace(db, queue, after) : null
  const without = [...keep, ...skipped]
  const ids: string[] = []
  const take = async (
    part: Omit<Parameters<typeof queues.listFirst>[2], 'without'>,
    passed: readonly string[],
  ) => {
    const limit = count - ids.length
    if (limit === 0) return
    const whole = { ...part, without: [...passed, ...ids] }
    ids.push(
      ...(await (claiming
        ? queues.claimFirst(db, queue, whole, by, limit)
        : queues.listFirst(db, queue, whole, limit))),
    )
  }
  await take({ after: place }, without)
  if (place !== null && !secondLook) await take({}, without)
  for (const each of skipped) if (!keep.includes(each)) await take({ among: [each] }, keep)
  return ids
}

async function readPeople(context: Context, ref: JobRef, ids: readonly string[]): Promise<TriagePerson[]> {
  const key = toReaderKey(context, ref)
  const [people, marks, histories] = await Promise.all([
    getCandidates(context.db, key, ids),
    readMarks(context.db, key, ids),
    Promise.all(ids.map((id) => showHistory(context, ref, id))),
  ])
  return ids.flatMap((id, at) => {
    const candidate = people.find(({ applicationId }) => applicationId === id)
    const history = histories[at]
    return candidate && history ? [{ candidate, mark: marks[id] ?? {}, ...history }] : []
  })
}

/**
 * The next people of a view for a tab that goes through it, each claimed for it in the statement that finds them. Whoever
 * may only suggest claims nobody: several may suggest something about one person. Free.
 * @throws AppError account_not_found
 */
export async function nextInTriage(context: Context, ref: JobRef, request: NextRequest): Promise<NextAnswer> {
  const { db, actor } = context
  const key = toReaderKey(context, ref)
  const by = toHolder(context, request.holder)
  const claiming = may(actor.role, 'decide')
  const view = parseView(request.view)
  const secondLook = isSecondLook(view)
  const queue: queues.Queue = {
    key,
    view: secondLook ? view : { ...view, decision: ['none'] },
    unsuggested: !claiming,
  }
  const { released, lost } = claiming
    ? await settleClaims(context, key, by, request.keep)
    : { released: [], lost: [] }
  const ids = await findPeople(context, { queue, by, claiming, secondLook }, request)
  const changed = [...released.filter((id) => !ids.includes(id)), ...ids]
  if (claiming && changed.length > 0) await announceClaims(context, key, changed)

  const given = [...request.keep, ...ids]
  const last = ids.at(-1) ?? request.after ?? null
  const place = last === null ? null : await queues.findPlace(db, queue, last)
  const rest = { without: given, ...(secondLook ? { after: place } : {}) }
  const [people, left, names, all, heldBy] = await Promise.all([
    readPeople(context, ref, ids),
    queues.countPart(db, queue, rest),
    queues.listNames(db, queue, { without: given, after: place }, queueLength),
    countMatching(db, teamSource(key), secondLook ? view : { ...view, decision: [] }),
    ids.length < request.count && claiming ? queues.listHolders(db, queue, { without: given }, by) : [],
  ])
  const holders = await claims.findClaims(
    db,
    key,
    names.map(({ applicationId }) => applicationId),
  )
  const others = (applicationId: string) => {
    const held = holders.get(applicationId)
    return held && held.holder !== request.holder ? { by: held.by, until: held.until } : null
  }
  return {
    people,
    lost,
    queue: names.map((each) => ({ ...each, claim: others(each.applicationId) })),
    counts: { people: all, left },
    heldBy,
  }
}
