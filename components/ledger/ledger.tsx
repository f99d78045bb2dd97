'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { Link } from '@/components/ui/link'
import type { CreditsPage, LedgerFilter } from '@/lib/contracts/credits'
import { everyEntry } from '@/lib/contracts/words'
import { type Formats, useFormats } from '@/components/shared/use-formats'
import { bff } from '@/lib/query/bff'
import { toProblem } from '@/lib/query/http'
import { ledgerQuery } from '@/lib/query/options'
import { isWholeLedger } from '@/lib/url/ledger'
import { AskAbove } from './ask-above'
import { Figures } from './figures'
import { LedgerFilters } from './ledger-filters'
import { LedgerTable } from './ledger-table'
import { SpendChart } from './spend-chart'
import { SpendTotals } from './spend-totals'
import { useLedgerFilter } from './use-ledger-filter'

type Props = { accounts: string[]; autoload: number }
type Totals = CreditsPage['totals']

const jobKey = ({ account, jobId }: { account: string; jobId: string }) => `${account} ${jobId}`
const jobName = ({ label, jobId }: Totals['byJob'][number]) => label ?? `Job ${jobId}`
const useLedger = (filter: LedgerFilter) =>
  useInfiniteQuery({ ...ledgerQuery(filter, bff.ledger), placeholderData: keepPreviousData })

/** What was spent on what: figures, a drawing, totals and every single call. Reading all of it is free. */
export function Ledger({ accounts, autoload }: Props) {
  const { filter, change, clear } = useLedgerFilter()
  const formats = useFormats()
  const ledger = useLedger(filter)
  // What can be chosen from does not shrink with what is chosen.
  const everything = useLedger(everyEntry).data?.pages[0]?.totals
  const totals = ledger.data?.pages[0]?.totals
  const entries = ledger.data?.pages.flatMap((page) => page.entries) ?? []
  const labels = new Map(
    [...(everything?.byJob ?? []), ...(totals?.byJob ?? [])].map((job) => [jobKey(job), job.label]),
  )
  const [defaultAccount = null] = accounts

  const failed = ledger.error ? (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-panel border border-danger/30 bg-danger-soft px-4 py-2.5">
      <p role="alert" className="text-note">
        <b className="font-semibold">{toProblem(ledger.error).title}.</b> {toProblem(ledger.error).detail}
      </p>
      <Button busy={ledger.isFetching} onClick={() => void ledger.refetch()}>
        Try again
      </Button>
    </div>
  ) : null

  if (everything?.matched.entries === 0 && isWholeLedger(filter)) {
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
      {failed}
      {totals ? (
        <div
          aria-busy={ledger.isPlaceholderData}
          className={`flex flex-col gap-4 ${ledger.isPlaceholderData ? 'opacity-60' : ''}`}
        >
          <Figures totals={totals} whole={isWholeLedger(filter)} />
          <section
            aria-labelledby="spending"
            className="rounded-panel border border-line bg-panel px-4 py-3 text-note"
          >
            <h2 id="spending" className="pb-1 font-semibold">
              The last 30 days
            </h2>
            <SpendChart days={totals.byDay} onPick={(day) => change({ from: day, to: day })} />
          </section>
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <SpendTotals
              title="By job"
              withEach
              rows={totals.byJob.map((job) => ({
                ...job,
                key: jobKey(job),
                name: jobName(job),
                note: describeFilter(job, accounts, formats),
                each: job.candidates === 0 ? null : job.consumed / job.candidates,
              }))}
              onPick={(key) => change({ job: key.slice(key.indexOf(' ') + 1) })}
            />
            <div className="grid gap-4">
              <SpendTotals
                title="By person"
                withEach={false}
                rows={totals.byPerson.map((person) => ({
                  ...person,
                  key: person.who,
                  name: person.name,
                  note: null,
                  each: null,
                }))}
                onPick={(who) => change({ who })}
              />
              <AskAbove autoload={autoload} />
            </div>
          </div>
          <h2 className="mt-2 font-semibold">
            Every call
            <span className="font-normal text-muted">
              {' '}
              · {formats.number(entries.length)} of {formats.number(totals.matched.entries)}, newest first
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
      ) : failed === null ? (
        <p role="status" className="rounded-panel border border-line bg-panel px-4 py-5 text-muted">
          Reading the ledger…
        </p>
      ) : null}
    </>
  )
}

/** A job is chosen by its id: of two accounts that both have it, one choice stands for both. */
const jobChoices = (jobs: Totals['byJob']) =>
  [...new Map(jobs.map((job) => [job.jobId, job])).values()].map((job) => ({
    value: job.jobId,
    label: jobName(job),
  }))

function describeFilter(
  { label, jobId, account, candidates }: Totals['byJob'][number],
  accounts: string[],
  { number }: Formats,
): string {
  const people = `${number(candidates)} loaded`
  const parts = [label === null ? null : `Job ${jobId}`, account === accounts[0] ? null : account, people]
  return parts.filter((part) => part !== null).join(' · ')
}

function NothingSpent({ perDay }: { perDay: number }) {
  const { number } = useFormats()
  return (
    <div className="rounded-panel border border-dashed border-edge/40 px-4 py-12 text-center">
      <h2 className="font-semibold">Nothing has been spent yet</h2>
      <p className="mx-auto mt-1.5 mb-5 max-w-md text-note text-balance text-muted">
        Every paid call will be here with its price, what was charged and what it brought. Of today’s{' '}
        {number(perDay)} credits all are left.
      </p>
      <Link href="/" className={buttonLook('secondary')}>
        All jobs
      </Link>
    </div>
  )
}

const NoMatch = ({ onClear }: { onClear: () => void }) => (
  <div className="rounded-panel border border-dashed border-edge/40 px-4 py-10 text-center">
    <p className="font-medium">No call matches these filters</p>
    <p className="mt-1 mb-4 text-note text-muted">Whatever was spent, it was not spent that way.</p>
    <Button onClick={onClear}>Clear all filters</Button>
  </div>
)
