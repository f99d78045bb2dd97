import { describe, expect, test } from 'vitest'
import {
  applyPage,
  listStatus,
  type ListState,
  countMissing,
  newList,
  type Page,
  planCheck,
  planNext,
} from '@/lib/domain/list-drift'
import { type Known, newPass, type Pass } from '@/lib/domain/list-pass'
import { terms } from './live-list'

const people = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => `p${from + at}`)
const sightings = (ids: string[], from = 0): Known =>
  new Map(ids.map((id, at) => [id, { pass: 1, position: from + at }]))
const pass = (facts: Partial<Pass>): Pass => ({ ...newPass(1), frontier: 50, seen: 50, ...facts })
const midway: ListState = { ...newList, total: 81, stored: 50, fetched: true, read: pass({}) }
const page = (facts: Partial<Page>): Page => ({
  offset: 50,
  asked: 40,
  ids: people(50, 81),
  total: 81,
  nextOffset: null,
  hasMore: false,
  ...facts,
})
const take = (facts: Partial<Page> = {}, list = midway, known = sightings(people(0, 50))) =>
  applyPage(list, 'read', page(facts), known)
const after = (...given: Parameters<typeof take>) => take(...given).list
const read = (offset: number, count: number) => ({ part: 'read', offset, count })

describe('what to ask for next', () => {
  test.each<[string, ListState, ReturnType<typeof planNext>]>([
    ['a list never asked for', newList, { part: 'read', offset: 0, count: 50 }],
    [
      'a list with 31 left: to the end of the tens that are paid for',
      midway,
      { part: 'read', offset: 50, count: 40 },
    ],
    ['a long list', { ...midway, total: 412 }, { part: 'read', offset: 50, count: 50 }],
    [
      'a list that does not say how long it is',
      { ...midway, total: null },
      { part: 'read', offset: 50, count: 50 },
    ],
    [
      'a list that goes on although everyone counted is at hand',
      { ...midway, total: 50 },
      { part: 'read', offset: 50, count: 10 },
    ],
    [
      'a list that so many came into that a window would only repeat',
      { ...midway, total: 412, read: pass({ risen: 60 }) },
      { part: 'read', offset: 50, count: 10 },
    ],
    ['a list that ended', { ...midway, read: pass({ ended: true }) }, null],
  ])('of %s', (_, list, window) => {
    expect(planNext(list, terms)).toEqual(window)
  })

  test('the cheapest question is the first ten, which of a new list are its first rows', () => {
    expect(planCheck(newList, terms)).toEqual(read(0, 10))
    expect(planCheck(midway, terms)).toEqual({ part: 'front', offset: 0, count: 10 })
  })
})

test('the last page completes the list', () => {
  const { list, added, goneBefore } = take()
  expect(list).toMatchObject({ total: 81, stored: 81, proven: true, read: { frontier: 81, ended: true } })
  expect(added).toEqual(people(50, 81))
  expect(listStatus(list)).toBe('complete')
  expect(goneBefore).toBe(1)
})

test('people inserted before the window repeat: they count once, and newcomers are looked for in front', () => {
  const { list, added, repeated } = take({ total: 86, ids: people(45, 81) })
  expect(repeated).toEqual(people(45, 50))
  expect(added).toEqual(people(50, 81))
  expect(list).toMatchObject({ stored: 81, total: 86, front: 0 })
  expect(planNext(list, terms)).toEqual({ part: 'front', offset: 0, count: 10 })
  const known = sightings(people(0, 81), 5)
  const found = applyPage(
    list,
    'front',
    page({ offset: 0, asked: 10, ids: [...people(90, 95), ...people(0, 5)], total: 86, hasMore: true }),
    known,
  ).list
  expect(found).toMatchObject({ stored: 86, front: null })
  // It moved while it was read: only another pass can prove it.
  expect([listStatus(found), countMissing(found)]).toEqual(['short', 1])
})

test('when so many came in that a whole window is known, reading goes on where the unread begins', () => {
  const list = { ...midway, total: 412 }
  const ids = people(40, 50)
  const moved = applyPage(
    { ...list, total: 472, read: pass({ risen: 60 }) },
    'read',
    page({ asked: 10, ids, total: 472, hasMore: true }),
    new Map(ids.map((id, at) => [id, { pass: 1, position: at - 10 }])),
  )
  expect(moved.list.read.frontier).toBe(110)
})

