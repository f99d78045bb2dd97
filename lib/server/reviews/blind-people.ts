import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Education, Person } from '@/lib/contracts/candidate'
import { toPseudonym, toRef } from '@/lib/domain/pseudonym'
import { redactCandidate, redactionVersion } from '@/lib/redaction/redaction'
import type { BaseContext, JobKey } from '@/lib/server/auth/context'
import { derive, derivedVersion } from '@/lib/server/candidates/store/derived-columns'
import { listVersion } from '@/lib/server/candidates/store/list-version'
import { holdSharedValue } from '@/lib/server/candidates/store/shared-values'
import { parsePerson } from '@/lib/server/candidates/store/stored-person'
import * as rows from './store/blind-candidates'
import { everyReader, markReady, type ReviewRow } from './store/blind-reviews'

/** Raised with every change of what is hidden from blind readers here. */
const blindVersion = 1
const maker = `${blindVersion}.${redactionVersion}.${derivedVersion}`

const shownFields = { names: false, profileLinks: false, message: true, descriptions: true }
const years = /(?<!\d)(?:19|20)\d{2}(?!\d)/g

const withoutYears = ({ school, degree, field }: Education): Education => {
  const scrub = (text: string | null) => text?.replace(years, '[year]') ?? null
  return { school: scrub(school), degree: scrub(degree), field: scrub(field), dateRange: null }
}

/** Somebody as a blind reader gets them: built up from what a guest of an anonymous link is shown. */
function redact(person: Person, pseudonym: string, hidesYears: boolean): Person {
  const {
    ref: _ref,
    pseudonym: fullName,
    education,
    ...shown
  } = redactCandidate(person, shownFields, {
    ref: '',
    pseudonym,
  })
  return {
    ...shown,
    ...{ applicationId: person.applicationId, appliedAt: person.appliedAt, rating: person.rating },
    ...{ fullName, firstName: null, lastName: null, publicIdentifier: null, veiled: true },
    education: hidesYears ? education.map(withoutYears) : education,
  }
}

const makeSecret = () => randomBytes(32).toString('base64url')

/** What people go by in a job, the same in every review: nothing but the store's secret leads from one to the other. */
async function namePeople({ db }: BaseContext, key: JobKey, ids: readonly string[]) {
  const secret = await db.transaction((tx) => holdSharedValue(tx, 'blind-names', makeSecret, 'share'))
  const keyed = (what: string, id: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([what, key.account, key.jobId, id]))
      .digest()
  const plain = new Map(ids.map((id) => [id, toPseudonym(keyed('name', id))]))
  const taken = new Map(
    (await rows.takenPseudonyms(db, key, [...plain.values()])).map((each) => [
      each.pseudonym,
      each.applicationId,
    ]),
  )
  return new Map(
    [...plain].map(([id, pseudonym]) => {
      const first = taken.get(pseudonym) ?? id
      taken.set(pseudonym, first)
      return [id, first === id ? pseudonym : `${pseudonym} ${toRef(keyed('ref', id)).slice(-3)}`]
    }),
  )
}

// Taking names out of long texts takes milliseconds a person: others are answered meanwhile.
const redactedAtOnce = 3
const batchSize = 24

async function redactBatch(base: BaseContext, review: ReviewRow, ids: readonly string[]): Promise<void> {
  const { account, jobId, hidesYears } = review
  const key = { account, jobId }
  const names = await namePeople(base, key, ids)
  const made: rows.RedactedRow[] = []
  for (const { applicationId, person, hash } of await rows.readPlain(base.db, key, ids)) {
    if (made.length % redactedAtOnce === redactedAtOnce - 1) await setImmediate()
    const pseudonym = names.get(applicationId) ?? ''
    const shown = redact(parsePerson(person), pseudonym, hidesYears)
    made.push({
      ...derive(shown),
      ...{ account, jobId, applicationId, hidesYears, pseudonym },
      ...{ madeOf: `${maker}.${hash}`, person: JSON.stringify(shown) },
    })
  }
  await rows.saveRedacted(base.db, key, made)
}

/** Where the redacting of a job's people stands. */
export type Preparing = { people: number; ready: number; done: Promise<void> }

const underWay = new Map<string, Preparing>()

/**
 * Brings the redacted people of a review up to the list as it is now.
 * @returns null where they are; else how far it has come, one at a time in this process
 */
export async function prepareBlind(base: BaseContext, review: ReviewRow): Promise<Preparing | null> {
  const { account, jobId, hidesYears } = review
  const key = { account, jobId }
  // Read the version first, so that a concurrent write makes the next reader bring them up to date.
  const list = await listVersion(base.db, { ...key, reader: everyReader })
  const version = `${maker}.${list.rows}`
  if (review.readyFor === version) return null
  const id = JSON.stringify([base.instance, account, jobId, hidesYears, version])
  const known = underWay.get(id)
  if (known) return known
  const due = await rows.listDue(base.db, key, hidesYears, maker)
  const preparing: Preparing = { people: due.length, ready: 0, done: Promise.resolve() }
  const run = async () => {
    for (let at = 0; at < due.length && !base.stopping.aborted; at += batchSize) {
      const batch = due.slice(at, at + batchSize)
      await redactBatch(base, review, batch)
      preparing.ready += batch.length
    }
    if (!base.stopping.aborted) await markReady(base.db, review, version)
  }
  preparing.done = base.track(run()).finally(() => underWay.delete(id))
  preparing.done.catch((error: unknown) =>
    base.log.warn({ err: error }, 'the people of a blind review could not be prepared'),
  )
  underWay.set(id, preparing)
  return preparing
}
