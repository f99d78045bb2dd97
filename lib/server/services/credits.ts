import 'server-only'
import type { CreditsPage } from '@/lib/contracts/credits'
import { AppError } from '@/lib/server/app-error'
import * as ledger from '@/lib/server/store/ledger'
import { BadCursorError } from '@/lib/server/store/candidate-pages'
import type { Context } from './context'

/** A page of the ledger, newest first, with what was spent. @throws AppError bad_cursor */
export async function listCredits(
  context: Context,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<CreditsPage> {
  const accounts = context.accounts.map(({ label }) => label)
  try {
    const [page, totals] = await Promise.all([
      ledger.listLedger(context.db, { accounts, cursor, limit }),
      ledger.creditTotals(context.db),
    ])
    const { creditsPerDay: perDay, autoloadCredits: autoloadPerVisit } = context
    return { ...page, totals: { ...totals, perDay, autoloadPerVisit } }
  } catch (error) {
    if (error instanceof BadCursorError) throw new AppError('bad_cursor', {}, { cause: error })
    throw error
  }
}
