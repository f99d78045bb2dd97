// React and the shared parts without a grid: what every grid's bytes are counted from.
import { createRoot } from 'react-dom/client'
import { Career, cell, Search } from '../parts.jsx'
import { columns, people, ready } from '../people.js'

const [first] = people
createRoot(document.getElementById('root')).render(
  <div>
    <Search onText={() => {}} />
    {columns.map((column) => (
      <div key={column.id}>{cell(column, first)}</div>
    ))}
    <Career person={first} />
  </div>,
)
ready({})
