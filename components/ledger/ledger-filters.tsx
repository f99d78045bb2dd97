'use client'

import { DateRangeField } from '@/components/shared/date-range-field'
import { ExportCsv } from '@/components/shared/export-csv'
import { useMay } from '@/components/shared/reader'
import { Select } from '@/components/shared/select'
import { filterLook } from '@/components/ui/field-look'
import type { LedgerFilter } from '@/lib/contracts/credits'
import { fetchKinds, fetchStates } from '@/lib/contracts/words'
import { creditsExportPath, isWholeLedger } from '@/lib/url/ledger'
import { kindText, stateTexts } from './ledger-words'

export type Choice = { value: string; label: string }

type Props = {
  filter: LedgerFilter
  change: (patch: Partial<LedgerFilter>) => void
  clear: () => void
  jobs: Choice[]
  people: Choice[]
}

type PickProps = {
  label: string
  any: string
  value: string | null
  choices: Choice[]
  onPick: (value: string | null) => void
}

/** One of a few words; what an address carries and nobody knows is shown as it stands there. */
function Pick({ label, any, value, choices, onPick }: PickProps) {
  const known = value === null || choices.some((choice) => choice.value === value)
  return (
    <Select
      label={label}
      value={value}
      options={[{ value: null, label: any }, ...(known ? [] : [{ value, label: value }]), ...choices]}
      onValueChange={onPick}
      className={`${filterLook(value !== null)} md:max-w-52`}
    />
  )
}

/** What narrows the ledger. It holds no state of its own: the address does. */
export function LedgerFilters({ filter, change, clear, jobs, people }: Props) {
  const mayExport = useMay('export')
  const { job, kind, state, who, from, to } = filter
  return (
    <div
      role="group"
      aria-label="Filters"
      className="grid grid-cols-2 gap-2 md:flex md:flex-wrap md:items-start"
    >
      <Pick
        label="Job"
        any="All jobs"
        value={job}
        choices={jobs}
        onPick={(value) => change({ job: value })}
      />
      <Pick
        label="Who"
        any="Everyone"
        value={who}
        choices={people}
        onPick={(value) => change({ who: value })}
      />
      <Pick
        label="Type"
        any="All types"
        value={kind}
        choices={fetchKinds.map((value) => ({ value, label: kindText(value) }))}
        onPick={(value) => change({ kind: fetchKinds.find((known) => known === value) ?? null })}
      />
      <Pick
        label="Status"
        any="All statuses"
        value={state}
        choices={fetchStates.map((value) => ({ value, label: stateTexts[value] }))}
        onPick={(value) => change({ state: fetchStates.find((known) => known === value) ?? null })}
      />
      <DateRangeField from={from} to={to} onChange={change} />
      {isWholeLedger(filter) ? null : (
        <button
          type="button"
          onClick={clear}
          className="h-8 rounded-control px-2 text-note font-medium text-muted hover:text-ink max-md:h-10"
        >
          Clear all
        </button>
      )}
      {mayExport ? <ExportCsv href={creditsExportPath(filter)} /> : null}
    </div>
  )
}
