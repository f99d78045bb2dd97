'use client'

import { useFormats } from '@/components/shared/use-formats'
import type { CreditsPage, LedgerFilter } from '@/lib/contracts/credits'
import { AskAbove } from './ask-above'
import { Figures } from './figures'
import { jobKey, jobName, jobNote } from './ledger-jobs'
import { SpendChart } from './spend-chart'
import { SpendTotals } from './spend-totals'

type Props = {
  totals: CreditsPage['totals']
  /** No filter narrows the totals. */
  whole: boolean
  change: (patch: Partial<LedgerFilter>) => void
  /** The account that addresses leave out. */
  defaultAccount: string | null
  autoload: number
}

/** Figures, the last 30 days, and totals by job and by person. Picking a day or a row narrows the ledger to it. */
export function LedgerOverview({ totals, whole, change, defaultAccount, autoload }: Props) {
  const formats = useFormats()
  return (
    <>
      <Figures totals={totals} whole={whole} />
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
            note: jobNote(job, defaultAccount, formats),
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
    </>
  )
}
