// Draws on a canvas: the names it was asked for last stand for the rows on screen.
import { DataEditor, GridCellKind } from '@glideapps/glide-data-grid'
import '@glideapps/glide-data-grid/dist/index.css'
import { useCallback } from 'react'
import { createRoot } from 'react-dom/client'
import { Search, useView } from '../parts.jsx'
import { columns, ready } from '../people.js'

const defined = columns.map(({ id, label, width }) => ({ id, title: label, width }))
const drawn = []

const cellFor = ({ id, value }, person) => {
  const text = String(value(person) ?? '')
  return id === 'rating' || id === 'top'
    ? { kind: GridCellKind.Bubble, data: text === '' ? [] : [text], allowOverlay: false }
    : { kind: GridCellKind.Text, data: text, displayData: text, allowOverlay: false }
}

function Grid() {
  const { view, setTerm, turn } = useView()
  const getCell = useCallback(
    ([column, row]) => {
      const person = view[row]
      if (column === 0) drawn[row] = person.name
      return cellFor(columns[column], person)
    },
    [view],
  )
  return (
    <>
      <Search onText={setTerm} />
      <DataEditor
        width={1300}
        height={660}
        columns={defined}
        rows={view.length}
        getCellContent={getCell}
        rowHeight={40}
        headerHeight={40}
        smoothScrollY
        onHeaderClicked={turn}
      />
    </>
  )
}

createRoot(document.getElementById('root')).render(<Grid />)
ready({ scroller: '.dvn-scroller', sortAt: [60, 20], names: () => drawn.slice(0, 5) })
