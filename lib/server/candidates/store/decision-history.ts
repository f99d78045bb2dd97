import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { PastDecision } from '@/lib/contracts/decisions'
import type { Db } from '@/lib/server/db/open-database'
import { decisionChange, decisionReason, decisionStep } from '@/lib/server/db/review-schema'
import type { ReaderKey } from './visits'
import { isWithheld } from './withheld'

const maxDecisions = 200

/** What was decided about somebody, as a reader may know it, newest first, at most 200. */
export async function listDecisions(db: Db, key: ReaderKey, applicationId: string): Promise<PastDecision[]> {
  const { account, jobId, id, from, to, toComment: comment, opened, shownMs } = decisionChange
  const { at, by, byName, kind, view } = decisionStep
  const rows = await db
    .select({
      ...{ changeId: decisionStep.id, at, by, byName, from, to, reason: decisionReason.label, comment },
      ...{ kind, view, opened, shownMs: sql<number | null>`${shownMs}::double precision` },
    })
    .from(decisionChange)
    .innerJoin(decisionStep, eq(decisionStep.id, decisionChange.stepId))
    .leftJoin(decisionReason, eq(decisionReason.id, decisionChange.toReasonId))
    .where(
      and(
        eq(account, key.account),
        eq(jobId, key.jobId),
        eq(decisionChange.applicationId, applicationId),
        sql`not ${isWithheld(key.reader, 'decision_change')}`,
      ),
    )
    .orderBy(desc(id))
    .limit(maxDecisions)
  return rows.map(({ by: memberId, byName: name, at: moment, ...row }) => ({
    ...row,
    at: moment.toISOString(),
    by: { id: memberId, name },
  }))
}
