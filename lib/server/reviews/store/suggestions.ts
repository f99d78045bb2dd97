import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Decision } from '@/lib/contracts/decision-words'
import { aboutApplicant, type PersonKey } from '@/lib/server/db/about-application'
import type { Db } from '@/lib/server/db/open-database'
import { suggestion } from '@/lib/server/db/review-schema'

/** Keeps the last word of a member on somebody. @param decision null takes the earlier one away */
export async function saveSuggestion(
  tx: Db,
  about: PersonKey,
  { id: userId, name: userName }: { id: string; name: string },
  decision: Decision | null,
  at: Date,
): Promise<void> {
  const { account, jobId, applicationId } = suggestion
  if (decision === null) {
    await tx.delete(suggestion).where(and(aboutApplicant(suggestion, about), eq(suggestion.userId, userId)))
    return
  }
  await tx
    .insert(suggestion)
    .values({ ...about, userId, userName, decision, at })
    .onConflictDoUpdate({
      target: [account, jobId, applicationId, suggestion.userId],
      set: { userName, decision, at },
    })
}
