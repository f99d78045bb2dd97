import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { FacetPopover } from '@/components/filters/facet-popover'
import { jobFilters } from '@/components/filters/filter-source'
import type { FacetKey, FacetValue } from '@/lib/contracts/facets'
import type { View, YearsRange } from '@/lib/contracts/view'
import { emptyView, maxFacetValues } from '@/lib/contracts/words'

const asked: URL[] = []
let answers: (url: URL) => FacetValue[] = () => []

beforeEach(() => {
  asked.length = 0
  localStorage.clear()
  vi.stubGlobal('fetch', (path: string) => {
    const url = new URL(path, 'http://shortlist.test')
    asked.push(url)
    return Promise.resolve(Response.json({ facets: { [url.searchParams.get('facet') ?? '']: answers(url) } }))
  })
  // What the floating panel measures itself with; nothing has a size here.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
})

const value = (label: string, count: number): FacetValue => ({ value: label, label, count })
const companies = [value('Contoso', 3), value('Northwind Café', 2), value('Trey Research', 1)]

type Setting = { facetKey?: FacetKey; view?: Partial<View>; complete?: boolean }

function Bar({ facetKey = 'company', view: first = {}, complete = false }: Setting) {
  const [view, setView] = useState<View>({ ...emptyView, ...first })
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState('')
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }))
  return (
    <QueryClientProvider client={client}>
      <button id="opener" type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <output>{JSON.stringify(view[facetKey])}</output>
      {open ? (
        <FacetPopover
          source={jobFilters(
            { jobId: '41', account: null },
            { hasApplied: true, hasEducation: true, hasCriteria: true },
          )}
          view={view}
          change={(patch) => setView({ ...view, ...patch })}
          scope={{ stored: 50, complete }}
          facetKey={facetKey}
          wanted={wanted}
          onWant={setWanted}
          anchor={() => document.getElementById('opener')}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </QueryClientProvider>
  )
}

async function openPanel(setting: Setting = {}) {
  const user = userEvent.setup()
  render(<Bar {...setting} />)
  await user.click(screen.getByRole('button', { name: 'Open' }))
  const dialog = await screen.findByRole('dialog')
  return {
    user,
    dialog,
    chosen: () => JSON.parse(screen.getByRole('status', { hidden: true }).textContent) as unknown,
  }
}
const box = (name: RegExp) => screen.findByRole('checkbox', { name })

test('a panel asks for its own facet only, once, and says what its counts are over', async () => {
  answers = () => companies
  const { user, dialog } = await openPanel({ view: { sort: [{ key: 'name', descending: false }] } })
  expect(await box(/^Contoso ?3$/)).not.toBeChecked()
  expect(dialog).toHaveAccessibleName('Filter by company')
  expect(dialog).toHaveTextContent('Counts cover the 50 loaded')
  await user.click(await box(/^Contoso/))
  expect(await box(/^Contoso/)).toBeChecked()
  expect(asked.map(({ search }) => search)).toEqual(['?facet=company'])
})

test('counts of a whole list within other filters say so', async () => {
  answers = () => companies
  const { dialog } = await openPanel({ complete: true, view: { top: true } })
  await box(/^Contoso/)
  expect(dialog).toHaveTextContent('Counts cover all 50 applicants and reflect your other filters')
})

test('by keyboard: down into the list, Space and Enter choose, Escape gives the focus back', async () => {
  answers = () => companies
  const { user, chosen } = await openPanel()
  await box(/^Contoso/)
  expect(screen.getByRole('searchbox')).toHaveFocus()
  await user.keyboard('{ArrowDown}')
  expect(await box(/^Contoso/)).toHaveFocus()
  await user.keyboard('{ArrowDown} ')
  expect(await box(/^Northwind/)).toHaveFocus()
  expect(chosen()).toEqual(['Northwind Café'])
  await user.keyboard('{End}{Enter}')
  expect(chosen()).toEqual(['Northwind Café', 'Trey Research'])
  await user.keyboard('{Home}{ArrowUp}')
  expect(screen.getByRole('searchbox')).toHaveFocus()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus()
})

test('letters typed in the list go on looking, and Enter takes the first that is found', async () => {
  answers = () => companies
  const { user, chosen } = await openPanel()
  await box(/^Contoso/)
  await user.keyboard('{ArrowDown}cafe')
  expect(screen.getByRole('searchbox')).toHaveValue('cafe')
  expect(screen.getAllByRole('checkbox')).toHaveLength(1)
  await user.keyboard('{Enter}')
  expect(chosen()).toEqual(['Northwind Café'])
  await user.clear(screen.getByRole('searchbox'))
  await user.keyboard('nobody')
  expect(screen.getByRole('dialog')).toHaveTextContent('No matching company in these results.')
})

test('a search that the other filters leave empty says so, and who is there without them', async () => {
  answers = (url) => (url.searchParams.has('top') ? companies : [...companies, value('Rare Works', 16)])
  const { user, dialog } = await openPanel({ view: { top: true } })
  await box(/^Contoso/)
  await user.keyboard('rare')
  await waitFor(() =>
    expect(dialog).toHaveTextContent(
      'No matching company within your other filters. Without them: Rare Works (16).',
    ),
  )
  expect(asked.at(-1)?.search).toBe('?facet=company&find=rare')
})

test('a choice that a link writes in its own way is the one of the list, and is taken back whole', async () => {
  answers = () => companies
  const { user, chosen } = await openPanel({ view: { company: ['contoso'] } })
  expect(await box(/^Contoso/)).toBeChecked()
  expect(screen.getAllByRole('checkbox')).toHaveLength(3)
  await user.click(await box(/^Contoso/))
  expect(chosen()).toEqual([])
})

test('a choice that counts nobody any more stays in sight while it is chosen', async () => {
  answers = (url) => [...companies, ...url.searchParams.getAll('company').map((name) => value(name, 0))]
  const { user } = await openPanel({ view: { company: ['Gone Ltd'] } })
  expect(await box(/^Gone Ltd ?0$/)).toBeChecked()
  // The list was counted without its own choice; only the odd one out was asked for beside it.
  expect(asked.map(({ search }) => search)).toEqual(['?facet=company', '?company=Gone+Ltd&facet=company'])
  await user.click(await box(/^Gone Ltd/))
  expect(screen.queryByRole('checkbox', { name: /^Gone Ltd/ })).toBeNull()
})

test('in a list too long to send whole, a rare value is looked for where the rows are', async () => {
  const many = Array.from({ length: maxFacetValues }, (_, at) => value(`Company ${at}`, 900 - at))
  answers = (url) => (url.searchParams.get('find') === 'rare' ? [value('Rare Works', 1)] : many)
  const { user, chosen } = await openPanel()
  await box(/^Company 0/)
  await user.keyboard('rare')
  await user.click(await box(/^Rare Works ?1$/))
  expect(chosen()).toEqual(['Rare Works'])
})

test('places are told apart: countries first, then cities and regions', async () => {
  answers = () => [
    { ...value('France', 9), group: 'country' },
    { ...value('Paris', 7), group: 'place' },
    ...Array.from({ length: 8 }, (_, at): FacetValue => ({ ...value(`Country ${at}`, 1), group: 'country' })),
  ]
  const { user } = await openPanel({ facetKey: 'location' })
  const countries = await screen.findByRole('group', { name: 'Countries' })
  expect(within(countries).getAllByRole('checkbox')).toHaveLength(6)
  expect(
    within(screen.getByRole('group', { name: 'Cities and regions' })).getByRole('checkbox'),
  ).toHaveAccessibleName(/^Paris/)
  await user.click(within(countries).getByRole('button', { name: 'Show 3 more' }))
  expect(within(countries).getAllByRole('checkbox')).toHaveLength(9)
})

test('both kinds of top choice together are everyone', async () => {
  answers = () => [value('1', 4), value('0', 46)]
  const { user, chosen } = await openPanel({ facetKey: 'top' })
  const boxes = await screen.findAllByRole('checkbox')
  await user.click(boxes[0]!)
  expect(chosen()).toBe(true)
  await user.click(boxes[1]!)
  expect(chosen()).toBeNull()
})

test('a filter that can stand in for something else says so once, and blocks nothing', async () => {
  answers = () => [
    { ...value('France', 3), group: 'country' },
    { ...value('Lille', 2), group: 'place' },
  ]
  const { user } = await openPanel({ facetKey: 'location' })
  await user.click(await screen.findByRole('checkbox', { name: /France/ }))
  expect(screen.queryByRole('note')).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: /Lille/ }))
  expect(screen.getByRole('note')).toHaveTextContent('A small place can stand in for origin or income.')
  expect(screen.getByRole('checkbox', { name: /Lille/ })).toBeChecked()
  await user.click(screen.getByRole('button', { name: 'Got it' }))
  expect(screen.queryByRole('note')).toBeNull()
})

test.each<[string, YearsRange[], boolean]>([
  [
    'an upper limit on years',
    [
      { min: 2, max: 4 },
      { min: 5, max: 9 },
    ],
    true,
  ],
  [
    'years without an upper limit',
    [
      { min: 5, max: 9 },
      { min: 20, max: null },
    ],
    false,
  ],
  ['unknown years', [{ min: null, max: null }], false],
  ['nothing chosen', [], false],
])('with %s there is a hint or not', async (_, years, hinted) => {
  answers = () => [value('5-9', 3)]
  await openPanel({ facetKey: 'years', view: { years } })
  await screen.findByText(/^Counts cover/)
  const hint = screen.queryByText(/An upper limit on years can stand in for age/)
  expect(hint !== null).toBe(hinted)
})
