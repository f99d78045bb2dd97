import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import type { Person } from '@/lib/contracts/candidate'
import { identifierInAddress, parseIdentifier } from '@/lib/domain/profile-identifier'
import { unreadablePerson } from '@/lib/domain/unreadable-person'
import type { Db } from '@/lib/server/db/open-database'
import { erasedPerson } from '@/lib/server/db/share-schema'
import type { IncomingRow } from './candidates'
import { holdSharedValue } from './shared-values'

const makeSalt = () => randomBytes(32).toString('base64url')

/**
 * The salt of this store's tombstones. Whoever stores people holds it together with others, whoever erases somebody holds
 * it alone: so an answer on its way in while somebody is erased either is seen by the erasure, or sees it. Taken before
 * any job is locked.
 */
export const holdTombstones = (tx: Db, lock: 'share' | 'update'): Promise<string> =>
  holdSharedValue(tx, 'tombstone-salt', makeSalt, lock)

type Identified = { account: string; applicationId: string; identifiers: readonly string[] }

/** The hashes of all by which somebody is known. */
export function hashIdentifiers(salt: string, { account, applicationId, identifiers }: Identified): string[] {
  return [hashText(salt, `application:${account}:${applicationId}`), ...identifierHashes(salt, identifiers)]
}

const hashText = (salt: string, text: string) => createHmac('sha256', salt).update(text).digest('hex')

export const identifierHashes = (salt: string, identifiers: readonly string[]): string[] =>
  identifiers.map((identifier) => hashText(salt, `public:${identifier}`))

/** The marks of identifiers that several people go by: by these nobody is erased, and none of them is buried later. */
export const sharedHashes = (salt: string, identifiers: readonly string[]): string[] =>
  identifiers.map((identifier) => hashText(salt, `shared:${identifier}`))

type Named = Pick<Person, 'publicIdentifier' | 'profileUrl'>

/**
 * The folded public identifiers of a row, as read and as it came: its own, else the one in the profile's address. None for
 * one that says no more than that it is not known.
 * @param identifiersByRow those that the raw row holds, as its reader gives them
 */
export function listIdentifiers(
  { publicIdentifier, profileUrl }: Named,
  identifiersByRow: readonly string[],
): string[] {
  const read = parseIdentifier(publicIdentifier) ?? parseIdentifier(identifierInAddress(profileUrl))
  return [...new Set([...(read === null ? [] : [read]), ...identifiersByRow])]
}

/** A row that says that somebody applied, and nothing of them. */
export const erasedRecord = (applicationId: string): Person => ({
  ...unreadablePerson(applicationId),
  erased: true,
})

/** An identifier that is to keep its bearer from being stored is no longer one that several go by. */
export async function unmarkShared(tx: Db, salt: string, identifiers: readonly string[]): Promise<void> {
  if (identifiers.length === 0) return
  await tx.delete(erasedPerson).where(inArray(erasedPerson.hash, sharedHashes(salt, identifiers)))
}

/** Remembers who was erased. */
export async function addTombstones(tx: Db, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return
  await tx
    .insert(erasedPerson)
    // In one order, so that two who bury the same people do not wait for each other.
    .values([...new Set(hashes)].sort().map((hash) => ({ hash })))
    .onConflictDoNothing()
}

/**
 * Puts an empty row in the place of everyone who was erased.
 * @returns the rows to store, which of them are such, and the hashes by which these become known as well
 */
export async function withoutErased(
  tx: Db,
  salt: string,
  account: string,
  rows: readonly IncomingRow[],
): Promise<{ rows: IncomingRow[]; erased: string[] }> {
  if (rows.length === 0) return { rows: [], erased: [] }
  const told = rows.map(({ person, identifiers }) => listIdentifiers(person, identifiers))
  const hashes = (at: number, identifiers: readonly string[]) =>
    hashIdentifiers(salt, { account, applicationId: rows[at]!.person.applicationId, identifiers })
  const asked = told.flatMap((identifiers, at) => [
    ...hashes(at, identifiers),
    ...sharedHashes(salt, identifiers),
  ])
  const found = await tx
    .select({ hash: erasedPerson.hash })
    .from(erasedPerson)
    .where(inArray(erasedPerson.hash, asked))
  const tombstoned = new Set(found.map(({ hash }) => hash))
  if (tombstoned.size === 0) return { rows: [...rows], erased: [] }
  const isShared = (identifier: string) =>
    sharedHashes(salt, [identifier]).some((hash) => tombstoned.has(hash))
  const known = told.map((identifiers, at) =>
    hashes(
      at,
      identifiers.filter((identifier) => !isShared(identifier)),
    ),
  )
  const isErased = (at: number) => known[at]?.some((hash) => tombstoned.has(hash)) ?? false
  // Under an application that was not known then, they are known from now on.
  await addTombstones(tx, known.filter((_, at) => isErased(at)).flat())
  return {
    rows: rows.map((row, at) =>
      isErased(at)
        ? { ...row, raw: '{}', person: erasedRecord(row.person.applicationId), identifiers: [] }
        : row,
    ),
    erased: rows.filter((_, at) => isErased(at)).map(({ person }) => person.applicationId),
  }
}
