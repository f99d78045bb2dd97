import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PageStart } from '@/lib/contracts/page-start'
import type { SortRule } from '@/lib/contracts/view'
import { emptyView } from '@/lib/contracts/words'
import { BadCursorError, candidateIndex, pageCandidates } from '@/lib/server/candidates/store/candidate-pages'
import type { ReaderKey } from '@/lib/server/candidates/store/visits'
import { onEachEngine } from './engines'
import { expectedOrder, nameOf, orders, ranks, rule } from './promised-order'
import { applicant, store as save } from './stored-people'

const name = fc.oneof(
  fc.constantFrom(
    'Ada',
    'ada',
    'Ángel',
    'Ørsted',
    'Żak',
    'Zoë',
    '王伟',
    'محمد',
    '🦊 Fox',
    '\u{1F600}',
    '\uffee',
    ' ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replace(/\p{C}/gu, '')),
)
const person = fc.record({
  fullName: fc.option(name),
  rating: fc.option(fc.constantFrom('GOOD_FIT', 'MAYBE', 'UNRATED', 'NOT_A_FIT', 'SUPER_FIT')),
  totalMonths: fc.option(fc.integer({ min: 0, max: 30 })),
  // Places repeat when a list moved between two fetches.
  position: fc.integer({ min: 0, max: 12 }),
  hour: fc.integer({ min: 0, max: 3 }),
})
type Person = {
  fullName: string | null
  rating: string | null
  totalMonths: number | null
  position: number
  hour: number
}

onEachEngine(
  'paging',
  (store) => {
    const storeAll = async (people: Person[]) => {
      const key: ReaderKey = { account: 'main', jobId: randomUUID(), reader: 'local' }
      for (const hour of [0, 1, 2, 3]) {
        const rows = people.flatMap(({ hour: own, totalMonths, ...told }, at) => {
          const row = applicant(`${at % 7}-${at}`, { ...told, totalMonths, totalMonthsMax: totalMonths })
          return own === hour ? [row] : []
        })
        if (rows.length > 0)
          await save(store.database.db, key, rows, { seenAt: new Date(Date.UTC(2026, 3, 1, hour)) })
      }
      const { items } = await pageCandidates(store.database.db, key, {
        view: emptyView,
        start: null,
        limit: 1_000,
      })
      return { key, everyone: items }
    }

    const walk = async (key: ReaderKey, sort: SortRule[], limit: number) => {
      const view = { ...emptyView, sort }
      const page = (cursor: string | null) =>
        pageCandidates(store.database.db, key, { view, start: cursor === null ? null : { cursor }, limit })
      const forwards: string[] = []
      let last = await page(null)
      for (;;) {
        expect(last.firstIndex).toBe(forwards.length)
        forwards.push(...last.items.map(({ applicationId }) => applicationId))
        if (last.nextCursor === null) break
        last = await page(last.nextCursor)
      }
      const backwards = last.items.map(({ applicationId }) => applicationId)
      while (last.prevCursor !== null) {
        last = await page(last.prevCursor)
        backwards.unshift(...last.items.map(({ applicationId }) => applicationId))
        expect(last.firstIndex).toBe(forwards.length - backwards.length)
      }
      return { forwards, backwards }
    }

    test('any list, in any order, read forwards and back, shows everyone exactly once in the promised order', async () => {
      const lists = fc.array(person, { maxLength: 24 })
      await fc.assert(
        fc.asyncProperty(lists, fc.integer({ min: 1, max: 9 }), async (people, limit) => {
          const { key, everyone } = await storeAll(people)
          expect(everyone).toHaveLength(people.length)
          for (const sort of orders) {
            const expected = expectedOrder(everyone, sort)
            const { forwards, backwards } = await walk(key, sort, limit)
            expect(forwards, nameOf(sort)).toEqual(expected)
            expect(backwards, nameOf(sort)).toEqual(expected)
          }
        }),
        { numRuns: 12 },
      )
    })

    test('a cursor from before people came knows its row number, and every walk from it ends', async () => {
      const { key } = await storeAll(
        Array.from({ length: 25 }, (_, at) => ({
          fullName: null,
          rating: null,
          totalMonths: null,
          position: at + 100,
          hour: 0,
        })),
      )
      const page = (start: PageStart, version: string) =>
        pageCandidates(store.database.db, key, { view: emptyView, start, limit: 10, version })
      const first = await page(null, 'one')
      const second = await page({ cursor: first.nextCursor ?? '' }, 'one')
      expect(second.firstIndex).toBe(10)
      const newcomers = Array.from({ length: 8 }, (_, at) => applicant(`new-${at}`, { position: at }))
      await save(store.database.db, key, newcomers, { seenAt: new Date(Date.UTC(2026, 3, 2)) })

      const again = await page({ cursor: first.nextCursor ?? '' }, 'two')
      expect(again.firstIndex).toBe(18)
      expect(again.items).toEqual(second.items)
      const last = await page({ cursor: again.nextCursor ?? '' }, 'two')
      expect(last).toMatchObject({ firstIndex: 28, nextCursor: null, matched: 33 })
      expect(last.firstIndex + last.items.length).toBe(last.matched)

      const back = await page({ cursor: second.prevCursor ?? '' }, 'two')
      expect(back.firstIndex).toBe(8)
      const top = await page({ cursor: back.prevCursor ?? '' }, 'two')
      expect(top).toMatchObject({ firstIndex: 0, prevCursor: null })
      expect(top.items).toHaveLength(8)
    })

    describe('a page that starts elsewhere', () => {
      const fifty = Array.from({ length: 50 }, (_, at) => ({
        fullName: at % 5 === 0 ? null : `Person ${at % 11}`,
        rating: ranks[at % 3] ?? null,
        totalMonths: at % 4 === 0 ? null : at % 9,
        position: at,
        hour: at % 4,
      }))

      test.each(orders.map((sort) => [nameOf(sort), sort] as const))(
        'around each person, in the order of %s, has that person in it, and knows how many come before',
        async (_, sort) => {
          const { db } = store.database
          const { key, everyone } = await storeAll(fifty)
          const view = { ...emptyView, sort }
          const expected = expectedOrder(everyone, sort)
          for (const [index, id] of [...expected.entries()].filter(([at]) => at % 7 === 0 || at === 49)) {
            expect(await candidateIndex(db, key, view, id)).toBe(index)
            const { items, firstIndex } = await pageCandidates(db, key, {
              view,
              start: { around: id },
              limit: 9,
            })
            const ids = items.map(({ applicationId }) => applicationId)
            expect(ids).toContain(id)
            expect(ids).toEqual(expected.slice(firstIndex, firstIndex + 9))
          }
        },
      )

      test('at a row number has the rows from there on, with ways on and back', async () => {
        const { db } = store.database
        const { key, everyone } = await storeAll(fifty)
        const view = { ...emptyView, sort: [rule('-years')] }
        const expected = expectedOrder(everyone, view.sort)
        for (const at of [0, 3, 30, 41, 49, 1_000_000]) {
          const page = await pageCandidates(db, key, { view, start: { at }, limit: 10 })
          expect(page.firstIndex).toBe(Math.min(at, 40))
          expect(page.items.map(({ applicationId }) => applicationId)).toEqual(
            expected.slice(page.firstIndex, page.firstIndex + 10),
          )
          expect(page.prevCursor === null).toBe(page.firstIndex === 0)
          expect(page.nextCursor === null).toBe(page.firstIndex === 40)
        }
      })

      test('around someone the view leaves out, or nobody knows, starts at the top', async () => {
        const { db } = store.database
        const { key, everyone } = await storeAll(fifty)
        const view = { ...emptyView, rating: ['MAYBE' as const] }
        const hidden = everyone.find(({ rating }) => rating === 'GOOD_FIT')!.applicationId
        for (const around of [hidden, 'nobody']) {
          expect(await candidateIndex(db, key, view, around)).toBeNull()
          expect(await pageCandidates(db, key, { view, start: { around }, limit: 5 })).toMatchObject({
            firstIndex: 0,
            prevCursor: null,
          })
        }
      })

      test('an empty list has no rows wherever one starts', async () => {
        const key = { account: 'main', jobId: randomUUID(), reader: 'local' }
        for (const start of [null, { at: 7 }, { around: 'nobody' }]) {
          expect(await pageCandidates(store.database.db, key, { view: emptyView, start, limit: 5 })).toEqual({
            items: [],
            nextCursor: null,
            prevCursor: null,
            firstIndex: 0,
            matched: 0,
          })
        }
      })

      test('a cursor of another order, or of nobody’s making, is refused', async () => {
        const { db } = store.database
        const { key } = await storeAll(fifty)
        const { nextCursor } = await pageCandidates(db, key, { view: emptyView, start: null, limit: 5 })
        const view = { ...emptyView, sort: [rule('name')] }
        for (const cursor of [nextCursor!, 'x', '', 'e30', Buffer.from('null').toString('base64url')]) {
          const asked = pageCandidates(db, key, { view, start: { cursor }, limit: 5 })
          await expect(asked).rejects.toBeInstanceOf(BadCursorError)
        }
      })
    })

    test('people who come in while someone reads are neither shown twice nor push others out', async () => {
      const { db } = store.database
      const key = { account: 'main', jobId: randomUUID(), reader: 'local' }
      const view = { ...emptyView, sort: [rule('name')] }
      const named = (id: string, at: number) =>
        applicant(id, { fullName: `P${String(at).padStart(3, '0')}`, position: at })
      await save(
        db,
        key,
        Array.from({ length: 20 }, (_, at) => named(`old-${at}`, at * 10)),
      )
      const first = await pageCandidates(db, key, { view, start: null, limit: 10 })
      await save(
        db,
        key,
        Array.from({ length: 20 }, (_, at) => named(`new-${at}`, at * 10 + 5)),
      )
      const second = await pageCandidates(db, key, { view, start: { cursor: first.nextCursor! }, limit: 100 })
      const seen = [...first.items, ...second.items].map(({ applicationId }) => applicationId)
      expect(new Set(seen).size).toBe(seen.length)
      for (let at = 0; at < 20; at += 1) expect(seen).toContain(`old-${at}`)
    })
  },
  { keep: true },
)
