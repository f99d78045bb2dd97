import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import type { View } from '@/lib/contracts/view'
import { emptyView, facetKeys, sortKeys } from '@/lib/contracts/words'
import { candidatePath, jobPath } from '@/lib/url/paths'
import { isUnfiltered, normalizeView, parseView, viewToSearch } from '@/lib/url/view'

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
const years = fc
  .tuple(fc.option(fc.nat(40)), fc.option(fc.nat(40)))
  .filter(([min, max]) => min !== null || max !== null)
  .map(([a, b]) => (a !== null && b !== null && a > b ? { min: b, max: a } : { min: a, max: b }))
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const days = fc
  .tuple(fc.option(day), fc.option(day))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }))
const choices = {
  flag: fc.option(fc.boolean()),
  list: fc.array(text, { maxLength: 5 }),
  years: fc.array(years, { maxLength: 4 }),
  day: fc.array(day, { maxLength: 5 }),
  days: fc.array(days, { maxLength: 4 }),
}
const choicesFor = (key: FacetKey) => {
  const { kind, values } = getFacet(key)
  return kind === 'choice' ? fc.array(fc.constantFrom(...Object.keys(values ?? {}))) : choices[kind]
}
const anyChoices = Object.fromEntries(facetKeys.map((key) => [key, choicesFor(key)])) as Record<
  FacetKey,
  fc.Arbitrary<unknown>
>
const anyView: fc.Arbitrary<View> = fc
  .record({
    q: fc.string({ unit: 'grapheme', maxLength: 60 }),
    ...anyChoices,
    new: fc.boolean(),
    sort: fc.array(fc.record({ key: fc.constantFrom(...sortKeys), descending: fc.boolean() })),
  })
  .map((view) => normalizeView(view as View))

test('a view survives its address: what a colleague opens is what was seen', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(parseView(viewToSearch(view))).toEqual(view)
    }),
  )
})

test.each([',,', 'x,,', ',x', 'a,,b'])('a text with commas as in “%s” survives its address', (company) => {
  const view = normalizeView({ ...emptyView, company: [company] })
  expect(parseView(viewToSearch(view))).toEqual(view)
  expect(normalizeView(view)).toEqual(view)
})

test('an order by fit to a search goes with the search', () => {
  expect(parseView('?q=seo&sort=match').sort).toEqual([{ key: 'match', descending: false }])
  expect(parseView('?sort=match,-years').sort).toEqual([{ key: 'years', descending: true }])
})

test('a view has one address: the same choices written twice share it', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const doubled = {
        ...view,
        rating: [...view.rating, ...view.rating],
        company: [...view.company, ...view.company],
      }
      expect(viewToSearch(normalizeView(doubled))).toBe(viewToSearch(view))
    }),
  )
})

test('no address, however odd, breaks the page', () => {
  fc.assert(
    fc.property(fc.string(), (search) => {
      expect(() => parseView(search)).not.toThrow()
    }),
  )
})

test('defaults are left out', () => {
  expect(viewToSearch(emptyView)).toBe('')
  expect(parseView('?sort=position')).toEqual(emptyView)
})

test('the address of the documentation reads as written', () => {
  expect(parseView('?rating=GOOD_FIT,MAYBE&top=1&q=seo&sort=-years')).toEqual({
    ...emptyView,
    rating: ['GOOD_FIT', 'MAYBE'],
    top: true,
    q: 'seo',
    sort: [{ key: 'years', descending: true }],
  })
})

describe('years of experience', () => {
  test.each([
    ['3-10', [{ min: 3, max: 10 }]],
    ['5-', [{ min: 5, max: null }]],
    ['-2', [{ min: null, max: 2 }]],
    ['4', [{ min: 4, max: 4 }]],
    [
      '0-1,20-',
      [
        { min: 0, max: 1 },
        { min: 20, max: null },
      ],
    ],
    ['10-3', []],
    ['-', []],
    ['ten', []],
    ['999-', []],
  ])('years=%s', (written, expected) => {
    expect(parseView(`?years=${written}`).years).toEqual(expected)
  })
})

describe('days on which people were first seen', () => {
  test.each([
    ['2026-04-02', ['2026-04-02']],
    ['2026-04-02,2026-04-02,2026-04-01', ['2026-04-02', '2026-04-01']],
    ['2024-02-29', ['2024-02-29']],
    ['2026-02-29', []],
    ['2026-13-01', []],
    ['2026-4-2', []],
    ['yesterday', []],
    ['2026-04-02T10:00:00Z', []],
  ])('seen=%s', (written, expected) => {
    expect(parseView(`?seen=${written}`).seen).toEqual(expected)
  })
})

test('each filter narrows a view, and the order alone does not', () => {
  for (const search of [
    'q=a',
    'rating=MAYBE',
    'top=0',
    'company=a',
    'now=a',
    'location=a',
    'years=1',
    'title=a',
  ]) {
    expect(isUnfiltered(parseView(`?${search}`)), search).toBe(false)
  }
  expect(isUnfiltered(parseView('?seen=2026-04-02'))).toBe(false)
  expect(isUnfiltered(parseView('?sort=-name'))).toBe(true)
})

test('unknown values are ignored, known ones beside them kept', () => {
  expect(parseView('?rating=GREAT,MAYBE&top=perhaps&sort=-salary,name')).toEqual({
    ...emptyView,
    rating: ['MAYBE'],
    sort: [{ key: 'name', descending: false }],
  })
})

test('paths name the job and the application, and another account only when it is not the default', () => {
  const job = { jobId: '4123456789', account: null }
  expect(jobPath(job)).toBe('/jobs/4123456789')
  expect(candidatePath(job, 'a/b c')).toBe('/jobs/4123456789/candidates/a%2Fb%20c')
  expect(jobPath({ ...job, account: 'agency' })).toBe('/jobs/4123456789?account=agency')
  expect(jobPath({ ...job, account: 'agency' }, { ...emptyView, q: 'seo' })).toBe(
    '/jobs/4123456789?q=seo&account=agency',
  )
})

test('a comma inside a choice survives a mail program that decodes the link once', () => {
  for (const company of ['Acme, Inc.', 'Paris, Texas', 'Foo,Bar', 'a, b, c']) {
    const view = { ...emptyView, company: [company, 'Contoso'], title: ['head'] }
    const search = viewToSearch(view)
    const expected = [company.replace(/,(?! )/g, ', '), 'Contoso']
    expect(parseView(search).company).toEqual(expected)
    expect(parseView(decodeURIComponent(search)).company).toEqual(expected)
  }
  expect(parseView('?company=Acme%2C Inc.').company).toEqual(['Acme, Inc.'])
})
