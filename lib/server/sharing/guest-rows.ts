import 'server-only'
import { createHmac } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { type GuestCandidate, guestCandidate } from '@/lib/contracts/share'
import {
  getShareField,
  type ShareFieldKey,
  shareFieldKeys,
  type ShareFields,
} from '@/lib/contracts/share-fields'
import { toMonthIndex } from '@/lib/domain/career-axis'
import { toPseudonym, toRef } from '@/lib/domain/pseudonym'
import { redactCandidate, redactionVersion } from '@/lib/redaction/redaction'
import { derive, derivedVersion } from '@/lib/server/candidates/store/derived-columns'
import { parseStored } from '@/lib/server/candidates/store/stored-person'
import type { Db } from '@/lib/server/db/open-database'
import { alikeRows, type GuestRow } from './store/guest-candidates'
import { type Member, personsOf } from './store/link-members'
import type { OpenLink } from './store/share-links'

/** Changes whenever the same person would be redacted, or searched and sorted, in another way. */
export const rowVersion = `${redactionVersion}.${derivedVersion}`

/** Somebody in a link by what they go by there. */
export type NamedMember = Member & { ref: string; pseudonym: string | null }

/** What an older link does not say yet has its default; what nothing reads any more is dropped. */
const storedFields = z.object(
  Object.fromEntries(
    shareFieldKeys.map((key) => [key, z.boolean().default(getShareField(key).byDefault === true)]),
  ) as Record<ShareFieldKey, z.ZodDefault<z.ZodBoolean>>,
)

/** What a link shows. */
export const toFields = ({ fields }: Pick<OpenLink, 'fields'>): ShareFields =>
  storedFields.parse(JSON.parse(fields))

/** What goes by a link's secret: nothing else leads from a person to it or back. */
const keyed = ({ secret }: OpenLink, what: 'ref' | 'name', applicationId: string): Buffer =>
  createHmac('sha256', secret).update(`${what}:${applicationId}`).digest()

// Hashing thousands takes a while: others are answered meanwhile.
const namedAtOnce = 500

/** Names everyone in a link; of two who would go by one name, both get what tells them apart. */
export async function nameMembers(link: OpenLink, members: readonly Member[]): Promise<NamedMember[]> {
  const { names } = toFields(link)
  const counts = new Map<string, number>()
  const named: NamedMember[] = []
  for (const [at, member] of members.entries()) {
    if (at % namedAtOnce === namedAtOnce - 1) await setImmediate()
    const { applicationId } = member
    const pseudonym = names ? null : toPseudonym(keyed(link, 'name', applicationId))
    if (pseudonym !== null) counts.set(pseudonym, (counts.get(pseudonym) ?? 0) + 1)
    named.push({ ...member, ref: toRef(keyed(link, 'ref', applicationId)), pseudonym })
  }
  return named.map((member) => {
    const { pseudonym, ref } = member
    const isShared = pseudonym !== null && (counts.get(pseudonym) ?? 0) > 1
    return isShared ? { ...member, pseudonym: `${pseudonym} ${ref.slice(-3)}` } : member
  })
}

/** A stored person as a guest gets them. @throws StoredDataError */
export const parseGuest = (text: string): GuestCandidate =>
  parseStored(guestCandidate, text, 'person of a link')

/** What a row is made of: it is made again when this changes. */
export const madeOf = ({ hash }: { hash: string }): string => `${rowVersion}.${hash}`

/** Where somebody's career begins, months since year 0; null when no date is known. */
export function findCareerStart({ experiences }: Pick<GuestCandidate, 'experiences'>): number | null {
  const starts = experiences.flatMap(({ start }) => (start === null ? [] : [toMonthIndex(start)]))
  return starts.length === 0 ? null : Math.min(...starts)
}

/** Somebody redacted for a link, and what they were made of. */
export type Redacted = { member: NamedMember; madeOf: string; guest: GuestCandidate }

/** The row of somebody: what they are found and sorted by is read from what is shown of them, and nothing else. */
export function toGuestRow({ id, account, jobId }: OpenLink, { member, madeOf, guest }: Redacted): GuestRow {
  const { ref, pseudonym, ...shown } = guest
  const { applicationId, position } = member
  return {
    ...derive({
      ...shown,
      applicationId: ref,
      fullName: pseudonym ?? guest.fullName,
      publicIdentifier: null,
      appliedAt: null,
    }),
    ...{ linkId: id, account, jobId, applicationId, ref, pseudonym, position, madeOf },
    person: JSON.stringify(guest),
    careerFrom: findCareerStart(guest),
  }
}

// Taking names out of long texts takes milliseconds a person: others are answered meanwhile.
const redactedAtOnce = 3

/**
 * Redacts some people of a link, or takes what another link that shows the same fields has of them already. Whoever is not
 * stored any more is left out.
 */
export async function redactMembers(
  db: Db,
  link: OpenLink,
  members: readonly NamedMember[],
): Promise<Redacted[]> {
  const fields = toFields(link)
  const ids = members.map(({ applicationId }) => applicationId)
  const [persons, alike] = [await personsOf(db, link, ids), await alikeRows(db, link, ids)]
  const stored = new Map(persons.map((person) => [person.applicationId, person]))
  const known = new Map(alike.map((row) => [`${row.applicationId} ${row.madeOf}`, row.person]))
  const redacted: Redacted[] = []
  let fresh = 0
  for (const member of members) {
    const person = stored.get(member.applicationId)
    if (!person) continue
    const marks = { ref: member.ref, pseudonym: member.pseudonym ?? '' }
    const text = known.get(`${member.applicationId} ${madeOf(person)}`)
    if (text === undefined && (fresh += 1) % redactedAtOnce === 0) await setImmediate()
    const guest =
      text === undefined
        ? redactCandidate(person.person, fields, marks)
        : { ...parseGuest(text), ref: member.ref, pseudonym: member.pseudonym }
    redacted.push({ member, madeOf: madeOf(person), guest })
  }
  return redacted
}
