import { ClientSideRowModelModule, ModuleRegistry, QuickFilterModule, themeQuartz } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { cell, Search } from '../parts.jsx'
import { byName, columns, people, ready } from '../people.js'

ModuleRegistry.registerModules([ClientSideRowModelModule, QuickFilterModule])

const defined = columns.map((column) => ({
  colId: column.id,
  headerName: column.label,
  width: column.width,
  sortable: true,
  valueGetter: ({ data }) => column.value(data),
  getQuickFilterText: ({ data }) => (column.id === 'name' ? data.text : ''),
  ...(column.id === 'name' ? { comparator: (_a, _b, a, b) => byName(a.data, b.data) } : {}),
  ...(['name', 'rating', 'top'].includes(column.id)
    ? { cellRenderer: ({ data }) => cell(column, data) }
    : {}),
}))
const getRowId = ({ data }) => data.id
// A term is looked for as it is, as in every other grid; its own parser would split it.
const parse = (text) => (text === '' ? [] : [text])
const contains = ([term = ''], text) => text.toUpperCase().includes(term.toUpperCase())

function Grid() {
  const [term, setTerm] = useState('')
  return (
    <>
      <Search onText={setTerm} />
      <div className="frame">
        <AgGridReact
          theme={themeQuartz}
          rowData={people}
          columnDefs={defined}
          rowHeight={40}
          headerHeight={40}
          getRowId={getRowId}
          quickFilterText={term}
          quickFilterParser={parse}
          quickFilterMatcher={contains}
          cacheQuickFilter
          animateRows={false}
        />
      </div>
    </>
  )
}

createRoot(document.getElementById('root')).render(<Grid />)
ready({
  scroller: '.ag-grid-viewport, .ag-body-viewport',
  sort: '.ag-header-cell[col-id=name] .ag-header-cell-label',
})
