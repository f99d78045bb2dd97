import 'server-only'
import { setTimeout } from 'node:timers/promises'
import type { Context, JobKey } from '@/lib/server/auth/context'
import { shadowedStore } from '@/lib/server/db/shadowed-store'
import { AppError } from '@/lib/server/platform/app-error'
import { readBlindCriteria } from './blind-criteria'
import { prepareBlind, type Preparing } from './blind-people'
import { areAllDecided, type ReviewRow, reviewsOf } from './store/blind-reviews'
import { blindShadows, type Veil } from './store/blind-shadows'

/** Somebody who may not see who the people of some jobs are. */
export type BlindReader = {
  /** The store as they read it. */
  db: Context['db']
  /** Whether they are blind in a job. */
  isIn: (key: JobKey) => boolean
  /** @throws AppError blind_preparing where people of a job that they are blind in are not redacted yet */
  assertReady: (key: JobKey) => void
}

const isSameJob = (a: JobKey, b: JobKey) => a.account === b.account && a.jobId === b.jobId

/** One veil for each job: with a review of everyone's and one of one's own, what either hides is hidden. */
async function toVeils({ db, actor }: Context, reviews: readonly ReviewRow[]): Promise<Veil[]> {
  const veils: Veil[] = []
  for (const { account, jobId, until, hidesYears, startedAt } of reviews) {
    if (until === 'all_decided' && (await areAllDecided(db, { account, jobId }, actor.id))) continue
    const known = veils.find((veil) => isSameJob(veil, { account, jobId }))
    if (!known) veils.push({ account, jobId, until: [until], hidesYears, startedAt, criteria: null })
    else {
      known.until = [...known.until, until]
      known.hidesYears ||= hidesYears
      known.startedAt = startedAt > known.startedAt ? startedAt : known.startedAt
    }
  }
  return veils
}

// A few hundred people take about two seconds.
const patienceMs = 8_000
const maxWaitedFor = 1_000

/** @returns whether it has ended; not waited for where that would take long */
async function isDone({ done, people, ready }: Preparing): Promise<boolean> {
  if (people - ready > maxWaitedFor) return false
  const late = new AbortController()
  const giveUp = setTimeout(patienceMs, false, { signal: late.signal }).catch(() => false)
  return Promise.race([done.then(() => true), giveUp]).finally(() => late.abort())
}

/** Somebody of whom the store does not tell whether they are in a blind review: whatever they read fails with the reason. */
const unknownReader = (db: Context['db'], reason: unknown): BlindReader => ({
  db: new Proxy(db, {
    get() {
      throw reason
    },
  }),
  isIn: () => false,
  assertReady: () => undefined,
})

async function findReader(context: Context): Promise<BlindReader | null> {
  const { db, actor } = context
  const reviews = await reviewsOf(db, actor.id)
  if (reviews.length === 0) return null
  const veils = await toVeils(context, reviews)
  if (veils.length === 0) return null
  const waiting: { key: JobKey; preparing: Preparing }[] = []
  for (const veil of veils) {
    const review = reviews.find((each) => isSameJob(each, veil) && each.hidesYears === veil.hidesYears)
    const preparing = review ? await prepareBlind(context, review) : null
    const ready = preparing === null || (await isDone(preparing))
    if (!ready) waiting.push({ key: veil, preparing })
    else
      veil.criteria = await readBlindCriteria(
        context,
        veil,
        preparing === null ? (review?.readyFor ?? null) : null,
      )
  }
  const isOf = (key: JobKey) => (each: JobKey) => isSameJob(each, key)
  return {
    db: shadowedStore(db, blindShadows(actor.id, veils)),
    isIn: (key) => veils.some(isOf(key)),
    assertReady(key) {
      const found = waiting.find((each) => isSameJob(each.key, key))
      if (!found) return
      const { ready, people } = found.preparing
      throw new AppError('blind_preparing', { ready, people, retryAfter: 2 })
    },
  }
}

/**
 * How somebody reads the store while they are in a blind review; null while they are in none. Takes the names out of everyone
 * stored in its jobs who is not redacted yet, and waits for it as long as it is short. Never fails: where the store does
 * not answer, nothing is read.
 */
export const readBlind = (context: Context): Promise<BlindReader | null> =>
  findReader(context).catch((reason: unknown) => unknownReader(context.db, reason))
