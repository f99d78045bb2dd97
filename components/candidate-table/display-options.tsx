'use client'

import { type ReactNode, useRef } from 'react'
import { PanelFrame } from '@/components/shared/panel-frame'
import { Button } from '@/components/ui/button'
import { careerZooms } from '@/lib/domain/career-axis'
import type { ColumnId } from '@/lib/domain/columns'
import { densities } from '@/lib/url/layout'
import { zoomLabel } from './career-header'
import { ColumnEditor } from './column-editor'
import { OptionGroup } from './option-group'
import type { Layout } from './use-layout'

type Props = {
  display: Layout
  /** Columns this list has nothing to show in. */
  absent: readonly ColumnId[]
  anchor: () => HTMLElement | null
  onClose: () => void
  /** Who is shown, above the columns. */
  people: ReactNode
  /** What else belongs here: copying a link with this layout. */
  children: ReactNode
}

const densityOptions = densities.map((value) => ({
  value,
  label: value === 'compact' ? 'Compact' : 'Comfortable',
}))
const headlineOptions = [
  { value: 'clip', label: 'Short' },
  { value: 'wrap', label: 'Full' },
]
const detailOptions = [
  { value: 'beside', label: 'Beside the list' },
  { value: 'list', label: 'In the list' },
] as const
const zoomOptions = careerZooms.map((value) => ({ value, label: value === 'all' ? 'All' : `${value} yr` }))

/** How the table is drawn: columns, density, headlines, the years of careers. Takes effect at once. */
export function DisplayOptions({ display, absent, anchor, onClose, people, children }: Props) {
  const { layout, change, reset } = display
  const dragging = useRef(false)
  return (
    <PanelFrame
      title="Display options"
      anchor={anchor}
      onClose={onClose}
      // Escape first cancels a drag.
      onEscapeKeyDown={(event) => {
        if (dragging.current) event.preventDefault()
      }}
    >
      <OptionGroup
        legend="Rows"
        value={layout.density}
        options={densityOptions}
        onChange={(density) => change({ density })}
      />
      <OptionGroup
        legend="Headline"
        value={layout.wrap ? 'wrap' : 'clip'}
        options={headlineOptions}
        onChange={(value) => change({ wrap: value === 'wrap' })}
      />
      <OptionGroup
        legend="Careers"
        value={layout.zoom}
        options={zoomOptions}
        onChange={(zoom) => change({ zoom })}
      />
      <OptionGroup
        legend="Open people"
        value={layout.details}
        options={detailOptions}
        onChange={(details) => change({ details })}
      />
      {people}
      <div className="border-t border-line pt-2.5">
        <h2 className="mb-1 text-note text-muted">Columns</h2>
        <ColumnEditor
          display={display}
          absent={absent}
          onDragging={(active) => {
            dragging.current = active
          }}
        />
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
    </PanelFrame>
  )
}
