// The same people for every grid, all of them in the browser: the grids have no server to ask.
const startedAt = performance.now()
export const people = await (await fetch('people.json')).json()

/** Called by a grid once it is drawn: how the bench finds its parts. Whatever a grid cannot do is left out. */
export const ready = (parts) => {
  window.peer = { ...parts, dataMs: window.dataMs }
}
window.dataMs = performance.now() - startedAt

export const byName = (a, b) => a.nameRank - b.nameRank
export const matches = (person, term) => person.text.includes(term)

export const columns = [
  { id: 'name', label: 'Name', width: 200, value: (person) => person.name },
  { id: 'rating', label: 'Rating', width: 120, value: (person) => person.rating },
  { id: 'top', label: 'Top choice', width: 100, value: (person) => (person.top ? 'Top' : '') },
  { id: 'headline', label: 'Headline', width: 320, value: (person) => person.headline },
  { id: 'location', label: 'Location', width: 160, value: (person) => person.location },
  { id: 'role', label: 'Current role', width: 280, value: (person) => person.role },
  { id: 'jobs', label: 'Jobs', width: 70, value: (person) => person.jobs.length },
]
