import 'server-only'
import type { CreditsPage, LedgerEntry, LedgerFilter } from '@/lib/contracts/credits'
import { everyEntry } from '@/lib/contracts/words'
import { AppError } from '@/lib/server/app-error'
import { BadCursorError } from '@/lib/server/store/candidate-pages'
import * as pages from '@/lib/server/store/ledger-pages'
import type { Context } from './context'

const labelsOf = (context: Context) => context.accounts.map(({ label }) => label)

/** A page of the ledger, newest first, and what the entries of its filter come to. @throws AppError bad_cursor */
export async function listCredits(
  context: Context,
  { filter = everyEntry, cursor, limit }: { filter?: LedgerFilter; cursor: string | null; limit: number },
): Promise<CreditsPage> {
  const accounts = labelsOf(context)
  try {
    const [page, totals, sums] = await Promise.all([
      pages.listLedger(context.db, { accounts, filter, cursor, limit }),
      pages.creditTotals(context.db),
      pages.ledgerSums(context.db, accounts, filter),
    ])
    const { creditsPerDay: perDay, autoloadCredits: autoloadPerVisit } = context
    return { ...page, totals: { ...totals, perDay, autoloadPerVisit, ...sums } }
  } catch (error) {
    if (error instanceof BadCursorError) throw new AppError('bad_cursor', {}, { cause: error })
    throw error
  }
}

/** Every entry of a filter, newest first, read as they are taken. */
export async function* everyCredit(context: Context, filter: LedgerFilter): AsyncGenerator<LedgerEntry> {
  const accounts = labelsOf(context)
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof pages.listLedger>> = await pages.listLedger(context.db, {
      ...{ accounts, filter, cursor, limit: 500 },
    })
    yield* page.entries
    cursor = page.nextCursor
  } while (cursor !== null)
}
