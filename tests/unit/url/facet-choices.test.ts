import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import { emptyView, facetKeys, sortKeys } from '@/lib/contracts/words'
import { viewForGuest } from '@/lib/domain/guest-view'
import { getChoices, setChoices } from '@/lib/url/facet-choices'
import { isUnfiltered, parseView, viewToSearch } from '@/lib/url/view'

const written = {
  flag: ['0'],
  list: ['Acme, Inc.', 'unknown'],
  years: ['2-4', '20-', 'unknown'],
  day: ['2026-04-02', '2026-04-03'],
  days: ['2026-04-01..2026-04-30', '..2026-03-31', 'unknown'],
}
const choicesFor = (key: FacetKey): string[] => {
  const { kind, values } = getFacet(key)
  return kind === 'choice' ? Object.keys(values ?? {}).slice(0, 2) : written[kind]
}

describe.each(facetKeys)('the facet “%s”', (key) => {
  const view = { ...emptyView, ...setChoices(key, choicesFor(key)) }

  test('stands in an address by its own name, and comes back as it was chosen', () => {
    const read = parseView(viewToSearch(view))
    expect(read).toEqual(view)
    expect(getChoices(read, key)).toEqual(choicesFor(key))
    expect(new URLSearchParams(viewToSearch(view)).has(key)).toBe(true)
  })

  test('narrows the list, and does not once its choices are taken back', () => {
    expect(isUnfiltered(view)).toBe(false)
    expect({ ...view, ...setChoices(key, []) }).toEqual(emptyView)
  })

  test('is asked for by guests only where they have it', () => {
    const seen = viewForGuest(view, { names: true })
    expect(seen).toEqual(getFacet(key).guests ? view : emptyView)
  })

  test('drops what is none of its choices', () => {
    const { kind } = getFacet(key)
    if (kind !== 'list') expect(setChoices(key, ['nonsense', ''])).toEqual({ [key]: emptyView[key] })
  })
})

test('both words of a flag are everyone', () => {
  expect(setChoices('top', ['1', '0'])).toEqual({ top: null })
})

test('guests sort by names only where they are shown names', () => {
  const view = parseView('?sort=name,-seen,rating')
  const keys = (names: boolean) => viewForGuest(view, { names }).sort.map(({ key }) => key)
  expect(keys(true)).toEqual(['name', 'rating'])
  expect(keys(false)).toEqual(['rating'])
})

test('the documentation names every facet and every sort', () => {
  const text = readFileSync('docs/addresses.md', 'utf8')
  const rows = text.split('\n').filter((line) => line.startsWith('| `'))
  const named = (row: string | undefined) => row?.split('|')[1]?.match(/`([a-z]+)`/g) ?? []
  const keys = rows.flatMap(named)
  for (const key of facetKeys) expect(keys).toContain(`\`${key}\``)
  const sorts = text.split('\n').flatMap((line) => line.match(/^- `([a-z]+)`/)?.[1] ?? [])
  expect(sorts.toSorted()).toEqual(sortKeys.toSorted())
})
