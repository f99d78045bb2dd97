import { createColumnHelper } from '@tanstack/react-table'
import { RatingBadge, TopChoiceBadge } from '@/components/ui/badges'
import { LocalTime } from '@/components/ui/local-time'
import type { Candidate } from '@/lib/contracts/candidate'
import { ExperienceCell, LocationCell, NowCell, PersonCell } from './cells'
import { type Features } from './features'

const helper = createColumnHelper<Features, Candidate>()

// Stays in sight while the columns scroll sideways, above the cells that pass beneath it.
const stuck = 'sticky start-0 z-1 bg-inherit ps-5 card:static card:ps-0'

/** Once for all rows. A card on narrow screens is the same cells in another order; `className` places them. */
export const columns = helper.columns([
  // An accessor although the cell draws the whole person: the table sorts by no column without one.
  helper.accessor('fullName', {
    id: 'name',
    header: 'Person',
    sortDescFirst: false,
    meta: {
      width: 'minmax(17rem, 2.2fr)',
      sortKey: 'name',
      className: `${stuck} card:col-span-full card:row-start-1`,
    },
    cell: ({ row, table }) => <PersonCell candidate={row.original} terms={table.options.meta?.terms ?? []} />,
  }),
  helper.accessor('rating', {
    header: 'Rating',
    sortDescFirst: false,
    meta: { width: '7.25rem', sortKey: 'rating', className: 'card:col-start-1 card:row-start-2' },
    cell: ({ row }) => (row.original.unreadable ? null : <RatingBadge rating={row.original.rating} />),
  }),
  helper.accessor('isTopChoice', {
    header: 'Signal',
    enableSorting: false,
    meta: { width: '7.75rem', className: 'card:col-start-2 card:row-start-2' },
    cell: ({ getValue }) => (getValue() === true ? <TopChoiceBadge /> : null),
  }),
  helper.display({
    id: 'now',
    header: 'Now',
    enableSorting: false,
    meta: { width: 'minmax(13rem, 1.7fr)', className: 'card:col-span-full card:row-start-3' },
    cell: ({ row, table }) => <NowCell candidate={row.original} terms={table.options.meta?.terms ?? []} />,
  }),
  helper.accessor('totalMonths', {
    id: 'years',
    header: 'Experience',
    sortDescFirst: false,
    meta: { width: '8.5rem', sortKey: 'years', className: 'card:col-start-1 card:row-start-4' },
    cell: ({ row }) => <ExperienceCell candidate={row.original} />,
  }),
  helper.accessor('location', {
    header: 'Location',
    enableSorting: false,
    meta: { width: 'minmax(9rem, 1.2fr)', className: 'card:col-start-2 card:row-start-4' },
    cell: ({ row, table }) => (
      <LocationCell candidate={row.original} terms={table.options.meta?.terms ?? []} />
    ),
  }),
  helper.accessor('firstSeenAt', {
    id: 'seen',
    header: 'First seen',
    sortDescFirst: false,
    meta: { width: '6.5rem', sortKey: 'seen', className: 'card:col-start-3 card:row-start-4' },
    cell: ({ getValue }) => <LocalTime iso={getValue()} format="date" />,
  }),
])

export const columnCount = columns.length
export const gridTemplate = columns.map((column) => column.meta?.width ?? '1fr').join(' ')
