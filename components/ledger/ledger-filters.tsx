'use client'

import { useState } from 'react'
import { ExportCsv } from '@/components/shared/export-csv'
import { useMay } from '@/components/shared/reader'
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

const field = 'h-8 min-w-0 rounded-control border bg-panel px-2 text-note max-md:h-10 max-md:w-full'
const active = (value: string | null) => (value === null ? 'border-edge' : 'border-accent text-accent')

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
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onPick(event.target.value || null)}
      className={`${field} ${active(value)} md:max-w-52`}
    >
      <option value="">{any}</option>
      {known ? null : <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

type DayProps = {
  label: string
  hint: string
  value: string | null
  least?: string | null
  most?: string | null
  onPick: (value: string | null) => void
}

/** A day. A year that is still being typed is not one to look for. */
function Day({ label, hint, value, least, most, onPick }: DayProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label className="inline-flex min-w-0 items-center gap-1.5 text-note text-muted max-md:grid max-md:grid-cols-[auto_minmax(0,1fr)]">
      {label}
      <input
        type="date"
        title={hint}
        value={typed ?? value ?? ''}
        min={least ?? undefined}
        max={most ?? undefined}
        onChange={({ target: { value: next } }) => {
          setTyped(next)
          if (next === '' || next >= '2000') onPick(next || null)
        }}
        onBlur={() => setTyped(null)}
        className={`${field} ${active(value)}`}
      />
    </label>
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
      className="grid grid-cols-2 gap-2 md:flex md:flex-wrap md:items-center"
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
      <Day
        label="From"
        hint="From this day on, UTC"
        value={from}
        most={to}
        onPick={(value) => change({ from: value })}
      />
      <Day
        label="To"
        hint="Up to this day, UTC"
        value={to}
        least={from}
        onPick={(value) => change({ to: value })}
      />
      {isWholeLedger(filter) ? null : (
        <button
          type="button"
          onClick={clear}
          className="h-8 rounded-control px-2 text-note font-medium text-muted hover:text-ink max-md:h-10"
        >
          Clear all
        </button>
      )}
      {mayExport ? <ExportCsv href={creditsExportPath(filter)} fieldLook={`${field} border-edge`} /> : null}
    </div>
  )
}
