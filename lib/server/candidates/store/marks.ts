import 'server-only'
import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Marks } from '@/lib/contracts/candidate'
import type { Vote } from '@/lib/contracts/votes'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { shareResponse } from '@/lib/server/db/share-schema'
import { hasNews, isNewcomer, type ReaderKey } from './visits'

const voted = (vote: Vote) =>
  sql<number>`(count(*) filter (where ${shareResponse.vote} = ${vote}))::int`.as(`voted_${vote}`)

/** What people did about these applications of a job, for one reader. Those about whom nothing is to be said are left out. */
export async function readMarks(db: Db, key: ReaderKey, applicationIds: readonly string[]): Promise<Marks> {
  if (applicationIds.length === 0) return {}
  const ids = [...applicationIds]
  const votes = db
    .select({
      applicationId: shareResponse.applicationId,
      yes: voted('yes'),
      maybe: voted('maybe'),
      no: voted('no'),
      comments: sql<number>`count(${shareResponse.comment})::int`.as('comments'),
    })
    .from(shareResponse)
    .where(
      and(
        eq(shareResponse.account, key.account),
        eq(shareResponse.jobId, key.jobId),
        inArray(shareResponse.applicationId, ids),
      ),
    )
    .groupBy(shareResponse.applicationId)
    .as('votes')
  const rows = await db
    .select({
      applicationId: candidate.applicationId,
      news: sql<boolean>`${hasNews(key)}`,
      newcomer: sql<boolean>`${isNewcomer(key)}`,
      voted: votes.applicationId,
      votes: { yes: votes.yes, maybe: votes.maybe, no: votes.no, comments: votes.comments },
    })
    .from(candidate)
    .leftJoin(votes, eq(votes.applicationId, candidate.applicationId))
    .where(
      and(
        eq(candidate.account, key.account),
        eq(candidate.jobId, key.jobId),
        inArray(candidate.applicationId, ids),
        or(hasNews(key), isNotNull(votes.applicationId)),
      ),
    )
  return Object.fromEntries(
    rows.map(({ applicationId, news, newcomer, voted: isVoted, votes: counted }) => [
      applicationId,
      {
        ...(news ? (newcomer ? { isNew: true } : { isRerated: true }) : {}),
        ...(isVoted === null ? {} : { votes: counted }),
      },
    ]),
  )
}
