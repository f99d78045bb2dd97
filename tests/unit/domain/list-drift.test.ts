import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoteCredits } from '@/lib/domain/credits'
import { absorb, listStatus, type ListState, newList, type Page, planNext } from '@/lib/domain/list-drift'

const people = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => `p${from + at}`)
const midway: ListState = { total: 81, stored: 50, frontier: 50, ended: false, fetched: true }
const page = (facts: Partial<Page>): Page => ({
  offset: 50,
  asked: 31,
  ids: people(50, 81),
  total: 81,
  nextOffset: null,
  hasMore: false,
  ...facts,
})
const none: ReadonlySet<string> = new Set()
const after = (facts: Partial<Page>, list = midway, known = none) => absorb(list, page(facts), known).list

describe('what to ask for next', () => {
  test.each<[string, Partial<ListState>, ReturnType<typeof planNext>]>([
    ['a list never asked for', newList, { offset: 0, count: 50 }],
    ['a list with 31 left', {}, { offset: 50, count: 31 }],
    ['a long list', { total: 412 }, { offset: 50, count: 50 }],
    ['a list that does not say how long it is', { total: null }, { offset: 50, count: 50 }],
    ['a list that goes on although everyone counted is at hand', { total: 50 }, { offset: 50, count: 10 }],
    ['a list that ended', { ended: true }, null],
  ])('of %s', (_, facts, window) => {
    expect(planNext({ ...midway, ...facts })).toEqual(window)
  })
})

test('the last page completes the list', () => {
  const moved = absorb(midway, page({}), none)
  expect(moved.list).toEqual({ total: 81, stored: 81, frontier: 81, ended: true, fetched: true })
  expect(moved.added).toEqual(people(50, 81))
  expect(listStatus(moved.list)).toBe('complete')
})

test('people inserted before the window repeat: they count once, and those who came in may be missing', () => {
  const ids = people(45, 81)
  const moved = absorb(midway, page({ total: 86, asked: 36, ids }), new Set(people(0, 50)))
  expect(moved.repeated).toEqual(people(45, 50))
  expect(moved.added).toEqual(people(50, 81))
  expect(moved.list).toMatchObject({ stored: 81, total: 86, ended: true })
  expect(listStatus(moved.list)).toBe('short')
})

test('when the total falls, the rows that slid past are looked for, and nobody calls the list complete before', () => {
  const list = after({ total: 76, ids: people(55, 81) })
  expect(list).toMatchObject({ stored: 76, frontier: 45, ended: false })
  expect(listStatus(list)).toBe('partial')
  expect(planNext(list)).toEqual({ offset: 45, count: 10 })
})

test('a total that falls on the first page asks for nothing before it', () => {
  expect(
    after({ offset: 0, asked: 50, total: 20, ids: people(0, 20) }, { ...midway, frontier: 0 }),
  ).toMatchObject({
    frontier: 20,
    ended: true,
  })
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
    ['past an empty page in the middle', { ids: [], nextOffset: 50 }, 100],
  ])('%s', (_, facts, frontier) => {
    expect(after({ ...onwards, ...facts })).toMatchObject({ frontier, ended: false })
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
    expect(after(facts).ended).toBe(ended)
  })

  test('on an empty page after everyone it counts, whatever it promises', () => {
    const list = after(
      { offset: 81, asked: 10, ids: [], hasMore: true },
      { ...midway, stored: 81, frontier: 81 },
    )
    expect([list.ended, listStatus(list)]).toEqual([true, 'complete'])
  })
})

test.each<[string, Partial<ListState>, ReturnType<typeof listStatus>]>([
  ['nothing was fetched', newList, 'empty'],
  ['more can be fetched', {}, 'partial'],
  ['more is promised than was counted', { stored: 81 }, 'partial'],
  ['it ended with everyone', { stored: 81, ended: true }, 'complete'],
  ['it ended and never said how many there are', { total: null, ended: true }, 'complete'],
  ['it ended before its total', { ended: true }, 'short'],
  ['nobody applied', { total: 0, stored: 0, ended: true }, 'complete'],
])('a list is told as it is when %s', (_, facts, status) => {
  expect(listStatus({ ...midway, ...facts })).toBe(status)
})

