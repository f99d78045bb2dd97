import { drizzle } from 'drizzle-orm/node-postgres'
import { describe, expect, test, beforeAll } from 'vitest'
import type { View } from '@/lib/contracts/view'
import { emptyView } from '@/lib/contracts/words'
import * as schema from '@/lib/server/db/schema'
import { countFacets } from '@/lib/server/candidates/store/candidate-facets'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import { pageCandidates } from '@/lib/server/candidates/store/candidate-pages'
import { parseView } from '@/lib/url/view'
import { onEachEngine } from './engines'
import { type Asked, planOf, scansOf } from './query-plan'
import { seedApplicants } from './seed-applicants'

const applicants = 100_000
const key = { account: 'main', jobId: '4100100000', reader: 'local' }
const limit = 50
const orders = [
  '',
  ...['position', 'name', 'rating', 'years', 'seen'].flatMap((name) => [`?sort=${name}`, `?sort=-${name}`]),
]

onEachEngine(
  `at ${applicants.toLocaleString('en')} stored applicants`,
  (store) => {
    beforeAll(async () => {
      await seedApplicants(store.database.pool, key, applicants)
      // Another job of half the size: an index that does not begin with the job would show.
      await seedApplicants(store.database.pool, { ...key, jobId: 'another' }, applicants / 2)
      await store.database.pool.query('vacuum analyze')
    }, 240_000)

    /** A page, and every query that was made for it. */
    const watched = async (view: View, start: Parameters<typeof pageCandidates>[2]['start']) => {
      const asked: Asked[] = []
      const logger = { logQuery: (text: string, values: unknown[]) => void asked.push({ text, values }) }
      const page = await pageCandidates(drizzle(store.database.pool, { schema, logger }), key, {
        view,
        start,
        limit,
        version: 'one that does not change',
      })
      return { page, asked }
    }
    const rowsRead = async (asked: Asked[]) => {
      let rows = 0
      for (const query of asked) {
        for (const scan of scansOf(await planOf(store.database.pool, query))) {
          expect(scan.how, query.text).not.toBe('Seq Scan')
          rows += scan.rows
        }
      }
      return rows
    }

    test.each(orders)(
      'a page in the order “%s” reads its own rows by index: first, next and back',
      async (search) => {
        const view = parseView(search)
        const first = await watched(view, null)
        expect(first.page.items).toHaveLength(limit)
        expect(first.page.matched).toBe(applicants)
        expect(await rowsRead(first.asked)).toBeLessThanOrEqual(2 * limit)
        const next = await watched(view, { cursor: first.page.nextCursor! })
        expect(next.page.firstIndex).toBe(limit)
        expect(await rowsRead(next.asked)).toBeLessThanOrEqual(3 * limit)
        const back = await watched(view, { cursor: next.page.prevCursor! })
        expect(back.page.items).toEqual(first.page.items)
        expect(await rowsRead(back.asked)).toBeLessThanOrEqual(3 * limit)
      },
    )

    test('a page deep in a list reads no more than one at its start', async () => {
      const view = parseView('?sort=-years')
      const middle = await watched(view, { at: applicants / 2 })
      const deep = await watched(view, { cursor: middle.page.nextCursor! })
      expect(deep.page.firstIndex).toBe(applicants / 2 + limit)
      expect(await rowsRead(deep.asked)).toBeLessThanOrEqual(3 * limit)
    })

    test('the end of a list is read from its end', async () => {
      const last = await watched(parseView('?sort=name'), { at: applicants - 10 })
      expect(last.page.nextCursor).toBeNull()
      expect(await rowsRead(last.asked)).toBeLessThanOrEqual(3 * limit)
    })

    describe('a search', () => {
      test('for a word that few have looks them up', async () => {
        const { page, asked } = await watched({ ...emptyView, q: 'zeppelin' }, null)
        expect(page.matched).toBe(applicants / 10_000)
        expect(await rowsRead(asked)).toBeLessThan(applicants / 50)
      })

      test('for one person’s name in any order looks them up', async () => {
        for (const sort of orders) {
          const { page, asked } = await watched({ ...parseView(sort), q: 'person 77777 invented' }, null)
          expect(page.matched).toBe(1)
          expect(await rowsRead(asked), sort).toBeLessThan(applicants / 10)
        }
      })

      test('for nobody’s word reads nobody', async () => {
        const { page, asked } = await watched({ ...emptyView, q: 'xylophonist' }, null)
        expect(page.matched).toBe(0)
        expect(await rowsRead(asked)).toBeLessThanOrEqual(limit)
      })

      test('for a word that most have finds a page on a short walk; only the count reads on', async () => {
        const { page, asked } = await watched({ ...emptyView, q: 'marketer' }, null)
        expect(page.matched).toBeGreaterThan(applicants / 2)
        const pages = asked.filter(({ text }) => / limit /i.test(text))
        expect(pages).toHaveLength(1)
        expect(await rowsRead(pages)).toBeLessThanOrEqual(10 * limit)
      })
    })

    test.each(['rating', 'top', 'years', 'seen'] as const)(
      'the facet %s is counted from an index alone',
      async (facet) => {
        const asked: Asked[] = []
        const logger = { logQuery: (text: string, values: unknown[]) => void asked.push({ text, values }) }
        const db = drizzle(store.database.pool, { schema, logger })
        const { facets } = await countFacets(db, teamSource(key), emptyView, { asked: [facet] })
        expect(facets[facet]?.length).toBeGreaterThan(0)
        expect(asked).toHaveLength(1)
        const scans = scansOf(await planOf(store.database.pool, asked[0]!))
        expect(scans.map(({ how }) => how)).toEqual(['Index Only Scan'])
      },
    )

    test('what a count does not read is kept beside the rows', async () => {
      const { rows } = await store.database.pool.query(
        `select attname as name, attstorage as how from pg_attribute
         where attrelid = 'candidate'::regclass and attname in ('raw', 'person', 'search_text', 'title_words')
         order by attname`,
      )
      expect(rows).toEqual([
        { name: 'person', how: 'x' },
        { name: 'raw', how: 'x' },
        { name: 'search_text', how: 'm' },
        { name: 'title_words', how: 'm' },
      ])
    })

    test('a choice that few made is looked up', async () => {
      const { page, asked } = await watched(parseView('?company=Rare%20Works'), null)
      expect(page.matched).toBe(applicants / 10_000)
      expect(await rowsRead(asked)).toBeLessThan(applicants / 50)
    })
  },
  { keep: true },
)
