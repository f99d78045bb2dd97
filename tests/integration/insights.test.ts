import { beforeEach, expect, test } from 'vitest'
import type { CriterionDraft } from '@/lib/contracts/criteria'
import { insightKeys } from '@/lib/contracts/insight-definitions'
import type { Insight, InsightBar } from '@/lib/contracts/insights'
import { emptyView } from '@/lib/contracts/words'
import { setChoices } from '@/lib/url/facet-choices'
import { parseView } from '@/lib/url/view'
import { colleague, decidedJob, decidedRef as ref } from './deciders'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'

const people = [
  applicant('ada', {
    position: 0,
    location: 'Paris, Île-de-France, France',
    rating: 'GOOD_FIT',
    isTopChoice: true,
    experiences: [
      { title: 'Head Baker', company: 'Northwind, Inc.', dateRange: '1/2020 - Present' },
      { title: 'Analyst', company: 'Contoso', dateRange: '1/2015 - 12/2019' },
    ],
  }),
  applicant('bo', {
    position: 1,
    location: 'Lyon, France',
    rating: 'MAYBE',
    experiences: [{ title: 'Head baker', company: 'Northwind', dateRange: '8/2025 - Present' }],
  }),
  applicant('cy', {
    position: 2,
    location: 'Paris, Texas, United States',
    rating: 'SUPER_FIT',
    experiences: [{ title: 'Baker', company: 'Northwind', dateRange: '2018 - 2019' }],
  }),
  applicant('dee', { position: 3, rating: 'NOT_A_FIT' }),
]
const told = ({ bars }: Insight) => bars.map(({ label, count }) => [label, count])

