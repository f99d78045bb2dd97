'use client'

import { ChevronDown } from 'lucide-react'
import {
  axisTicks,
  type CareerAxis,
  type CareerZoom,
  careerZooms,
  placeOnAxis,
} from '@/lib/domain/career-axis'

type Props = { axis: CareerAxis; zoom: CareerZoom; onZoom: (zoom: CareerZoom) => void }

export const zoomLabel = (zoom: CareerZoom) => (zoom === 'all' ? 'All years' : `Last ${zoom} years`)

/** The time axis of all careers, and how far back it goes. */
export function CareerHeader({ axis, zoom, onZoom }: Props) {
  return (
    <div className="flex h-full min-w-0 flex-1 items-center">
      <span className="sr-only">Career</span>
      <div aria-hidden className="relative h-full min-w-0 flex-1">
        {axisTicks(axis).map(({ month, year }) => (
          <span
            key={year}
            className="absolute top-1/2 -translate-1/2 font-normal text-faint"
            style={{ insetInlineStart: `${placeOnAxis(axis, month) * 100}%` }}
          >
            {year}
          </span>
        ))}
      </div>
      <span className="relative grid size-8 shrink-0 place-items-center rounded-control hover:bg-soft has-focus-visible:outline-2 has-focus-visible:outline-accent">
        <ChevronDown aria-hidden className="size-3.5" />
        <select
          aria-label="Years shown"
          title="Years shown"
          tabIndex={-1}
          data-focus
          value={String(zoom)}
          onChange={({ target }) => {
            const chosen = careerZooms.find((each) => String(each) === target.value)
            if (chosen) onZoom(chosen)
          }}
          className="absolute inset-0 opacity-0"
        >
          {careerZooms.map((each) => (
            <option key={each} value={each}>
              {zoomLabel(each)}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
