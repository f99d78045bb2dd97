import 'server-only'
import {
  countedKeys,
  type Erasure,
  type FoundPerson,
  type PersonCounts,
  type PersonRef,
} from '@/lib/contracts/privacy'
import { readIdentifier } from '@/lib/domain/profile-identifier'
import { AppError } from '@/lib/server/platform/app-error'
import { countAbout, noPersonRows, type PersonRows } from '@/lib/server/db/person-tables'
import { byJob, eraseApplications } from '@/lib/server/privacy/store/erase-person'
import {
  findPerson,
  type Found,
  type IdentifyRaw,
  getDisplayName,
  type Wanted,
} from '@/lib/server/privacy/store/find-person'
import { readPersonData } from '@/lib/server/privacy/store/person-data'
import {
  addTombstones,
  hashIdentifiers,
  holdTombstones,
  identifierHashes,
  sharedHashes,
  unmarkShared,
} from '@/lib/server/candidates/store/tombstones'
import { audit, inOneStep } from '@/lib/server/audit/audit'
import { findAccount, type Context } from '@/lib/server/auth/context'
import { trySaveAllSpooled } from '@/lib/server/purchases/save-spooled'

function toWanted(context: Context, asked: PersonRef): Wanted {
  if ('publicIdentifier' in asked) {
    const publicIdentifier = readIdentifier(asked.publicIdentifier)
    if (publicIdentifier === null) {
      throw new AppError('invalid_body', {
        reason:
          'No profile can be read from this text. Give its address, such as linkedin.com/in/ada-example, or the last part of that.',
      })
    }
    return { publicIdentifier }
  }
  const { applicationId, jobId = null, account = null } = asked
  return { account: findAccount(context, account).label, applicationId, jobId }
}

/** By the adapter that a row was bought through, which need not be today's. */
const identifyIn =
  ({ readers }: Context): IdentifyRaw =>
  ({ raw, reader }) =>
    readers.get(reader)?.identifiers(raw) ?? []

const add = (a: PersonRows, b: PersonRows): PersonRows =>
  Object.fromEntries(countedKeys.map((key) => [key, a[key] + b[key]])) as PersonRows

/** @throws AppError invalid_body where an identifier was asked for that several people go by */
function mustBeOne(asked: PersonRef, { shared }: Found): void {
  if (!('publicIdentifier' in asked) || shared.length === 0) return
  throw new AppError('invalid_body', {
    reason:
      'People of different names are stored under this identifier. Name one of them by their application.',
  })
}

/** What is stored of somebody, in all accounts and jobs. @throws AppError account_not_found, invalid_body */
export async function lookUpPerson(context: Context, asked: PersonRef): Promise<FoundPerson> {
  const wanted = toWanted(context, asked)
  await trySaveAllSpooled(context)
  const { rows, shared } = await findPerson(context.db, wanted, identifyIn(context))
  const groups = byJob(rows)
  let counts = noPersonRows
  for (const { key, ids } of groups) counts = add(counts, await countAbout(context.db, key, ids))
  return {
    items: rows.map((row) => ({
      account: row.account,
      jobId: row.jobId,
      jobLabel: row.jobLabel,
      applicationId: row.applicationId,
      name: getDisplayName(row),
      firstSeenAt: row.firstSeenAt.toISOString(),
      erased: row.erased,
    })),
    counts: { applications: rows.length, jobs: groups.length, ...counts },
    sharedIdentifier: shared.length > 0,
  }
}

/**
 * Forgets somebody in all accounts and jobs, and remembers, in a form that names nobody, that they are not to be stored
 * again. Somebody of whom nothing is stored is kept from ever being. Strangers who go by the same identifier stay.
 * @throws AppError account_not_found, invalid_body
 */
export async function erasePerson(context: Context, asked: PersonRef): Promise<Erasure> {
  const wanted = toWanted(context, asked)
  // Their rows may be on disk alone.
  await trySaveAllSpooled(context)
  return inOneStep(context, async (within) => {
    const tx = within.db
    const salt = await holdTombstones(tx, 'update')
    const found = await findPerson(tx, wanted, identifyIn(context))
    mustBeOne(asked, found)
    const { rows, identifiers, shared } = found
    const givenHashes = 'publicIdentifier' in wanted ? [] : hashIdentifiers(salt, { ...wanted, identifiers })
    const ofRows = rows.flatMap((row) => hashIdentifiers(salt, { ...row, identifiers: [] }))
    await addTombstones(tx, [
      ...givenHashes,
      ...ofRows,
      ...identifierHashes(salt, identifiers),
      ...sharedHashes(salt, shared),
    ])
    if ('publicIdentifier' in wanted) await unmarkShared(tx, salt, identifiers)
    const groups = byJob(rows)
    let gone = noPersonRows
    for (const { key, ids } of groups)
      gone = add(gone, await eraseApplications(tx, key, ids, within.actor.id))
    const erased: PersonCounts = { applications: rows.length, jobs: groups.length, ...gone }
    // Never whom: the log outlives them.
    await audit(within, 'person.erased', { detail: erased })
    return { erased, sharedIdentifier: shared.length > 0 }
  })
}

/** Everything that is stored of somebody, to be handed to them. @throws AppError account_not_found, invalid_body, candidate_not_found */
export async function exportPerson(context: Context, asked: PersonRef) {
  const wanted = toWanted(context, asked)
  await trySaveAllSpooled(context)
  const found = await findPerson(context.db, wanted, identifyIn(context))
  mustBeOne(asked, found)
  const { rows } = found
  if (rows.length === 0) throw new AppError('candidate_not_found')
  return inOneStep(context, async (within) => {
    const applications = []
    for (const row of rows) applications.push(await readPersonData(within.db, row))
    await audit(within, 'person.exported', {
      detail: { applications: rows.length, jobs: byJob(rows).length },
    })
    return { exportedAt: within.now().toISOString(), applications }
  })
}
