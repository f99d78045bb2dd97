'use client'

import { ChevronDown } from '@/components/ui/icons'
import { Select } from '@/components/shared/select'
import { CareerLegend, CareerYears } from '@/components/shared/career-years'
import { type CareerAxis, type CareerZoom, careerZooms } from '@/lib/domain/career-axis'

type Props = { axis: CareerAxis; zoom: CareerZoom; onZoom: (zoom: CareerZoom) => void }

export const zoomLabel = (zoom: CareerZoom) => (zoom === 'all' ? 'All years' : `Last ${zoom} years`)

const zooms = careerZooms.map((value) => ({ value, label: zoomLabel(value) }))

/** The time axis of all careers, and how far back it goes. */
export function CareerHeader({ axis, zoom, onZoom }: Props) {
  return (
    <div className="flex h-full min-w-0 flex-1 items-center">
      <div className="min-w-0 flex-1">
        <p className="flex justify-between gap-2 overflow-hidden">
          Career
          <span aria-hidden>
            <CareerLegend />
          </span>
        </p>
        <CareerYears axis={axis} />
      </div>
      <Select
        label="Years shown"
        title="Years shown"
        tabIndex={-1}
        data-focus
        value={zoom}
        options={zooms}
        onValueChange={onZoom}
        face={<ChevronDown className="mx-auto size-3.5" />}
        className="size-8 shrink-0 rounded-control hover:bg-soft"
      />
    </div>
  )
}
