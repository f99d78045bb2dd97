import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { View } from '@/lib/contracts/view'
import { emptyView, facetKeys } from '@/lib/contracts/words'
import { countFacets } from '@/lib/server/candidates/store/candidate-facets'
import { pageCandidates } from '@/lib/server/candidates/store/candidate-pages'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import { parseView } from '@/lib/url/view'
import { onEachEngine } from './engines'
import { filteredPeople, key } from './filtered-people'
import { applicant, store as save } from './stored-people'

onEachEngine('filters', (store) => {
  const { seed, found } = filteredPeople(store)

  describe('facets', () => {
    const count = async (view: View) => {
      await seed()
      const { matched, facets } = await countFacets(store.database.db, teamSource(key), view)
      const counts = Object.entries(facets).map(
        ([name, values]) =>
          [name, Object.fromEntries(values.map(({ value, count: rows }) => [value, rows]))] as const,
      )
      return { matched, ...Object.fromEntries(counts), labels: facets }
    }

    test('count everyone stored when nothing is chosen', async () => {
      expect(await count(emptyView)).toMatchObject({
        matched: 6,
        rating: { GOOD_FIT: 1, MAYBE: 1, UNRATED: 1, NOT_A_FIT: 1 },
        top: { '1': 1, '0': 5 },
        company: { Contoso: 3, 'Northwind Café': 1, 'Trey Research': 1 },
        now: { CONTOSO: 1 },
        location: { Paris: 2, France: 2, Lyon: 1, Texas: 1, 'Île-de-France': 1, 'United States': 1 },
        title: { analyst: 2, head: 1, growth: 1, baker: 1 },
        seen: { '2026-04-02': 6 },
        years: { '0-1': 2, '10-19': 1 },
      })
    })

    test('count without their own choice, and with all the others', async () => {
      const chosen = await count(parseView('?company=contoso&rating=GOOD_FIT'))
      expect(chosen).toMatchObject({
        matched: 1,
        rating: { GOOD_FIT: 1, MAYBE: 1, UNRATED: 1 },
        company: { Contoso: 1, 'Northwind Café': 1 },
        location: { Paris: 1, 'Île-de-France': 1, France: 1 },
        top: { '1': 1 },
        years: { '10-19': 1 },
      })
    })

    test('bands and Unknown add up to everyone, and all choices of a list show everyone', async () => {
      const maybe = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined })
      const someone = fc.record({
        rating: fc.constantFrom('GOOD_FIT', 'MAYBE', 'UNRATED', 'NOT_A_FIT', 'SUPER_FIT', null),
        isTopChoice: fc.constantFrom(true, false, null),
        location: fc.constantFrom('Paris, France', 'Unknown', 'Greater Paris Area', null),
        job: fc.record({
          title: maybe('Analyst'),
          company: fc.constantFrom('Acme, Inc.', 'ACME', 'n/a', undefined),
          dateRange: fc.constantFrom(
            '1/2015 - 12/2019',
            '1/2001 - 12/2025',
            '1/2024 - 3/2025',
            'some time',
            undefined,
          ),
        }),
      })
      let runs = 0
      await fc.assert(
        fc.asyncProperty(fc.array(someone, { minLength: 1, maxLength: 12 }), async (crowd) => {
          const jobId = `sums-${(runs += 1)}`
          const rows = crowd.map(({ job, ...given }, at) =>
            applicant(`p${at}`, { ...given, fullName: `Person ${at}`, position: at, experiences: [job] }),
          )
          await save(store.database.db, { ...key, jobId }, rows)
          const { facets } = await countFacets(store.database.db, teamSource({ ...key, jobId }), emptyView)
          for (const name of ['rating', 'top', 'years', 'seen'] as const) {
            const bands = facets[name]?.filter(
              ({ value }) => !(getFacet(name).shortcuts ?? []).includes(value),
            )
            const sum = bands?.reduce((total, each) => total + each.count, 0)
            expect(sum, name).toBe(crowd.length)
          }
          for (const name of ['company', 'now', 'location', 'title'] as const) {
            const all = { ...emptyView, [name]: facets[name]?.map(({ value }) => value) }
            const asked = { view: all, start: null, limit: 50 }
            const page = await pageCandidates(store.database.db, { ...key, jobId }, asked)
            expect(page.matched, name).toBe(crowd.length)
          }
        }),
        { numRuns: 12 },
      )
    })

    test('a choice that the link spells otherwise is the same choice', async () => {
      await seed()
      const { facets } = await countFacets(
        store.database.db,
        teamSource(key),
        parseView('?location=Frankreich'),
      )
      expect(facets.location?.filter(({ label }) => label === 'France')).toMatchObject([
        { value: 'Frankreich', count: 2 },
      ])
      const byCompany = await countFacets(
        store.database.db,
        teamSource(key),
        parseView('?company=Contoso%20Ltd'),
      )
      expect(byCompany.facets.company?.find(({ value }) => value === 'Contoso Ltd')).toMatchObject({
        label: 'Contoso',
        count: 3,
      })
      expect(await found('?location=Frankreich')).toEqual(['ada', 'bo'])
      expect(await found('?company=contoso, inc.')).toEqual(['ada', 'bo', 'eve'])
      expect(await found('?location=unknown')).toEqual(['dee', 'eve', 'hidden'])
      expect(await found('?years=unknown&rating=UNKNOWN')).toEqual(['dee', 'hidden'])
    })

    test('every choice, chosen alone, shows as many as it said', async () => {
      await seed()
      const { facets } = await countFacets(store.database.db, teamSource(key), emptyView)
      for (const [name, values] of Object.entries(facets)) {
        for (const { value, count: rows } of values) {
          const view = parseView(new URLSearchParams({ [name]: value }))
          const page = await pageCandidates(store.database.db, key, { view, start: null, limit: 50 })
          expect(page.items, `${name}=${value}`).toHaveLength(rows)
        }
      }
    })

    test('come most frequent first, each named as most people wrote it', async () => {
      const { labels } = await count(emptyView)
      expect(labels.company?.map(({ label, count: rows }) => [label, rows])).toEqual([
        ['Contoso', 3],
        ['Northwind Café', 1],
        ['Trey Research', 1],
        ['Unknown', 2],
      ])
    })

    test('join a city and a country in whatever language they are written, and so does the search', async () => {
      await save(store.database.db, key, [
        applicant('anna', { fullName: 'Anna', location: 'Wien, Österreich' }),
        applicant('ben', { fullName: 'Ben', location: 'Vienna, Austria', position: 1 }),
        applicant('zoe', { fullName: 'Zoe', location: 'Вена', position: 2 }),
        applicant('rhone', { fullName: 'Rhone', location: 'Vienne, France', position: 3 }),
      ])
      const asked = ['location'] as const
      for (const find of ['vienna', 'wie', 'вена', 'Wiedeń']) {
        const { facets } = await countFacets(store.database.db, teamSource(key), emptyView, { asked, find })
        expect(facets.location, find).toContainEqual(expect.objectContaining({ count: 3 }))
      }
      for (const choice of ['Wien', 'Vienna', 'Viyana', 'Wien, Austria'])
        expect(await found(`location=${encodeURIComponent(choice)}`), choice).toEqual(
          choice.includes(',') ? ['anna', 'ben'] : ['anna', 'ben', 'zoe'],
        )
      expect(await found('q=vienna')).toEqual(['anna', 'ben', 'zoe'])
      expect(await found('q=wien')).toEqual(['anna', 'ben', 'zoe'])
      expect(await found('q=Autriche')).toEqual(['anna', 'ben'])
      expect(await found('q=vienne+france')).toEqual(['rhone'])
    })

    test('tell countries from the places in them', async () => {
      const { labels } = await count(emptyView)
      const groups = Object.fromEntries((labels.location ?? []).map(({ value, group }) => [value, group]))
      expect(groups).toEqual({
        Paris: 'place',
        France: 'country',
        Lyon: 'place',
        Texas: 'place',
        'Île-de-France': 'place',
        'United States': 'country',
      })
    })

    test('count what is chosen though no value of the list: two words, a place in its country, a range, nobody', async () => {
      await seed()
      const search =
        'title=growth%20head&location=Paris%252C%20France&years=8-30&seen=2020-01-01&company=Nobody'
      const view = parseView(`?${search}`)
      for (const [facet, value, expected] of [
        ['title', 'growth head', 1],
        ['location', 'Paris, France', 1],
        ['years', '8-30', 1],
        ['seen', '2020-01-01', 0],
        ['company', 'Nobody', 0],
      ] as const) {
        const alone = { ...emptyView, [facet]: view[facet] }
        const { facets } = await countFacets(store.database.db, teamSource(key), alone, { asked: [facet] })
        expect(facets[facet]?.find((each) => each.value === value)?.count, facet).toBe(expected)
      }
    })

    test('asked for one by one give the same as all at once, each in a query of its own', async () => {
      await seed()
      const view = parseView('?rating=GOOD_FIT,MAYBE&company=contoso')
      const { facets } = await countFacets(store.database.db, teamSource(key), view)
      for (const facet of facetKeys) {
        const one = await countFacets(store.database.db, teamSource(key), view, { asked: [facet] })
        expect(one).toEqual({ facets: { [facet]: facets[facet] } })
      }
    })

    test('have at most 200 values of a kind, the rest by name', async () => {
      const crowd = Array.from({ length: 260 }, (_, at) =>
        applicant(`a-${at}`, {
          location: `Town ${at}, France`,
          experiences: [{ company: `Firm ${at} 100%` }],
        }),
      )
      await save(store.database.db, key, crowd)
      const { facets } = await countFacets(store.database.db, teamSource(key), emptyView)
      expect(facets.company).toHaveLength(200)
      expect(facets.location?.filter(({ group }) => group === 'country')).toEqual([
        { value: 'France', label: 'France', count: 260, group: 'country' },
      ])
      expect(facets.location).toHaveLength(201)
      const named = await countFacets(store.database.db, teamSource(key), emptyView, {
        asked: ['company'],
        find: 'FIRM 259 100%',
      })
      expect(named.facets.company).toEqual([{ value: 'Firm 259 100%', label: 'Firm 259 100%', count: 1 }])
    })

    test('of a list that nobody opened are empty', async () => {
      const none = { account: 'main', jobId: 'never-opened', reader: 'local' }
      expect(await countFacets(store.database.db, teamSource(none), emptyView)).toEqual({
        matched: 0,
        facets: Object.fromEntries(facetKeys.map((facet) => [facet, []])),
      })
    })
  })
})
