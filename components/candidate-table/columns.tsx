import { createColumnHelper } from '@tanstack/react-table'
import { TopChoiceBadge } from '@/components/shared/badges'
import { LocalTime } from '@/components/shared/local-time'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import { CareerCell } from './career-cell'
import { AppliedCell } from './applied-cell'
import { ExperienceCell, LocationCell, NowCell, PersonCell, RatingCell } from './cells'
import { type Features } from './features'
import { SelectCell } from './select-cell'

const helper = createColumnHelper<Features, MarkedCandidate>()

/** Once for all rows. A card on narrow screens is the same cells in another order; `className` places them. */
export const columns = helper.columns([
  helper.display({
    id: 'select',
    enableSorting: false,
    meta: {
      label: 'Selection',
      least: 2.75,
      share: 0,
      className: 'card:col-start-3 card:row-start-1 card:-me-2 card:justify-self-end',
    },
    cell: ({ row }) => <SelectCell candidate={row.original} />,
  }),
  // An accessor although the cell draws the whole person: the table sorts by no column without one.
  helper.accessor('fullName', {
    id: 'name',
    sortDescFirst: false,
    meta: {
      label: 'Person',
      least: 16,
      share: 2.2,
      sortKey: 'name',
      className:
        'flex flex-col items-start justify-center compact:flex-row compact:items-center compact:justify-start compact:gap-2 compact:in-data-wrap:flex-col compact:in-data-wrap:items-start compact:in-data-wrap:gap-0 card:col-span-2 card:row-start-1',
    },
    cell: ({ row, table }) => {
      const { terms = [], wrap = false } = table.options.meta ?? {}
      return <PersonCell candidate={row.original} terms={terms} wrap={wrap} />
    },
  }),
  helper.accessor('rating', {
    id: 'rating',
    sortDescFirst: false,
    meta: {
      label: 'Rating',
      least: 7.25,
      share: 0,
      sortKey: 'rating',
      className: 'card:col-start-1 card:row-start-2',
    },
    cell: ({ row }) => <RatingCell candidate={row.original} />,
  }),
  helper.accessor('isTopChoice', {
    id: 'top',
    enableSorting: false,
    meta: { label: 'Signal', least: 7.5, share: 0, className: 'card:col-start-2 card:row-start-2' },
    cell: ({ getValue }) => (getValue() === true ? <TopChoiceBadge /> : null),
  }),
  helper.display({
    id: 'now',
    enableSorting: false,
    meta: {
      label: 'Now',
      least: 12,
      share: 1.5,
      // The title over both, the company as wide as it needs to be or has room, its length right after it.
      className:
        'grid grid-cols-[minmax(0,max-content)_max-content_minmax(0,1fr)] gap-x-1 compact:flex compact:items-center compact:gap-2 card:flex card:gap-2 card:col-span-full card:row-start-3',
    },
    cell: ({ row, table }) => <NowCell candidate={row.original} terms={table.options.meta?.terms ?? []} />,
  }),
  helper.accessor('totalMonths', {
    id: 'years',
    sortDescFirst: false,
    meta: {
      label: 'Experience',
      least: 6.75,
      share: 0,
      sortKey: 'years',
      className: 'whitespace-nowrap card:col-start-1 card:row-start-5',
    },
    cell: ({ row }) => <ExperienceCell candidate={row.original} />,
  }),
  helper.display({
    id: 'career',
    enableSorting: false,
    meta: {
      label: 'Career',
      least: 15,
      share: 2,
      className:
        'flex items-center bg-(image:--career-lines) bg-[length:calc(100%-2.75rem)_100%] bg-no-repeat card:bg-[length:calc(100%-2rem)_100%] card:col-span-full card:row-start-4',
    },
    cell: ({ row, table }) => <CareerCell candidate={row.original} meta={table.options.meta} />,
  }),
  helper.accessor('location', {
    id: 'location',
    enableSorting: false,
    meta: {
      label: 'Location',
      least: 8.5,
      share: 1,
      className: 'card:col-start-2 card:row-start-5',
    },
    cell: ({ row, table }) => (
      <LocationCell candidate={row.original} terms={table.options.meta?.terms ?? []} />
    ),
  }),
  helper.accessor('appliedAt', {
    id: 'applied',
    sortDescFirst: true,
    meta: {
      label: 'Applied',
      least: 6.5,
      share: 0,
      sortKey: 'applied',
      className: 'card:hidden',
    },
    cell: ({ row }) => <AppliedCell candidate={row.original} />,
  }),
  helper.accessor('firstSeenAt', {
    id: 'seen',
    sortDescFirst: false,
    meta: {
      label: 'Added',
      least: 6.5,
      share: 0,
      sortKey: 'seen',
      className: 'card:col-start-3 card:row-start-5 card:text-end',
    },
    cell: ({ getValue }) => <LocalTime iso={getValue()} format="date" />,
  }),
])

/** What a reader calls a column. */
export const columnLabel = (id: string): string =>
  columns.find((column) => column.id === id)?.meta?.label ?? id

/** Where a cell of a column stands on a card, and how it lays out what is in it. */
export const columnClass = (id: string): string =>
  columns.find((column) => column.id === id)?.meta?.className ?? ''

/** The width a column has until a reader chooses one, in pixels at the usual text size. */
export const minWidth = (id: string): number =>
  (columns.find((column) => column.id === id)?.meta?.least ?? 8) * 16
