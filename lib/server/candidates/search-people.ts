import 'server-only'
import type { Person } from '@/lib/contracts/candidate'
import type { StoredApplication, StoredPeoplePage, StoredPerson } from '@/lib/contracts/stored-people'
import { findSentence, personTexts } from '@/lib/domain/found-text'
import { parseWords, type WordQuery } from '@/lib/domain/word-query'
import type { Context } from '@/lib/server/auth/context'
import { withCursor } from '@/lib/server/platform/paging'
import {
  type ApplicationRow,
  countStored,
  findStoredPeople,
  listApplications,
} from '@/lib/server/candidates/store/stored-people'
import { parsePerson } from '@/lib/server/candidates/store/stored-person'

const toApplication = (defaultAccount: string, row: ApplicationRow, person: Person): StoredApplication => ({
  account: row.account === defaultAccount ? null : row.account,
  jobId: row.jobId,
  jobLabel: row.jobLabel,
  applicationId: row.applicationId,
  rating: row.rating,
  decision: row.decision,
  appliedAt: person.appliedAt,
  firstSeenAt: row.firstSeenAt,
  lastSeenAt: row.lastSeenAt,
  goneAt: row.goneAt,
})

function toPerson(
  defaultAccount: string,
  rows: readonly ApplicationRow[],
  headId: string | undefined,
  { clauses }: WordQuery,
): StoredPerson | null {
  const head = rows.find(({ applicationId }) => applicationId === headId) ?? rows[0]
  if (!head) return null
  const person = parsePerson(head.person)
  const words = (clauses ?? []).flatMap(({ any, not }) => (not ? [] : any))
  const { fullName, firstName, lastName, unreadable, headline, location } = person
  const { publicIdentifier, profileUrl, totalMonths } = person
  return {
    ...{
      fullName,
      firstName,
      lastName,
      unreadable,
      headline,
      location,
      publicIdentifier,
      profileUrl,
      totalMonths,
    },
    found: words.length === 0 ? null : findSentence(personTexts(person), words, false),
    applications: rows.map((row) => toApplication(defaultAccount, row, parsePerson(row.person))),
    applicationCount: head.of,
    lastSeenAt:
      rows
        .map((row) => row.lastSeenAt)
        .sort()
        .at(-1) ?? head.lastSeenAt,
  }
}

/**
 * Everyone stored, across jobs and accounts, whom a search finds: one line a person. Free.
 * @param limit people, 1…200
 * @throws AppError bad_cursor
 */
export async function searchPeople(
  context: Context,
  { q, cursor, limit }: { q: string; cursor: string | null; limit: number },
): Promise<StoredPeoplePage> {
  const { db } = context
  const accounts = context.accounts.map(({ label }) => label)
  const query = parseWords(q)
  if (query.problem !== null) {
    const counts = { matched: 0, atLeast: false, stored: await countStored(db, accounts) }
    return { items: [], nextCursor: null, counts, problem: query.problem }
  }
  const [found, stored] = await Promise.all([
    withCursor(() => findStoredPeople(db, { accounts, q, cursor, limit })),
    countStored(db, accounts),
  ])
  const rows = await listApplications(db, found.heads)
  const items = found.heads.flatMap(({ applicationId }, nth) => {
    const person = toPerson(
      context.accounts[0].label,
      rows.filter((row) => row.nth === nth),
      applicationId,
      query,
    )
    return person === null ? [] : [person]
  })
  const { nextCursor, matched, atLeast } = found
  return { items, nextCursor, counts: { matched, atLeast, stored }, problem: null }
}
