import { FlexRender, type Header } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import type { Ref } from 'react'
import type { Candidate } from '@/lib/contracts/candidate'
import type { Features } from './features'
import { rowCell } from './candidate-row'

const direction = { asc: 'ascending', desc: 'descending' } as const

function SortButton({ header }: { header: Header<Features, Candidate> }) {
  const sorted = header.column.getIsSorted()
  const Icon = sorted === 'asc' ? ArrowUp : sorted === 'desc' ? ArrowDown : ArrowUpDown
  return (
    <button
      type="button"
      onClick={header.column.getToggleSortingHandler()}
      className={`group/sort -mx-2 inline-flex h-7 items-center gap-1 rounded-md px-2 hover:bg-soft ${sorted ? 'text-ink' : ''}`}
    >
      <FlexRender header={header} />
      <Icon
        aria-hidden
        className={`size-3.5 ${sorted ? 'text-accent' : 'text-faint opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100'}`}
      />
    </button>
  )
}

type Props = { headers: Header<Features, Candidate>[]; ref: Ref<HTMLDivElement> }

/** Stays at the top while the rows pass. Cards have no columns to head: there the order is chosen with the filters. */
export function TableHeader({ headers, ref }: Props) {
  return (
    <div ref={ref} role="rowgroup" className="sticky top-0 z-2 border-y border-line bg-panel card:hidden">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-9 grid-cols-(--columns) items-stretch bg-inherit pe-2"
      >
        {headers.map((header) => {
          const sorted = header.column.getIsSorted()
          return (
            <div
              key={header.id}
              role="columnheader"
              aria-sort={header.column.getCanSort() ? (sorted ? direction[sorted] : 'none') : undefined}
              className={`${rowCell} text-small font-medium text-muted ${header.column.columnDef.meta?.className ?? ''} first:ps-11`}
            >
              {header.column.getCanSort() ? <SortButton header={header} /> : <FlexRender header={header} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}
