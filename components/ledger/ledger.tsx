'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import type { LedgerFilter } from '@/lib/contracts/credits'
import { everyEntry } from '@/lib/contracts/words'
import { useFormats } from '@/components/shared/use-formats'
import { ledger } from '@/lib/query/ledger'
import { toProblem } from '@/lib/query/http'
import { ledgerQuery } from '@/lib/query/ledger'
import { isWholeLedger } from '@/lib/url/ledger'
import { AskAbove } from './ask-above'
import { LedgerFilters } from './ledger-filters'
import { jobChoices, jobKey } from './ledger-jobs'
import { LedgerOverview } from './ledger-overview'
import { LedgerTable } from './ledger-table'
import { NoMatch, NothingSpent } from './nothing-spent'
import { useLedgerFilter } from './use-ledger-filter'

type Props = { accounts: string[]; autoload: number }

const useLedger = (filter: LedgerFilter) =>
  useInfiniteQuery({ ...ledgerQuery(filter, ledger), placeholderData: keepPreviousData })

/** What was spent on what: figures, a drawing, totals and every single call. Reading all of it is free. */
export function Ledger({ accounts, autoload }: Props) {
  const { filter, change, clear } = useLedgerFilter()
  const { number } = useFormats()
  const ledger = useLedger(filter)
  // What can be chosen from does not shrink with what is chosen.
  const everything = useLedger(everyEntry).data?.pages[0]?.totals
  const totals = ledger.data?.pages[0]?.totals
  const entries = ledger.data?.pages.flatMap((page) => page.entries) ?? []
  const labels = new Map(
    [...(everything?.byJob ?? []), ...(totals?.byJob ?? [])].map((job) => [jobKey(job), job.label]),
  )
  const whole = isWholeLedger(filter)
  const [defaultAccount = null] = accounts

  if (everything?.matched.entries === 0 && whole) {
    return (
      <>
        <AskAbove autoload={autoload} />
        <NothingSpent perDay={everything.perDay} />
      </>
    )
  }
  return (
    <>
      <LedgerFilters
        filter={filter}
        change={change}
        clear={clear}
        jobs={jobChoices(everything?.byJob ?? [])}
        people={(everything?.byPerson ?? []).map(({ who, name }) => ({ value: who, label: name }))}
      />
      {ledger.error ? (
        <NotRead error={ledger.error} busy={ledger.isFetching} onRetry={() => void ledger.refetch()} />
      ) : null}
      {totals ? (
        <div
          aria-busy={ledger.isPlaceholderData}
          className={`flex flex-col gap-4 ${ledger.isPlaceholderData ? 'opacity-60' : ''}`}
        >
          <LedgerOverview
            totals={totals}
            whole={whole}
            change={change}
            defaultAccount={defaultAccount}
            autoload={autoload}
          />
          <h2 className="mt-2 font-semibold">
            Every call
            <span className="font-normal text-muted">
              {' '}
              · {number(entries.length)} of {number(totals.matched.entries)}, newest first
            </span>
          </h2>
          {entries.length === 0 ? (
            <NoMatch onClear={clear} />
          ) : (
            <LedgerTable
              entries={entries}
              getLabel={(entry) => labels.get(jobKey(entry)) ?? null}
              defaultAccount={defaultAccount}
            />
          )}
          {ledger.hasNextPage ? (
            <p className="text-center">
              <Button
                price="free"
                busy={ledger.isFetchingNextPage}
                onClick={() => void ledger.fetchNextPage()}
              >
                Load older
              </Button>
            </p>
          ) : null}
        </div>
      ) : ledger.error ? null : (
        <p role="status" className="rounded-panel border border-line bg-panel px-4 py-5 text-muted">
          Reading the ledger…
        </p>
      )}
    </>
  )
}

function NotRead({ error, busy, onRetry }: { error: Error; busy: boolean; onRetry: () => void }) {
  const { title, detail } = toProblem(error)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-panel border border-danger/30 bg-danger-soft px-4 py-2.5">
      <p role="alert" className="text-note">
        <b className="font-semibold">{title}.</b> {detail}
      </p>
      <Button busy={busy} onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}
