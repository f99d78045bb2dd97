import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  beginPass,
  sweepCredits,
  chooseSweep,
  listStatus,
  countMissing,
  planCheck,
  planSweep,
} from '@/lib/domain/list-drift'
import { repeatsAllowed } from '@/lib/domain/list-pass'
import { type Change, honest, LiveList, type Manner, plain, Reader, type Telling, terms } from './live-list'

const place = fc.constantFrom('front' as const, 'middle' as const, 'end' as const)
const count = fc.integer({ min: 1, max: 70 })
const applying = fc.record({ kind: fc.constant('apply' as const), count, at: place })
const withdrawing = fc.record({ kind: fc.constant('withdraw' as const), count, at: place })
const reranking = fc.record({
  kind: fc.constant('rerank' as const),
  count,
  to: fc.constantFrom('front' as const, 'end' as const),
})
const change: fc.Arbitrary<Change> = fc.oneof(
  applying,
  withdrawing,
  reranking,
  fc.record({ kind: fc.constant('rerate' as const) }),
)
const manner: fc.Arbitrary<Manner> = fc.record({
  short: fc.option(fc.integer({ min: 1, max: 50 })),
  repeats: fc.nat(20),
  next: fc.constantFrom('right', 'missing', 'stuck', 'zero'),
  empty: fc.boolean(),
  lost: fc.boolean(),
})
const telling: fc.Arbitrary<Telling> = fc.record({
  over: fc.constantFrom(0, 0, 7),
  total: fc.boolean(),
  more: fc.constantFrom('right', 'missing', 'late', 'forever'),
})
const mostSteps = fc.array(
  fc.record({ change: fc.option(change, { freq: 2 }), manner: fc.oneof(fc.constant(plain), manner) }),
  { maxLength: 12 },
)
type Steps = { change: Change | null; manner: Manner }[]

/** Asks until the errand is done; what does not end throws. The same answer lost twice in a row is asked for no third time. */
function run(live: LiveList, reader: Reader, kind: 'complete' | 'refresh', steps: Steps) {
  const errand = chooseSweep(reader.list, kind)
  if (errand === null) return
  if (errand === 'pass' && reader.list.again === null) {
    reader.list = beginPass(reader.list)
    reader.seen = new Set()
    reader.totals = reader.list.total === null ? [] : [reader.list.total]
  }
  const most = live.present.length + 70 * steps.length
  let calls = 0
  for (
    let window = planSweep(reader.list, errand, terms);
    window;
    window = planSweep(reader.list, errand, terms)
  ) {
    const step = steps.shift()
    if (step?.change) live.change(step.change)
    const page = live.ask(window, step?.manner)
    if (page) reader.take(window, page)
    calls += 1
    if (calls > 3 * most + 60) throw new Error('the list does not end')
  }
}

const absent = (live: LiveList, reader: Reader) => live.present.filter((id) => !reader.known.has(id))

test('of a list that stands still nobody is missing and nobody is gone, however oddly its pages come', () => {
  const odd = fc.array(
    manner.map((each) => ({ ...each, empty: false })),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(fc.nat(260), odd, telling, fc.boolean(), (size, manners, told, lies) => {
      const live = new LiveList(size, { ...told, more: lies ? told.more : 'right' })
      const reader = new Reader()
      run(
        live,
        reader,
        'complete',
        manners.map((each) => ({ change: null, manner: each })),
      )
      expect(absent(live, reader)).toEqual([])
      expect([...reader.gone]).toEqual([])
      const whole = told.over === 0 || !told.total
      if (whole && told.total) expect(listStatus(reader.list)).toBe('complete')
      if (!whole) expect(countMissing(reader.list)).toBe(told.over)
    }),
    { numRuns: 1_000 },
  )
})

