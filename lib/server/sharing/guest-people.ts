import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Candidate } from '@/lib/contracts/candidate'
import { type GuestCandidate, type ShareFields, shareFields } from '@/lib/contracts/share'
import { maxShared } from '@/lib/contracts/share-words'
import { toMonthIndex } from '@/lib/domain/career-axis'
import { toPseudonym, toRef } from '@/lib/domain/pseudonym'
import { redactCandidate } from '@/lib/redaction/redaction'
import type { Db } from '@/lib/server/db/open-database'
import { derive } from '@/lib/server/candidates/store/derived-columns'
import { listVersion } from '@/lib/server/candidates/store/list-version'
import type { OpenLink } from '@/lib/server/sharing/store/share-links'
import { countFrozen, frozenPeople, peopleOfView } from '@/lib/server/sharing/store/shared-people'
import { parseView } from '@/lib/url/view'
import { toMark } from './share-links'

/** Somebody as a guest is shown them, and what they are filtered and sorted by: read from what is shown, and only that. */
export type SharedPerson = {
  /** For the store alone: never sent. */
  applicationId: string
  guest: GuestCandidate
  keys: Omit<ReturnType<typeof derive>, 'publicIdentifier'>
}

export const toFields = ({ fields }: Pick<OpenLink, 'fields'>): ShareFields =>
  shareFields.parse(JSON.parse(fields))

// Two who would go by one name: what tells them apart is as stable as their keys.
function namesApart(people: SharedPerson[]): SharedPerson[] {
  const counts = new Map<string, number>()
  for (const { guest } of people) {
    if (guest.pseudonym !== null) counts.set(guest.pseudonym, (counts.get(guest.pseudonym) ?? 0) + 1)
  }
  return people.map((person) => {
    const { pseudonym, ref } = person.guest
    if (pseudonym === null || counts.get(pseudonym) === 1) return person
    return toShared(person.applicationId, { ...person.guest, pseudonym: `${pseudonym} ${ref.slice(-3)}` })
  })
}

function toShared(applicationId: string, guest: GuestCandidate): SharedPerson {
  const { ref, pseudonym, ...shown } = guest
  const { publicIdentifier: _none, ...keys } = derive({
    ...shown,
    applicationId: ref,
    fullName: pseudonym ?? guest.fullName,
    publicIdentifier: null,
    appliedAt: null,
  })
  return { applicationId, guest, keys }
}

function redacted({ secret }: OpenLink, fields: ShareFields, candidate: Candidate): SharedPerson {
  const { applicationId } = candidate
  const marks = {
    ref: toRef(toMark(secret, 'ref', applicationId)),
    pseudonym: toPseudonym(toMark(secret, 'name', applicationId)),
  }
  return toShared(applicationId, redactCandidate(candidate, fields, marks))
}

/** Where the earliest career of these people begins, months since year 0; null when no date is known. */
export function findCareerStart(people: readonly SharedPerson[]): number | null {
  const starts = people.flatMap(({ guest }) =>
    guest.experiences.flatMap(({ start }) => (start === null ? [] : [toMonthIndex(start)])),
  )
  return starts.length === 0 ? null : starts.reduce((a, b) => Math.min(a, b))
}

async function readVersion(db: Db, link: OpenLink): Promise<string> {
  const { id, kind, account, jobId } = link
  if (kind === 'frozen') return String(await countFrozen(db, id))
  return (await listVersion(db, { account, jobId, reader: '' })).rows
}

// A text of somebody as stored, and what was made of it.
type Made = ReadonlyMap<string, { text: string; person: SharedPerson }>
type Reading = { made: Made; people: SharedPerson[] }

// Taking names out of long texts takes milliseconds a person: others are answered meanwhile.
const atOnce = 10

async function read(db: Db, link: OpenLink, before: Made): Promise<Reading> {
  const { id, kind, account, jobId, view } = link
  const people =
    kind === 'frozen'
      ? await frozenPeople(db, id)
      : await peopleOfView(db, { account, jobId }, parseView(view), maxShared)
  const fields = toFields(link)
  const made = new Map<string, { text: string; person: SharedPerson }>()
  let fresh = 0
  for (const candidate of people) {
    const text = JSON.stringify(candidate)
    const known = before.get(candidate.applicationId)
    const person = known?.text === text ? known.person : redacted(link, fields, candidate)
    if (person !== known?.person && (fresh += 1) % atOnce === 0) await setImmediate()
    made.set(candidate.applicationId, { text, person })
  }
  return { made, people: namesApart([...made.values()].map(({ person }) => person)) }
}

// People in all: a few links of the largest size.
const mostKept = 3 * maxShared

type Kept = { version: string; reading: Promise<Reading>; size: number }
const nothing: Reading = { made: new Map(), people: [] }

/** The people of links that were opened lately, each redacted once for as long as nothing about them changes. */
export class SharedPeople {
  // In the order in which they were last asked for.
  readonly #kept = new Map<string, Kept>()

  /** Everyone of a link, in its order. */
  async of(db: Db, link: OpenLink): Promise<SharedPerson[]> {
    // Before the people: what changes meanwhile makes them old at once, not new for ever.
    const version = await readVersion(db, link)
    const known = this.#kept.get(link.id)
    this.#kept.delete(link.id)
    const kept: Kept = known?.version === version ? known : this.#readAnew(db, link, version, known)
    this.#kept.set(link.id, kept)
    try {
      const { people } = await kept.reading
      kept.size = people.length
      this.#forgetOldest()
      return people
    } catch (error) {
      if (this.#kept.get(link.id) === kept) this.#kept.delete(link.id)
      throw error
    }
  }

  #readAnew(db: Db, link: OpenLink, version: string, known: Kept | undefined): Kept {
    const before = known ? known.reading.catch(() => nothing) : Promise.resolve(nothing)
    return { version, reading: before.then(({ made }) => read(db, link, made)), size: known?.size ?? 0 }
  }

  #forgetOldest(): void {
    let size = [...this.#kept.values()].reduce((sum, each) => sum + each.size, 0)
    for (const [id, each] of this.#kept) {
      if (size <= mostKept) break
      size -= each.size
      this.#kept.delete(id)
    }
  }
}