onEachEngine('what the people of a view are like', (store) => {
  beforeEach(async () => {
    const seenAt = new Date('2026-04-04T10:00:00.000Z')
    await save(store.database.db, decidedJob, people.slice(0, 3))
    await save(store.database.db, decidedJob, people.slice(3), { seenAt })
  })
  const rita = () => colleague(store.database, 'Rita')

  test('is counted over the view, names as most write them, and says its scope', async () => {
    await rita().decide(ref, 'ada', { decision: 'shortlist' })
    const { charts, counts, job } = await rita().showInsights(ref, emptyView)
    expect(counts).toEqual({ matched: 4, stored: 4, total: 4 })
    expect(job).toMatchObject({ jobId: ref.jobId, stored: 4 })
    expect(told(charts.titles)).toEqual([['Head Baker', 2]])
    expect(charts.titles.unknown).toEqual({ label: 'None known', count: 2, choices: ['unknown'] })
    expect(told(charts.employers)).toEqual([['Northwind', 2]])
    expect(told(charts.countries)).toEqual([
      ['France', 2],
      ['United States', 1],
    ])
    expect(charts.countries.unknown).toEqual({ label: 'Unknown', count: 1, choices: [] })
    expect(told(charts.places).slice(0, 1)).toEqual([['Paris', 2]])
    expect(told(charts.decisions)).toEqual([
      ['Undecided', 3],
      ['Shortlisted', 1],
    ])
    expect(told(charts.ratings).map(([label]) => label)).toEqual([
      'Good fit',
      'Maybe',
      'Not a fit',
      'Unknown',
    ])
    expect(told(charts.topChoices)).toEqual([
      ['Top choice', 1],
      ['Not marked', 3],
    ])
    expect(told(charts.tenure).filter(([, count]) => count !== 0)).toEqual([
      ['Under a year', 1],
      ['5 to 9 years', 1],
    ])
    expect(charts.arrivals).toMatchObject({ unit: 'day', facet: 'seen', unknown: null })
    expect(told(charts.arrivals)).toEqual([
      ['2026-04-02', 3],
      ['2026-04-03', 0],
      ['2026-04-04', 1],
    ])
  })

  const criterion = { kind: 'title', minYears: null } as const
  const criteria: CriterionDraft[] = [
    { ...criterion, need: 'must', name: 'Bakes', words: 'baker' },
    { ...criterion, need: 'nice', name: 'Leads', words: 'head' },
  ]

  test('counts who meets each criterion, and follows a colleague’s word', async () => {
    const charted = async () => told((await rita().showInsights(ref, emptyView)).charts.criteria)
    expect(await charted()).toEqual([])
    const saved = await rita().saveCriteria(ref, { version: 0, criteria })
    expect(await charted()).toEqual([
      ['Bakes', 3],
      ['Every must', 3],
      ['Leads (nice)', 2],
    ])
    const leads = saved.criteria[1]?.id ?? ''
    await rita().overruleCriterion(ref, 'dee', leads, { met: true, reason: 'Led a team of ten' })
    const { charts } = await rita().showInsights(ref, emptyView)
    expect([told(charts.criteria), charts.criteria.unknown]).toEqual([
      [
        ['Bakes', 3],
        ['Every must', 3],
        ['Leads (nice)', 3],
      ],
      null,
    ])
  })

  test('each bar leads to as many people as it counts', async () => {
    await rita().decide(ref, 'bo', { decision: 'maybe' })
    await rita().saveCriteria(ref, { version: 0, criteria })
    for (const search of ['', '?q=baker', '?rating=GOOD_FIT,MAYBE&location=France']) {
      const view = parseView(search)
      const { charts, counts } = await rita().showInsights(ref, view)
      for (const key of insightKeys) {
        const { facet, bars, unknown } = charts[key]
        const linked = [...bars, unknown].filter((bar): bar is InsightBar => (bar?.choices.length ?? 0) > 0)
        for (const { label, count, choices } of linked) {
          // A choice takes the place of those of its own facet.
          const without = { ...view, ...setChoices(facet, []) }
          if (JSON.stringify(without) !== JSON.stringify(view)) continue
          const shown = await rita().listCandidates(ref, { ...view, ...setChoices(facet, choices) }, null, 50)
          expect([key, label, shown.counts.matched]).toEqual([key, label, count])
        }
        expect(Math.max(0, ...bars.map(({ count }) => count))).toBeLessThanOrEqual(counts.matched)
      }
    }
  })

  test('moves with a decision, and is empty for a job that nobody opened', async () => {
    const reader = rita()
    const before = await reader.showInsights(ref, emptyView)
    expect(told(before.charts.decisions)).toEqual([['Undecided', 4]])
    await reader.decide(ref, 'dee', { decision: 'reject' })
    const after = await reader.showInsights(ref, emptyView)
    expect(told(after.charts.decisions)).toEqual([
      ['Undecided', 3],
      ['Rejected', 1],
    ])
    // Who applicants are was not counted again.
    expect(after.charts.titles).toBe(before.charts.titles)
    const decidedOnes = parseView('?decision=reject')
    expect((await reader.showInsights(ref, decidedOnes)).counts.matched).toBe(1)
    await reader.decide(ref, 'dee', { decision: 'maybe' })
    expect((await reader.showInsights(ref, decidedOnes)).counts.matched).toBe(0)
    // Newcomers are.
    await save(store.database.db, decidedJob, [
      applicant('eve', { position: 4, experiences: [{ title: 'Head Baker', dateRange: '2024 - Present' }] }),
    ])
    expect(told((await reader.showInsights(ref, emptyView)).charts.titles)).toEqual([['Head Baker', 3]])
    const { charts, counts } = await rita().showInsights({ ...ref, jobId: '4100000099' }, emptyView)
    expect(counts).toEqual({ matched: 0, stored: 0, total: null })
    expect(insightKeys.map((key) => charts[key].bars)).toEqual(insightKeys.map(() => []))
  })

  test('who was at one company at the same time, by dates and names alone', async () => {
    await rita().decide(ref, 'bo', { decision: 'shortlist' })
    const { items, people: overlapped, compared } = await rita().showWorkedTogether(ref, 'ada')
    expect({ overlapped, compared }).toEqual({ overlapped: 1, compared: 2 })
    expect(items).toEqual([
      {
        applicationId: 'bo',
        name: 'Name not given',
        company: 'Northwind, Inc.',
        from: { y: 2025, m: 8 },
        to: { y: 2026, m: 4 },
        months: 9,
        monthsMax: 9,
        decision: 'shortlist',
      },
    ])
    expect((await rita().showWorkedTogether(ref, 'dee')).items).toEqual([])
  })
})
