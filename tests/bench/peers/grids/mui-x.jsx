// The free edition shows a hundred rows a page.
import { DataGrid } from '@mui/x-data-grid'
import { useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { cell, Search } from '../parts.jsx'
import { byName, columns, matches, people, ready } from '../people.js'

const byId = new Map(people.map((person) => [person.id, person]))
const nothing = () => null

const defined = columns.map((column) => ({
  field: column.id,
  headerName: column.label,
  width: column.width,
  valueGetter: (_value, person) => column.value(person),
  getApplyQuickFilterFn:
    column.id === 'name' ? (term) => (term ? (_value, person) => matches(person, term) : null) : nothing,
  ...(column.id === 'name'
    ? { sortComparator: (_a, _b, a, b) => byName(byId.get(a.id), byId.get(b.id)) }
    : {}),
  ...(['name', 'rating', 'top'].includes(column.id) ? { renderCell: ({ row }) => cell(column, row) } : {}),
}))
const initialState = { pagination: { paginationModel: { page: 0, pageSize: 100 } } }

function Grid() {
  const [term, setTerm] = useState('')
  const filterModel = useMemo(() => ({ items: [], quickFilterValues: term ? [term] : [] }), [term])
  return (
    <>
      <Search onText={setTerm} />
      <div className="frame">
        <DataGrid
          rows={people}
          columns={defined}
          rowHeight={40}
          columnHeaderHeight={40}
          filterModel={filterModel}
          initialState={initialState}
          pageSizeOptions={[100]}
          disableRowSelectionOnClick
        />
      </div>
    </>
  )
}

createRoot(document.getElementById('root')).render(<Grid />)
ready({
  scroller: '.MuiDataGrid-virtualScroller',
  sort: '.MuiDataGrid-columnHeader[data-field=name] .MuiDataGrid-columnHeaderTitle',
})
