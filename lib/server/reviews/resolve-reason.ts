import 'server-only'
import type { Decision } from '@/lib/contracts/decision-words'
import { cleanText } from '@/lib/domain/clean-text'
import { foldText } from '@/lib/domain/search'
import type { Db } from '@/lib/server/db/open-database'
import { AppError } from '@/lib/server/platform/app-error'
import { isReasonNeeded, listReasons, type ReasonRow } from '@/lib/server/reviews/store/reasons'

/** Why, as it was given. What is undefined stays as it stands where the decision does. */
export type GivenReason = {
  decision: Decision | null
  reason?: string | null | undefined
  comment?: string | null | undefined
}
/** Which decision has which reason by now. */
type Standing = { decision: Decision | null; reasonId: string | null }
/** Why, as it is stored; undefined for what was not given. */
export type ResolvedReason = { reasonId: string | null | undefined; comment: string | null | undefined }

const reasonIdPattern = /^rsn_[A-Za-z0-9_-]+$/

/**
 * Finds which of the team's reasons a text means, by its id or its label; any other text is the decider's own.
 * @param before what stands about the one person it is about: the reason of that may stay, whatever it is offered for now
 * @throws AppError reason_gone for a reason that the team no longer offers, reason_of_another for one that it offers for
 * other decisions
 */
export async function resolveReason(
  db: Db,
  { decision, reason, comment }: GivenReason,
  before: Standing | null = null,
): Promise<ResolvedReason> {
  const own = comment === undefined ? undefined : cleanText(comment)
  const text = reason === undefined ? undefined : cleanText(reason)
  if (text === undefined || text === null) return { reasonId: text, comment: own }
  const reasons = await listReasons(db)
  const byId = reasons.find(({ id }) => id === text)
  if (byId?.retiredAt || (!byId && reasonIdPattern.test(text))) throw new AppError('reason_gone')
  const fits = (each: ReasonRow) => decision === null || each.decision === null || each.decision === decision
  const stays = before !== null && before.decision === decision && before.reasonId === byId?.id
  if (byId && !stays && !fits(byId)) throw new AppError('reason_of_another')
  const folded = foldText(text)
  const found =
    byId ?? reasons.find((each) => each.retiredAt === null && each.folded === folded && fits(each))
  if (found) return { reasonId: found.id, comment: own }
  return { reasonId: null, comment: own ? `${text}\n${own}` : text }
}

/** @throws AppError reason_required where the team wants a reason for every rejection */
export async function assertReason(
  db: Db,
  decision: Decision | null,
  { reasonId, comment }: Partial<ResolvedReason>,
): Promise<void> {
  if (decision !== 'reject' || reasonId || comment) return
  if (await isReasonNeeded(db)) throw new AppError('reason_required')
}
