import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Career, cell, Search, useView } from '../parts.jsx'
import { columns, ready } from '../people.js'

const features = tableFeatures({})
const helper = createColumnHelper()
const defined = columns.map((column) =>
  helper.accessor(column.value, { id: column.id, header: column.label, meta: column }),
)
const getRowId = (person) => person.id

const Row = memo(function Row({ row, start, open, onToggle, measure, index }) {
  return (
    <div
      className="row"
      role="row"
      ref={measure}
      data-index={index}
      style={{ transform: `translateY(${start}px)` }}
    >
      <div className="cells">
        {row.getAllCells().map((each) => (
          <div key={each.id} role="gridcell">
            {each.column.id === 'name' && (
              <button className="open" onClick={() => onToggle(row.id)}>
                {open ? '−' : '+'}
              </button>
            )}
            {cell(each.column.columnDef.meta, row.original)}
          </div>
        ))}
      </div>
      {open && <Career person={row.original} />}
    </div>
  )
})

function Grid() {
  const { view, setTerm, turn } = useView()
  const [open, setOpen] = useState(() => new Set())
  const scroller = useRef(null)
  const table = useTable({ features, columns: defined, data: view, getRowId })
  const { rows } = table.getRowModel()
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 41,
    overscan: 4,
  })
  const toggle = useCallback((id) => setOpen((before) => before.symmetricDifference(new Set([id]))), [])
  return (
    <>
      <Search onText={setTerm} />
      <div className="frame scroller" role="grid" ref={scroller}>
        <div className="cells head" role="row">
          {columns.map(({ id, label }) => (
            <div key={id} role="columnheader">
              {id === 'name' ? (
                <button id="sort" onClick={turn}>
                  {label}
                </button>
              ) : (
                label
              )}
            </div>
          ))}
        </div>
        <div style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            const props = { row, start, index, open: open.has(row.id), onToggle: toggle }
            return <Row key={row.id} {...props} measure={virtualizer.measureElement} />
          })}
        </div>
      </div>
    </>
  )
}

createRoot(document.getElementById('root')).render(<Grid />)
ready({ scroller: '.scroller', sort: '#sort', open: 'button.open' })
