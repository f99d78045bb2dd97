// No framework, no features: twenty-odd row elements that are filled again as they scroll. What is possible, not a product.
import { byName, columns, matches, people, ready } from '../people.js'

const rowHeight = 41
const poolSize = 26
const root = document.getElementById('root')
const element = (tag, props = {}, children = []) => {
  const made = Object.assign(document.createElement(tag), props)
  made.append(...children)
  return made
}

const search = element('input', { id: 'search', autocomplete: 'off', ariaLabel: 'Search' })
const sort = element('button', { id: 'sort', textContent: 'Name' })
const head = element('div', { className: 'cells head' })
head.append(sort, ...columns.slice(1).map(({ label }) => element('div', { textContent: label })))
const body = element('div', { style: 'position: relative' })
const scroller = element('div', { className: 'frame scroller', role: 'grid' }, [head, body])
root.append(search, scroller)

let order = people
let view = people
const open = new Set()
const extraHeight = new Map()

function createRow() {
  const button = element('button', { className: 'open', textContent: '+' })
  const name = element('span', { className: 'name' })
  const rest = columns.slice(1).map(() => element('div'))
  const cells = element('div', { className: 'cells' }, [element('div', {}, [button, name]), ...rest])
  const row = {
    element: element('div', { className: 'row' }, [cells]),
    name,
    rest,
    button,
    person: null,
    career: null,
  }
  button.onclick = () => {
    if (!open.delete(row.person.id)) open.add(row.person.id)
    draw()
  }
  body.append(row.element)
  return row
}
const pool = Array.from({ length: poolSize }, createRow)

function fill(row, person) {
  if (row.person !== person) {
    row.person = person
    row.name.textContent = person.name
    row.rest.forEach((cell, at) => (cell.textContent = columns[at + 1].value(person)))
    row.career?.remove()
    row.career = null
  }
  if (open.has(person.id) === (row.career !== null)) return
  row.career?.remove()
  row.career = null
  if (!open.has(person.id)) return
  const jobs = person.jobs.map(({ title, company, dates, description }) =>
    element('li', {}, [`${title} at ${company} ${dates}`, element('p', { textContent: description })]),
  )
  row.career = element('ol', { className: 'career' }, jobs)
  row.element.append(row.career)
  extraHeight.set(person.id, row.element.offsetHeight - rowHeight)
}

function draw() {
  const first = Math.max(0, Math.min(Math.floor(scroller.scrollTop / rowHeight) - 4, view.length - poolSize))
  const above = view.slice(0, first).filter(({ id }) => open.has(id))
  let offset = above.reduce((sum, { id }) => sum + (extraHeight.get(id) ?? 0), 0)
  for (let at = first; at < first + poolSize; at += 1) {
    // A row keeps its element while it stays in sight.
    const row = pool[at % poolSize]
    const person = view[at]
    row.element.hidden = person === undefined
    if (person === undefined) continue
    fill(row, person)
    row.element.style.transform = `translateY(${at * rowHeight + offset}px)`
    if (open.has(person.id)) offset += extraHeight.get(person.id) ?? 0
  }
}

function show() {
  const term = search.value.toLowerCase()
  view = term === '' ? order : order.filter((person) => matches(person, term))
  body.style.height = `${view.length * rowHeight}px`
  scroller.scrollTop = 0
  draw()
}

search.oninput = show
sort.onclick = () => {
  order = people.toSorted(byName)
  show()
}
scroller.addEventListener('scroll', draw, { passive: true })
show()
ready({ scroller: '.scroller', sort: '#sort', open: 'button.open' })