test('whatever happens, a list ends, costs no more than its bound, and never says complete against its answers', () => {
  const plays = fc.array(
    fc.record({
      kind: fc.constantFrom('complete' as const, 'refresh' as const, 'check' as const),
      before: fc.option(change),
      steps: mostSteps,
    }),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(fc.nat(260), telling, plays, (size, told, all) => {
      const live = new LiveList(size, told)
      const reader = new Reader()
      for (const { kind, before, steps } of all) {
        if (before) live.change(before)
        if (kind === 'check') {
          const window = planCheck(reader.list, terms)
          const page = live.ask(window, steps[0]?.manner)
          if (page) reader.take(window, page)
        } else {
          const paid = live.rows
          const passes = reader.list.read.no
          run(live, reader, kind, steps)
          const { read } = reader.list
          // Front searches and a pass before it: each window of them brought someone new, but for the last.
          const bound = read.seen + repeatsAllowed(read) + 50
          if (reader.list.read.no === passes + 1 || passes === 1) {
            expect(live.rows - paid).toBeLessThanOrEqual(bound + 70)
          }
        }
        const { list } = reader
        expect(list.stored).toBe(reader.known.size)
        if (listStatus(list) !== 'complete' || !told.total) continue
        const known = reader.known.size - reader.gone.size
        expect(known).toBeGreaterThanOrEqual(list.total ?? 0)
        expect(countMissing(list)).toBe(0)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('what a pass calls complete was seen whole while the total stood still, and only then is anyone gone', () => {
  fc.assert(
    fc.property(fc.nat(260), mostSteps, mostSteps, fc.option(change), (size, first, second, between) => {
      const live = new LiveList(size)
      const reader = new Reader()
      run(live, reader, 'complete', [...first])
      expect(reader.gone.size).toBe(0)
      if (between) live.change(between)
      run(live, reader, 'refresh', [...second])
      const { list, totals, seen, gone } = reader
      if (gone.size > 0 || (list.proven && list.read.no === 2)) {
        expect(new Set(totals).size).toBe(1)
        expect(seen.size).toBe(list.total)
      }
      for (const id of gone) expect(seen).not.toContain(id)
    }),
    { numRuns: 1_000 },
  )
})

test('where people only come, or only go, complete means that everyone present is known', () => {
  const oneWay = fc.oneof(
    fc.array(fc.option(applying), { maxLength: 8 }),
    fc.array(fc.option(withdrawing), { maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.nat(260), oneWay, oneWay, (size, first, second) => {
      const live = new LiveList(size)
      const reader = new Reader()
      const steps = (changes: (Change | null)[]) => changes.map((each) => ({ change: each, manner: plain }))
      run(live, reader, 'complete', steps(first))
      if (listStatus(reader.list) === 'complete') expect(absent(live, reader)).toEqual([])
      run(live, reader, 'refresh', steps(second))
      if (listStatus(reader.list) === 'complete') {
        expect(absent(live, reader)).toEqual([])
        expect([...reader.gone].filter((id) => live.present.includes(id))).toEqual([])
      }
    }),
    { numRuns: 1_000 },
  )
})

test('who withdraws between pages hides nobody who stayed, and whoever stays is found by one more pass at rest', () => {
  fc.assert(
    fc.property(fc.nat(260), fc.array(fc.option(withdrawing), { maxLength: 6 }), (size, changes) => {
      const live = new LiveList(size)
      const reader = new Reader()
      run(
        live,
        reader,
        'complete',
        changes.map((each) => ({ change: each, manner: plain })),
      )
      expect(absent(live, reader)).toEqual([])
      run(live, reader, 'refresh', [])
      expect(listStatus(reader.list)).toBe('complete')
      expect(reader.known.size - reader.gone.size).toBe(live.present.length)
    }),
    { numRuns: 500 },
  )
})

test('a list at rest costs its people, and its quote says so', () => {
  fc.assert(
    fc.property(fc.nat(1_000), (size) => {
      const live = new LiveList(size, honest)
      const reader = new Reader()
      run(live, reader, 'complete', [])
      expect(live.credits).toBe(Math.ceil(size / 10))
      expect(sweepCredits(reader.list, 'pass', terms)).toBe(Math.ceil(size / 10))
      run(live, reader, 'refresh', [])
      expect(live.credits).toBe(2 * Math.ceil(size / 10))
    }),
    { numRuns: 200 },
  )
})

test('newcomers in front of a complete list cost what they cost, and leave it complete', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 260 }), fc.integer({ min: 1, max: 60 }), (size, newcomers) => {
      const live = new LiveList(size)
      const reader = new Reader()
      run(live, reader, 'complete', [])
      const paid = live.credits
      live.change({ kind: 'apply', count: newcomers, at: 'front' })
      const window = planCheck(reader.list, terms)
      reader.take(window, live.ask(window)!)
      run(live, reader, 'complete', [])
      expect(absent(live, reader)).toEqual([])
      expect(listStatus(reader.list)).toBe('complete')
      expect(live.credits - paid).toBeLessThanOrEqual(Math.ceil(newcomers / 10) + 1)
    }),
    { numRuns: 200 },
  )
})