/** One answer's way of being odd, while the list itself stands still. */
type Manner = { short: number | null; repeats: number; next: 'right' | 'missing' | 'stuck' | 'zero' }
const manner: fc.Arbitrary<Manner> = fc.record({
  short: fc.option(fc.integer({ min: 1, max: 50 })),
  repeats: fc.nat(20),
  next: fc.constantFrom('right', 'missing', 'stuck', 'zero'),
})
/** How a provider tells the end and the length of a list; `late` says "more" once too often. */
const tells = fc
  .constantFrom(
    ...(['right', 'missing', 'over', 'under'] as const).flatMap((total) =>
      (['right', 'missing', 'late'] as const).map((more) => ({ total, more })),
    ),
  )
  .filter(({ total, more }) => !(total === 'under' && more === 'missing'))
const plain: Manner = { short: null, repeats: 0, next: 'right' }

function play(size: number, manners: readonly Manner[], told: { total: string; more: string }) {
  const everyone = people(0, size)
  const total =
    { right: size, missing: null, over: size + 7, under: Math.floor(size / 2) }[told.total] ?? null
  const found = new Set<string>()
  let list = newList
  let calls = 0
  let paid = 0
  for (let window = planNext(list); window; window = planNext(list)) {
    const { short, repeats, next } = manners[calls % manners.length] ?? plain
    calls += 1
    if (calls > size + 5) throw new Error('the list does not end')
    const { offset, count } = window
    const rows = everyone.slice(offset, offset + Math.min(count, short ?? count))
    const end = offset + rows.length
    const more = told.more === 'late' ? rows.length > 0 : end < size
    const answer: Page = {
      offset,
      asked: count,
      ids: [...rows, ...rows.slice(0, repeats)],
      total,
      nextOffset: { right: end, missing: null, stuck: offset, zero: 0 }[next],
      hasMore: told.more === 'missing' ? null : more,
    }
    const moved = absorb(list, answer, found)
    for (const id of moved.added) found.add(id)
    paid += quoteCredits(rows.length)
    list = moved.list
    expect(list.stored).toBe(found.size)
  }
  return { list, found, everyone, calls, paid }
}

test('a list that stands still is found whole and ends, however oddly its pages come', () => {
  fc.assert(
    fc.property(
      fc.nat(230),
      fc.array(manner, { minLength: 1, maxLength: 8 }),
      tells,
      (size, manners, told) => {
        const { list, found, everyone } = play(size, manners, told)
        expect([...found].sort()).toEqual([...everyone].sort())
        expect(listStatus(list)).toBe(told.total === 'over' ? 'short' : 'complete')
      },
    ),
    { numRuns: 1_000 },
  )
})

test('a well-behaved list costs no more than its people', () => {
  fc.assert(
    fc.property(fc.nat(1_000), (size) => {
      const { calls, paid } = play(size, [plain], { total: 'right', more: 'right' })
      expect(calls).toBe(Math.max(1, Math.ceil(size / 50)))
      expect(paid).toBe(quoteCredits(size))
    }),
  )
})

test('people who withdraw between pages hide nobody who stayed', () => {
  const withdrawals = fc.array(
    fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), count: fc.nat(60) }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(fc.nat(230), withdrawals, (size, changes) => {
      let present = people(0, size)
      const found = new Set<string>()
      let list = newList
      let calls = 0
      for (let window = planNext(list); window; window = planNext(list)) {
        const { offset, count } = window
        const ids = present.slice(offset, offset + count)
        const end = offset + ids.length
        const { length: total } = present
        const moved = absorb(
          list,
          { offset, asked: count, ids, total, nextOffset: end, hasMore: end < total },
          found,
        )
        for (const id of moved.added) found.add(id)
        list = moved.list
        const change = changes[calls]
        // Whoever withdraws after the last answer is not known to have done so.
        if (change && !list.ended)
          present = present.toSpliced(Math.floor(change.at * present.length), change.count)
        calls += 1
        expect(calls).toBeLessThan(100)
      }
      expect(present.filter((id) => !found.has(id))).toEqual([])
      expect(listStatus(list)).toBe('complete')
    }),
    { numRuns: 500 },
  )
})
