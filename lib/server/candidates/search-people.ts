import 'server-only'
import type { Person } from '@/lib/contracts/candidate'
import type { StoredApplication, StoredPeoplePage, StoredPerson } from '@/lib/contracts/stored-people'
import { findSentence, personTexts } from '@/lib/domain/found-text'
import { parseWords, type Word } from '@/lib/domain/word-query'
import { wantedWords } from '@/lib/domain/word-ranges'
import { type Context, toJobKey } from '@/lib/server/auth/context'
import { AppError } from '@/lib/server/platform/app-error'
import { withCursor } from '@/lib/server/platform/paging'
import {
  type ApplicationRow,
  countStored,
  findStoredPeople,
  listApplications,
} from '@/lib/server/candidates/store/stored-people'
import { getCriteria } from '@/lib/server/candidates/store/job-criteria'
import { getJob } from '@/lib/server/candidates/store/jobs'
import { findByCriteria } from '@/lib/server/candidates/store/people-by-criteria'
import { parsePerson } from '@/lib/server/candidates/store/stored-person'
import type { JobRef } from '@/lib/url/paths'

export type PeopleSearch = { q: string; criteria?: JobRef | null; cursor: string | null; limit: number }

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
  words: readonly Word[],
): StoredPerson | null {
  const head = rows.find(({ applicationId }) => applicationId === headId) ?? rows[0]
  if (!head) return null
  const person = parsePerson(head.person)
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

/** The musts of a job, and what it is called. @throws AppError account_not_found, job_not_found */
async function readMusts(context: Context, ref: JobRef) {
  const key = toJobKey(context, ref)
  const job = await getJob(context.db, key)
  if (!job) throw new AppError('job_not_found')
  const criteria = (await getCriteria(context.db, key))?.criteria ?? []
  return { key, jobLabel: job.label, musts: criteria.filter(({ need }) => need === 'must') }
}

/**
 * Everyone stored, across jobs and accounts, whom a search finds: one line a person. Free.
 * @param criteria of a job: only people stored in other jobs who meet each of its musts
 * @param limit people, 1…200
 * @throws AppError bad_cursor, account_not_found, job_not_found
 */
export async function searchPeople(
  context: Context,
  { q, criteria = null, cursor, limit }: PeopleSearch,
): Promise<StoredPeoplePage> {
  const { db } = context
  const accounts = context.accounts.map(({ label }) => label)
  const query = parseWords(q)
  const wanted = criteria === null ? null : await readMusts(context, criteria)
  const told = wanted && {
    criteria: { jobLabel: wanted.jobLabel, musts: wanted.musts.map(({ name }) => name) },
  }
  if (query.problem !== null) {
    const counts = { matched: 0, atLeast: false, stored: await countStored(db, accounts) }
    return { items: [], nextCursor: null, counts, ...told, problem: query.problem }
  }
  const [found, stored] = await Promise.all([
    withCursor(() =>
      wanted
        ? findByCriteria(db, { accounts, q, cursor, limit, job: wanted.key, musts: wanted.musts })
        : findStoredPeople(db, { accounts, q, cursor, limit }),
    ),
    countStored(db, accounts),
  ])
  const own = wantedWords(q)
  const ofMusts = (wanted?.musts ?? []).flatMap(({ kind, words }) =>
    kind === 'country' ? [] : wantedWords(words),
  )
  const rows = await listApplications(db, found.heads, context.actor.id)
  const items = found.heads.flatMap(({ applicationId }, nth) => {
    const person = toPerson(
      context.accounts[0].label,
      rows.filter((row) => row.nth === nth),
      applicationId,
      own.length > 0 ? own : ofMusts,
    )
    return person === null ? [] : [person]
  })
  const { nextCursor, matched, atLeast } = found
  return { items, nextCursor, counts: { matched, atLeast, stored }, ...told, problem: null }
}
