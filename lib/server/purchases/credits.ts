import 'server-only'
import type { CreditMeter, CreditsPage, LedgerEntry, LedgerFilter } from '@/lib/contracts/credits'
import { everyEntry } from '@/lib/contracts/words'
import { may } from '@/lib/domain/permissions'
import { localActor, systemActor } from '@/lib/server/platform/actor'
import { AppError } from '@/lib/server/platform/app-error'
import { BadCursorError } from '@/lib/server/candidates/store/candidate-pages'
import { readVisitSpend, spendToday } from '@/lib/server/purchases/store/ledger'
import * as pages from '@/lib/server/purchases/store/ledger-pages'
import { findNames } from '@/lib/server/auth/store/people'
import { audit } from '@/lib/server/audit/audit'
import type { Context } from '@/lib/server/auth/context'

// Those who are no people: the sandbox's desk, and a process by itself.
const others = new Map([localActor, systemActor].map(({ id, name }) => [id, name]))

async function namer(context: Context, ids: string[]): Promise<(who: string) => string> {
  const names = await findNames(context.db, [...new Set(ids)])
  return (who) => names.get(who) ?? others.get(who) ?? who
}

const listLabels = (context: Context) => context.accounts.map(({ label }) => label)

/**
 * What today cost so far, and how much of it this person's scrolling spent by itself: one query, since every page shows
 * it. And what a visit of theirs was charged.
 * @param visit the visit's id; null where the browser has bought nothing in it
 */
export async function showCreditMeter(context: Context, visit: string | null = null): Promise<CreditMeter> {
  const { actor, creditsPerDay: perDay, autoloadCredits } = context
  const [{ all, automatic }, ofVisit] = await Promise.all([
    spendToday(context.db, actor.id),
    visit === null ? undefined : readVisitSpend(context.db, { who: actor.id, visit }),
  ])
  const limit = may(actor.role, 'spend') ? autoloadCredits : 0
  return { today: all, perDay, autoload: { used: automatic, limit }, ...(ofVisit && { visit: ofVisit }) }
}

/** A page of the ledger, newest first, and what the entries of its filter come to. @throws AppError bad_cursor */
export async function listCredits(
  context: Context,
  { filter = everyEntry, cursor, limit }: { filter?: LedgerFilter; cursor: string | null; limit: number },
): Promise<CreditsPage> {
  const accounts = listLabels(context)
  try {
    const [page, totals, sums] = await Promise.all([
      pages.listLedger(context.db, { accounts, filter, cursor, limit }),
      pages.creditTotals(context.db),
      pages.ledgerSums(context.db, accounts, filter),
    ])
    const { creditsPerDay: perDay, autoloadCredits: autoloadPerDay } = context
    const getName = await namer(
      context,
      [...page.entries, ...sums.byPerson].map(({ who }) => who),
    )
    return {
      nextCursor: page.nextCursor,
      entries: page.entries.map((entry) => ({ ...entry, whoName: getName(entry.who) })),
      totals: {
        ...totals,
        perDay,
        autoloadPerDay,
        ...sums,
        byPerson: sums.byPerson.map((person) => ({ ...person, name: getName(person.who) })),
      },
    }
  } catch (error) {
    if (error instanceof BadCursorError) throw new AppError('bad_cursor', {}, { cause: error })
    throw error
  }
}

/** Every entry of a filter, newest first, read as they are taken. */
export async function* everyCredit(context: Context, filter: LedgerFilter): AsyncGenerator<LedgerEntry> {
  await audit(context, 'export.credits')
  const accounts = listLabels(context)
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof pages.listLedger>> = await pages.listLedger(context.db, {
      ...{ accounts, filter, cursor, limit: 500 },
    })
    const nameOf = await namer(
      context,
      page.entries.map(({ who }) => who),
    )
    for (const entry of page.entries) yield { ...entry, whoName: nameOf(entry.who) }
    cursor = page.nextCursor
  } while (cursor !== null)
}
