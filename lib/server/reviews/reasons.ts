import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ReasonSettings } from '@/lib/contracts/decisions'
import { cleanLine, cleanText } from '@/lib/domain/clean-text'
import { foldText } from '@/lib/domain/search'
import { audit, inOneStep } from '@/lib/server/audit/audit'
import type { Context } from '@/lib/server/auth/context'
import { AppError } from '@/lib/server/platform/app-error'
import * as store from '@/lib/server/reviews/store/reasons'

/** The reasons that the team offers, in its order, and whether a rejection needs one. */
export async function listReasons({ db }: Pick<Context, 'db'>): Promise<ReasonSettings> {
  const [rows, neededForReject] = [await store.listReasons(db), await store.isReasonNeeded(db)]
  const reasons = rows
    .filter(({ retiredAt }) => retiredAt === null)
    .map(({ id, label, definition, decision }) => ({ id, label, definition, decision }))
  return { reasons, neededForReject }
}

function parseReasons({ reasons }: ReasonSettings): store.OfferedReason[] {
  const offered = reasons.map(({ id, label, definition, decision }, position) => {
    const clean = cleanLine(label)
    if (clean === null) throw new AppError('invalid_body', { reason: 'A reason needs a name.' })
    return {
      id,
      label: clean,
      folded: foldText(clean),
      definition: cleanText(definition) ?? '',
      decision,
      position,
    }
  })
  const twice = offered.find(({ folded }, at) => offered.findIndex((each) => each.folded === folded) !== at)
  if (twice) {
    throw new AppError('invalid_body', {
      reason: `There are two reasons named “${twice.label}”. Rename one.`,
    })
  }
  return offered
}

/**
 * Saves the team's list. A reason that is left out is offered no longer, and stays with the decisions that name it; one
 * that had the same name before is offered again.
 * @throws AppError invalid_body for an empty name, or one that is there twice
 */
export async function saveReasons(context: Context, settings: ReasonSettings): Promise<ReasonSettings> {
  const offered = parseReasons(settings)
  return inOneStep(context, async (within) => {
    const { db, now } = within
    await store.lockReasons(db)
    const known = await store.listReasons(db)
    const ids = new Set(known.map(({ id }) => id))
    const taken = new Set(offered.map(({ id }) => id))
    const rows = offered.map((each) => {
      if (ids.has(each.id)) return each
      const before = known.find(({ id, folded }) => folded === each.folded && !taken.has(id))
      return { ...each, id: before?.id ?? `rsn_${randomUUID().replaceAll('-', '')}` }
    })
    await store.saveReasons(db, rows, now())
    await store.setReasonNeeded(db, settings.neededForReject)
    // What pages show of these reasons is another text now.
    const renamed = rows.filter(({ id, label }) =>
      known.some((each) => each.id === id && each.label !== label),
    )
    await store.touchJobsWithReasons(
      db,
      renamed.map(({ id }) => id),
    )
    await audit(within, 'reasons.changed', {
      detail: { reasons: rows.length, needed: settings.neededForReject },
    })
    return listReasons(within)
  })
}
