import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { exportAbout } from '@/lib/server/db/person-tables'
import { fetch } from '@/lib/server/db/ledger-schema'
import { candidate } from '@/lib/server/db/schema'
import { shareLink, sharePerson } from '@/lib/server/db/share-schema'
import { parseView } from '@/lib/url/view'
import { matches } from '@/lib/server/candidates/store/candidate-filter'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import type { PersonRow } from './find-person'

/** JSON text as the value it writes; another text as it is. */
function parseValue(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/**
 * The share links that show a row: those that name it, and live ones into whose view it falls. Without their titles, which
 * may name somebody else.
 */
async function linksTo(db: Db, row: PersonRow) {
  const links = await db
    .select({ link: shareLink, person: sharePerson.person, named: sharePerson.applicationId })
    .from(shareLink)
    .leftJoin(
      sharePerson,
      and(eq(sharePerson.linkId, shareLink.id), eq(sharePerson.applicationId, row.applicationId)),
    )
    .where(and(eq(shareLink.account, row.account), eq(shareLink.jobId, row.jobId)))
    .orderBy(asc(shareLink.createdAt), asc(shareLink.id))
  const shown = []
  for (const { link, person, named } of links) {
    const key = { account: row.account, jobId: row.jobId, reader: '' }
    const inView = () =>
      db.$count(
        candidate,
        and(
          matches(teamSource(key), parseView(new URLSearchParams(link.view))),
          eq(candidate.applicationId, row.applicationId),
        ),
      )
    if (named === null && (link.kind !== 'live' || (await inView()) === 0)) continue
    shown.push({
      kind: link.kind,
      fields: parseValue(link.fields),
      createdAt: link.createdAt,
      expiresAt: link.expiresAt,
      revokedAt: link.revokedAt,
      opened: link.opened,
      lastOpenedAt: link.lastOpenedAt,
      shownAs: parseValue(person),
    })
  }
  return shown
}

/** Everything that is stored about one application, for the person whose it is. */
export async function readPersonData(db: Db, row: PersonRow) {
  const { account, jobId, applicationId } = row
  const [call] = await db
    .select({ kind: fetch.kind, startedAt: fetch.startedAt })
    .from(fetch)
    .where(eq(fetch.id, row.fetchId))
  return {
    account,
    jobId,
    jobLabel: row.jobLabel,
    applicationId,
    position: row.position,
    erased: row.erased,
    firstSeenAt: row.firstSeenAt,
    lastSeenAt: row.lastSeenAt,
    noLongerListedSince: row.goneAt,
    lastFetch: call ?? null,
    asReceived: parseValue(row.raw),
    asShown: parseValue(row.person),
    searchedBy: row.searchText,
    shareLinks: await linksTo(db, row),
    ...(await exportAbout(db, { account, jobId }, [applicationId])),
  }
}
