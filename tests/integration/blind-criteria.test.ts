import { expect, test } from 'vitest'
import { blindAnswer } from '@/lib/contracts/blind'
import { candidatePage } from '@/lib/contracts/candidate'
import { type CriterionDraft, jobCriteria } from '@/lib/contracts/criteria'
import { facets } from '@/lib/contracts/facets'
import { doorDesk, type Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { personAt, succeed, teamJob } from './team-desk'

const job = `/api/jobs/${teamJob.jobId}`
const draft = (name: string, words: string, need: CriterionDraft['need'] = 'must'): CriterionDraft => ({
  ...{ need, name, kind: 'words', words, minYears: null },
})
const people = [
  ['p-0', 'Zora Quillfeather'],
  ['p-1', 'Orsino Müller'],
  ['p-2', 'Nadia Thistlewick'],
].map(([id = '', fullName = ''], position) =>
  applicant(id, {
    ...{ position, fullName, firstName: fullName.split(' ')[0]!, lastName: fullName.split(' ')[1]! },
    headline: `${fullName}, Kubernetes`,
  }),
)

onEachEngine('criteria in a blind review', (store) => {
  const desk = doorDesk(store)
  const setUp = async () => {
    await save(store.database.db, teamJob, people)
    const owner = await desk.owner()
    const { browser: rita } = await desk.member(owner, 'recruiter')
    const ids = async (browser: Visitor, name: string) => {
      const view = `view=all&criteria=${encodeURIComponent(name)}`
      const { items } = await succeed(candidatePage, browser, `${job}/candidates?${view}`)
      return items.map(({ applicationId }) => applicationId)
    }
    const use = (version: number, criteria: CriterionDraft[]) =>
      succeed(jobCriteria, owner, `${job}/criteria`, 'PUT', { version, criteria })
    const begin = () =>
      succeed(blindAnswer, rita, `${job}/blind`, 'PUT', {
        ...{ scope: 'me', until: 'decided', graduationYears: 'hidden' },
      })
    return { owner, rita, ids, use, begin }
  }

  test('whose words hold a name do not tell who has it: not by who meets them, and not by who does not', async () => {
    const { owner, rita, ids, use, begin } = await setUp()
    const named = ['Zora', 'Mueller', 'Quill*', '"Thistlewick Kubernetes"']
    const { criteria } = await use(0, [
      ...named.map((words) => draft(`With ${words}`, words)),
      draft('Without Zora', 'kubernetes -zora'),
      draft('Kubernetes', 'kubernetes', 'nice'),
    ])
    expect(await ids(owner, 'With Zora')).toEqual(['p-0'])
    expect(await ids(owner, 'With Mueller')).toEqual(['p-1'])
    expect(await ids(owner, 'Without Zora')).toEqual(['p-1', 'p-2'])
    await begin()
    for (const words of named) expect([words, await ids(rita, `With ${words}`)]).toEqual([words, []])
    const everyone = ['p-0', 'p-1', 'p-2']
    for (const name of ['Without Zora', 'Kubernetes']) expect(await ids(rita, name)).toEqual(everyone)
    const { marks } = await succeed(candidatePage, rita, `${job}/candidates?view=all`)
    for (const id of everyone)
      expect(marks[id]?.criteria).toEqual({
        ...{ must: 5, mustMet: 1, nice: 1, niceMet: 1 },
        met: ['Without Zora', 'Kubernetes'],
      })
    const counted = await succeed(facets, rita, `${job}/facets?view=all&facet=criteria`)
    // Nor does who does not meet them.
    expect(
      Object.fromEntries((counted.facets.criteria ?? []).map(({ value, count }) => [value, count])),
    ).toEqual({
      ...{ 'Without Zora': 3, Kubernetes: 3, '-Every must': 3 },
      ...Object.fromEntries(named.map((words) => [`-With ${words}`, 3])),
    })
    for (const words of named) expect([words, await ids(rita, `-With ${words}`)]).toEqual([words, everyone])
    const file = await rita.ask(`${job}/export?view=all&format=csv&columns=criteriaMet&bom=0`)
    expect(file.headers.get('content-disposition')).toMatch(/-blind\.csv"$/)
    expect(file.text.trim().split('\r\n').slice(1)).toEqual(everyone.map(() => '"Without Zora; Kubernetes"'))

    // What a person says against a rule is not said by a name; a decision shows who it is, and what they meet.
    const word = { met: true, reason: 'Said so' }
    await owner.ask(`${personAt('p-2')}/criteria/${criteria[0]?.id}`, { method: 'PUT', body: word })
    expect(await ids(rita, 'With Zora')).toEqual(['p-2'])
    await rita.ask(`${personAt('p-0')}/decision`, { method: 'PUT', body: { decision: 'maybe' } })
    expect(await ids(rita, 'With Zora')).toEqual(['p-0', 'p-2'])
    expect(await ids(owner, 'With Mueller')).toEqual(['p-1'])
  })

  test('that change during the review, and people who come in later, are followed', async () => {
    const { owner, rita, ids, use, begin } = await setUp()
    await use(0, [draft('Kubernetes', 'kubernetes')])
    await begin()
    expect(await ids(rita, 'Kubernetes')).toEqual(['p-0', 'p-1', 'p-2'])
    await use(1, [draft('Zora', 'zora')])
    expect(await ids(rita, 'Zora')).toEqual([])
    await save(store.database.db, teamJob, [
      applicant('p-3', { position: 3, fullName: 'Zora Late', headline: 'Zora Late' }),
    ])
    expect(await ids(owner, 'Zora')).toEqual(['p-0', 'p-3'])
    expect(await ids(rita, 'Zora')).toEqual([])
  })
})
