'use client'

import { useFormats } from '@/components/shared/use-formats'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import type { LedgerEntry } from '@/lib/contracts/credits'
import { jobPath } from '@/lib/url/paths'
import { durationText, kindText, quoteMissed, reasonText, windowText } from './ledger-words'
import { StateMark } from './state-mark'

type Props = {
  entries: LedgerEntry[]
  /** A recruiter's own name of a job, where one is known. */
  getLabel: (entry: LedgerEntry) => string | null
  /** The account that addresses leave out. */
  defaultAccount: string | null
}

const columns = [
  { name: 'When', look: '' },
  { name: 'Who', look: '' },
  { name: 'Job', look: '' },
  { name: 'Type', look: '' },
  { name: 'Window', look: '' },
  { name: 'Estimate', look: 'text-end' },
  { name: 'Charged', look: 'text-end' },
  { name: 'Status', look: 'text-start lg:ps-3' },
  { name: 'Took', look: 'text-end' },
]

// Rows of one grid on a desk; on a phone each entry is a card of its own. The roles keep it a table on both.
const line =
  'grid gap-x-3 border-b border-line px-4 last:border-b-0 lg:grid-cols-[7rem_minmax(4.5rem,6rem)_minmax(6rem,1fr)_6.5rem_6.5rem_3.5rem_minmax(6rem,7.5rem)_minmax(7.5rem,10rem)_3.5rem]'

type CellProps = { name: string; look?: string; labelled?: boolean; children: ReactNode }

/** A cell; on a phone, where no header stands above it, it can carry its own name. */
const Cell = ({ name, look = '', labelled = false, children }: CellProps) => (
  <td role="cell" className={`min-w-0 ${look}`}>
    {labelled ? <span className="text-muted lg:hidden">{name} </span> : null}
    {children}
  </td>
)

function Charged({ entry }: { entry: LedgerEntry }) {
  const { state, consumed, stated } = entry
  const formats = useFormats()
  if (state === 'reserved') return <span className="text-muted">not yet</span>
  if (state === 'unknown') return <span className="text-maybe">not known</span>
  if (consumed === null)
    return (
      <span className="text-muted">
        not stated
        {stated === null ? null : (
          <span className="block text-small">
            the provider wrote <Bdi>{stated}</Bdi>
          </span>
        )}
      </span>
    )
  const missed = quoteMissed(entry, formats)
  return (
    <>
      <b className="font-semibold">{formats.number(consumed)}</b>
      {missed === null ? null : <span className="block text-small text-muted">{missed}</span>}
    </>
  )
}

function Entry({
  entry,
  label,
  account,
}: {
  entry: LedgerEntry
  label: string | null
  account: string | null
}) {
  const { startedAt, whoName, jobId, kind, quoted, state, code, durationMs } = entry
  const reason = reasonText(code)
  const formats = useFormats()
  return (
    <tr
      role="row"
      className={`${line} items-baseline py-2 hover:bg-soft max-lg:grid-cols-[minmax(0,1fr)_auto]`}
    >
      <Cell name="When" look="text-muted max-lg:order-2 max-lg:text-end">
        <LocalTime iso={startedAt} format="moment" />
      </Cell>
      <Cell name="Who" look="truncate text-muted max-lg:order-9 max-lg:col-span-full">
        <Bdi>{whoName}</Bdi>
      </Cell>
      <Cell name="Job" look="max-lg:order-1">
        <Link
          href={jobPath({ jobId, account })}
          title={label === null ? undefined : `Job ${jobId}`}
          className="block truncate rounded-mark font-medium hover:underline max-lg:leading-6"
        >
          <Bdi>{label ?? `Job ${jobId}`}</Bdi>
        </Link>
      </Cell>
      <Cell name="Type" look="max-lg:order-3">
        {kindText(kind)}
      </Cell>
      <Cell name="Window" look="whitespace-nowrap text-muted max-lg:order-4 max-lg:text-end">
        {windowText(entry, formats)}
      </Cell>
      <Cell name="Estimate" labelled look="lg:text-end max-lg:order-5">
        {formats.number(quoted)}
      </Cell>
      <Cell name="Charged" labelled look="text-end max-lg:order-6">
        <Charged entry={entry} />
      </Cell>
      <Cell name="Status" look="max-lg:order-7 lg:ps-3">
        <StateMark state={state} />
        {reason === null ? null : <span className="block text-small text-muted">{reason}</span>}
      </Cell>
      <Cell
        name="Took"
        labelled={durationMs !== null}
        look="whitespace-nowrap text-end text-muted max-lg:order-8"
      >
        {durationMs === null ? <span className="max-lg:hidden">–</span> : durationText(durationMs)}
      </Cell>
    </tr>
  )
}

/** Every paid call, newest first: what was said it would cost, what it did cost, and how sure that is. */
export const LedgerTable = ({ entries, getLabel, defaultAccount }: Props) => (
  <table
    role="table"
    aria-label="Ledger"
    className="block rounded-panel border border-line bg-panel text-note"
  >
    <thead role="rowgroup" className="block max-lg:sr-only">
      <tr role="row" className={`${line} !border-b py-2 text-muted`}>
        {columns.map(({ name, look }) => (
          <th key={name} role="columnheader" scope="col" className={`font-normal ${look || 'text-start'}`}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup" className="block">
      {entries.map((entry) => (
        <Entry
          key={entry.id}
          entry={entry}
          label={getLabel(entry)}
          account={entry.account === defaultAccount ? null : entry.account}
        />
      ))}
    </tbody>
  </table>
)
