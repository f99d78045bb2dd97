import { MaterialReactTable, useMaterialReactTable } from 'material-react-table'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Career, cell, Search } from '../parts.jsx'
import { byName, columns, matches, people, ready } from '../people.js'

const defined = columns.map((column) => ({
  id: column.id,
  header: column.label,
  size: column.width,
  accessorFn: column.value,
  Cell: ({ row }) => cell(column, row.original),
  enableGlobalFilter: column.id === 'name',
  ...(column.id === 'name' ? { sortingFn: (a, b) => byName(a.original, b.original) } : {}),
}))

function Grid() {
  const [globalFilter, setGlobalFilter] = useState('')
  const [, drawAgain] = useState(0)
  // Its rows appear only with a second drawing when its toolbars are off.
  useEffect(() => drawAgain(1), [])
  const table = useMaterialReactTable({
    columns: defined,
    data: people,
    getRowId: (person) => person.id,
    enablePagination: false,
    enableRowVirtualization: true,
    enableTopToolbar: false,
    enableBottomToolbar: false,
    enableColumnActions: false,
    layoutMode: 'grid',
    globalFilterFn: 'text',
    filterFns: { text: (row, _id, term) => matches(row.original, term) },
    enableGlobalFilterRankedResults: false,
    state: { globalFilter, density: 'compact' },
    onGlobalFilterChange: setGlobalFilter,
    rowVirtualizerOptions: { overscan: 4, estimateSize: () => 41 },
    renderDetailPanel: ({ row }) => <Career person={row.original} />,
    muiTableContainerProps: { sx: { height: 660, maxHeight: 660 } },
  })
  return (
    <>
      <Search onText={setGlobalFilter} />
      <div className="frame">
        <MaterialReactTable table={table} />
      </div>
    </>
  )
}

createRoot(document.getElementById('root')).render(<Grid />)
ready({
  scroller: '.MuiTableContainer-root',
  sort: 'thead th:has-text("Name") .Mui-TableHeadCell-Content-Labels',
  open: 'tbody button[aria-label="Expand"]',
})
