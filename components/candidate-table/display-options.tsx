'use client'

import { ArrowLeft, ArrowRight, Minus, Pin, PinOff, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { CheckBox } from '@/components/ui/check-box'
import { HangingPopover } from '@/components/ui/popover'
import { careerZooms } from '@/lib/domain/career-axis'
import { type ColumnId, columnIds, columnWidth, densities, type TableLayout } from '@/lib/url/layout'
import { zoomLabel } from './career-header'
import { columnLabel, minWidth } from './columns'
import type { Layout } from './use-layout'

type Props = {
  arrangement: Layout
  /** Columns of which this list has nothing to show. */
  without: readonly ColumnId[]
  anchor: () => HTMLElement | null
  onClose: () => void
  /** What else belongs here: copying a link with this arrangement. */
  children: ReactNode
}

const widthStep = 32
const iconButton =
  'grid size-7 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink disabled:opacity-30'

function Choice<T extends string | number>(props: {
  legend: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}) {
  const { legend, value, options, onChange } = props
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="float-start me-auto w-20 text-note text-muted">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex h-7 cursor-pointer items-center rounded-control border border-line px-2 text-note has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={legend}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

/** One column: shown or not, before or after its neighbours, kept in sight, narrower or wider. */
function ColumnLine({ id, layout, change }: { id: ColumnId } & Pick<Layout, 'layout' | 'change'>) {
  const { columns, pinned, widths } = layout
  const at = columns.indexOf(id)
  const shown = at !== -1
  const label = columnLabel(id)
  const move = (by: number) => {
    const next = columns.filter((each) => each !== id)
    next.splice(at + by, 0, id)
    change({ columns: next })
  }
  const size = (by: number) => {
    const width = (widths[id] ?? minWidth(id)) + by
    change({ widths: { ...widths, [id]: Math.min(columnWidth.most, Math.max(columnWidth.least, width)) } })
  }
  const isPinned = pinned.includes(id)
  const PinIcon = isPinned ? PinOff : Pin
  return (
    <li className="flex items-center gap-0.5">
      <label className="flex min-h-8 min-w-0 flex-1 cursor-pointer items-center gap-2.5">
        <CheckBox
          checked={shown}
          onCheckedChange={() =>
            change(
              shown
                ? {
                    columns: columns.filter((each) => each !== id),
                    pinned: pinned.filter((each) => each !== id),
                  }
                : { columns: [...columns, id] },
            )
          }
          className="-m-2"
        />
        <span className="truncate">{label}</span>
      </label>
      {shown ? (
        <>
          <button
            type="button"
            className={iconButton}
            aria-label={`Make ${label} narrower`}
            onClick={() => size(-widthStep)}
          >
            <Minus aria-hidden className="size-3.5" />
          </button>
          <button
            type="button"
            className={iconButton}
            aria-label={`Make ${label} wider`}
            onClick={() => size(widthStep)}
          >
            <Plus aria-hidden className="size-3.5" />
          </button>
          <button
            type="button"
            className={iconButton}
            aria-label={`Move ${label} left`}
            disabled={at === 0}
            onClick={() => move(-1)}
          >
            <ArrowLeft aria-hidden className="size-3.5 rtl:-scale-x-100" />
          </button>
          <button
            type="button"
            className={iconButton}
            aria-label={`Move ${label} right`}
            disabled={at === columns.length - 1}
            onClick={() => move(1)}
          >
            <ArrowRight aria-hidden className="size-3.5 rtl:-scale-x-100" />
          </button>
          <button
            type="button"
            className={`${iconButton} ${isPinned ? 'text-accent' : ''}`}
            aria-label={`Pin ${label}`}
            aria-pressed={isPinned}
            onClick={() =>
              change({ pinned: isPinned ? pinned.filter((each) => each !== id) : [...pinned, id] })
            }
          >
            <PinIcon aria-hidden className="size-3.5" />
          </button>
        </>
      ) : null}
    </li>
  )
}

const hiddenAfterShown = ({ columns }: TableLayout): ColumnId[] => [
  ...columns,
  ...columnIds.filter((id) => !columns.includes(id)),
]

/** How the table is drawn: columns, density, headlines, the years of careers. Takes effect at once. */
export function DisplayOptions({ arrangement, without, anchor, onClose, children }: Props) {
  const { layout, change, reset } = arrangement
  return (
    <HangingPopover
      anchor={anchor}
      onClose={onClose}
      align="end"
      aria-label="Display options"
      className="flex max-h-[min(36rem,80dvh)] w-84 flex-col gap-3 overflow-y-auto p-3.5"
    >
      <Choice
        legend="Rows"
        value={layout.density}
        options={densities.map((value) => ({
          value,
          label: value === 'compact' ? 'Compact' : 'Comfortable',
        }))}
        onChange={(density) => change({ density })}
      />
      <Choice
        legend="Headline"
        value={layout.wrap ? 'wrap' : 'clip'}
        options={[
          { value: 'clip', label: 'Short' },
          { value: 'wrap', label: 'Full' },
        ]}
        onChange={(value) => change({ wrap: value === 'wrap' })}
      />
      <Choice
        legend="Careers"
        value={layout.zoom}
        options={careerZooms.map((value) => ({
          value,
          label: value === 'all' ? 'All' : `${value} yr`,
        }))}
        onChange={(zoom) => change({ zoom })}
      />
      <div className="border-t border-line pt-2.5">
        <h2 className="text-note text-muted">Columns</h2>
        <ul className="mt-1">
          {hiddenAfterShown(layout)
            .filter((id) => !without.includes(id))
            .map((id) => (
              <ColumnLine key={id} id={id} layout={layout} change={change} />
            ))}
        </ul>
      </div>
      <div className="flex flex-wrap justify-between gap-2 border-t border-line pt-3">
        {children}
        <Button variant="ghost" onClick={reset}>
          Reset
        </Button>
      </div>
      <p className="sr-only" role="status">
        {zoomLabel(layout.zoom)}
      </p>
    </HangingPopover>
  )
}
