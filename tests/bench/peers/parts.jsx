import { useMemo, useState } from 'react'
import { byName, matches, people } from './people.js'

export const Search = ({ onText }) => (
  <input
    id="search"
    aria-label="Search"
    autoComplete="off"
    onChange={(event) => onText(event.target.value.toLowerCase())}
  />
)

const cells = {
  name: (person) => <span className="name">{person.name}</span>,
  rating: (person) => <span className="badge">{person.rating}</span>,
  top: (person) => (person.top ? <span className="badge">Top</span> : null),
}

/** What a column shows of a person: an element where it is more than text. */
export const cell = ({ id, value }, person) => cells[id]?.(person) ?? value(person)

export const Career = ({ person }) => (
  <ol className="career">
    {person.jobs.map((job, at) => (
      <li key={at}>
        <b>{job.title}</b> at {job.company} <i>{job.dates}</i>
        <p>{job.description}</p>
      </li>
    ))}
  </ol>
)

/** Search and order for grids that leave both to the page. `order`: 1 by name, -1 backwards, 0 as they come. */
export function useView() {
  const [term, setTerm] = useState('')
  const [order, setOrder] = useState(0)
  const view = useMemo(() => {
    const found = term === '' ? people : people.filter((person) => matches(person, term))
    return order === 0 ? found : found.toSorted((a, b) => order * byName(a, b))
  }, [term, order])
  return { view, setTerm, turn: () => setOrder((before) => (before === 1 ? -1 : 1)) }
}