test('when the total falls, the rows that slid past are looked at, and nobody calls the list complete before', () => {
  const list = after({ total: 76, ids: people(55, 81) })
  expect(list).toMatchObject({ stored: 76, read: { back: [{ from: 45, to: 50 }], ended: false } })
  expect(listStatus(list)).toBe('partial')
  expect(planNext(list, terms)).toEqual(read(45, 5))
})

test('a total that falls on the first page asks for nothing before it', () => {
  const list = after(
    { offset: 0, asked: 50, total: 20, ids: people(0, 20) },
    { ...midway, read: pass({ frontier: 0 }) },
  )
  expect(list.read).toMatchObject({ frontier: 20, ended: true })
})

test('an empty page in the middle is asked for once more, then passed over', () => {
  const empty = { total: 412, asked: 50, ids: [], nextOffset: 50, hasMore: true }
  const once = after(empty)
  expect(once.read).toMatchObject({ frontier: 50, ended: false })
  expect(after(empty, once).read).toMatchObject({ frontier: 100, ended: false })
})

describe('where the next window begins', () => {
  const onwards = { total: 412, asked: 50, ids: people(50, 100), hasMore: true }
  test.each<[string, Partial<Page>, number]>([
    ['where the answer says', { nextOffset: 100 }, 100],
    ['after the rows, when it does not say', { nextOffset: null }, 100],
    ['after the rows, when it says where it was', { nextOffset: 50 }, 100],
    ['after the rows, when it says further back', { nextOffset: 0 }, 100],
    ['after the rows, when it says far ahead', { nextOffset: 300 }, 100],
    [
      'where it says after a short page whose others are not to be had',
      { ids: people(50, 80), nextOffset: 100 },
      100,
    ],
    ['after a short page', { ids: people(50, 80), nextOffset: 80 }, 80],
    ['after a short page that does not say', { ids: people(50, 80) }, 80],
    ['after the rows, counting nobody twice', { ids: [...people(50, 100), ...people(50, 67)] }, 100],
  ])('%s', (_, facts, frontier) => {
    expect(after({ ...onwards, ...facts })).toMatchObject({ read: { frontier, ended: false } })
  })
})

describe('a list ends', () => {
  test.each<[string, Partial<Page>, boolean]>([
    ['when the answer says that nothing follows', {}, true],
    ['even when its last page is empty', { ids: [] }, true],
    ['even when the last page repeats people', { ids: [...people(50, 81), 'p50'] }, true],
    ['not while it says that more follows', { hasMore: true }, false],
    ['not on an empty page that promises people it counts', { ids: [], hasMore: true }, false],
    ['not on a short page', { ids: people(50, 60), hasMore: true }, false],
    ['at its total, when it does not say', { hasMore: null }, true],
    ['not before its total, when it does not say', { ids: people(50, 60), hasMore: null }, false],
    ['where nothing comes any more, when it does not say', { ids: [], hasMore: null }, true],
  ])('%s', (_, facts, ended) => {
    expect(after(facts).read.ended).toBe(ended)
  })

  test('on an empty page after everyone it counts, whatever it promises', () => {
    const list = after(
      { offset: 81, asked: 10, ids: [], hasMore: true },
      { ...midway, stored: 81, read: pass({ seen: 81, frontier: 81 }) },
      sightings(people(0, 81)),
    )
    expect([list.read.ended, listStatus(list)]).toEqual([true, 'complete'])
  })
})

const ended = pass({ ended: true })
test.each<[string, Partial<ListState>, ReturnType<typeof listStatus>]>([
  ['nothing was fetched', newList, 'empty'],
  ['more can be fetched', {}, 'partial'],
  ['more is promised than was counted', { stored: 81 }, 'partial'],
  ['newcomers are looked for', { stored: 81, read: ended, front: 10, proven: true }, 'partial'],
  ['it ended with everyone', { stored: 81, read: ended, proven: true }, 'complete'],
  ['it ended before its total', { read: ended }, 'short'],
])('a list is told as it is when %s', (_, facts, status) => {
  expect(listStatus({ ...midway, ...facts })).toBe(status)
})

test.each<[string, number | null]>([
  ['a list that nobody applied to', 0],
  ['a list that never said how many there are', null],
])('%s is complete when it ends', (_, total) => {
  const list = after({ offset: 0, asked: 50, ids: [], total }, newList, new Map())
  expect(listStatus(list)).toBe('complete')
})
