import { describe, expect, test } from 'vitest'
import { checklist, criterionTrial, jobCriteria, type CriterionDraft } from '@/lib/contracts/criteria'
import { checkPeople } from '@/lib/server/reviews/check-people'
import { exportPerson } from '@/lib/server/privacy/privacy'
import { contextOf } from './context-of'
import { doorDesk } from './door-desk'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { fail, personAt, succeed, teamJob } from './team-desk'

const at = `/api/jobs/${teamJob.jobId}/criteria`
const other = { account: 'main', jobId: '4100000009' }
const draft = (name: string, rest: Partial<CriterionDraft> = {}): CriterionDraft => ({
  ...{ need: 'must', name, kind: 'words', words: name, minYears: null },
  ...rest,
})

onEachEngine('criteria of a job', (store) => {
  const desk = doorDesk(store)
  const setUp = async () => {
    await save(store.database.db, teamJob, [
      applicant('ada', {
        ...{ fullName: 'Ada Ash', headline: 'Platform engineer', location: 'Berlin, Germany' },
        experiences: [
          {
            ...{ title: 'Engineering Manager', company: 'Monzo', dateRange: 'Jan 2020 - Dec 2023' },
            description: 'Built the team. Ran k8s in production.',
          },
        ],
      }),
      applicant('bo', {
        ...{ position: 1, fullName: 'Bo Birch', headline: 'JavaScript developer' },
        experiences: [{ title: 'Developer', company: 'Bank of Java', dateRange: '2022 - 2023' }],
      }),
    ])
    await save(store.database.db, other, [applicant('cy', { fullName: 'Cy Cole' })])
    const owner = await desk.owner()
    return { owner, viewer: (await desk.member(owner, 'viewer')).browser }
  }
  const kubernetes = draft('Kubernetes', { words: 'kubernetes OR k8s' })

  describe('are kept and applied by rule', () => {
    test('a checklist gives each with the sentence it stands in, and a person’s word against it', async () => {
      const { owner, viewer } = await setUp()
      const saved = await succeed(jobCriteria, owner, at, 'PUT', {
        version: 0,
        criteria: [
          kubernetes,
          draft('Led', { kind: 'title', words: 'manager', minYears: 5 }),
          draft('In Germany', { need: 'nice', kind: 'country', words: 'Deutschland' }),
          draft('Java', { need: 'nice' }),
        ],
      })
      expect(saved).toMatchObject({ version: 1, by: { name: 'Olive Owner' } })
      const of = async (id: string) => (await succeed(checklist, viewer, `${personAt(id)}/criteria`)).items
      expect(await of('ada')).toMatchObject([
        {
          met: true,
          found: [{ where: 'description', text: 'Ran k8s in production.', marks: [{ start: 4, end: 7 }] }],
          overruled: null,
        },
        { met: false, months: 48, found: [{ where: 'job', text: 'Engineering Manager, Monzo' }] },
        { met: true, found: [{ text: 'Berlin, Germany' }] },
        { met: false, found: [] },
      ])
      expect((await of('bo')).map(({ met }) => met)).toEqual([false, false, false, true])
      const one = `${personAt('ada')}/criteria/${saved.criteria[1]?.id}`
      expect(await fail(owner, one, 'PUT', { met: true })).toMatchObject({ code: 'invalid_body' })
      expect(await fail(viewer, one, 'PUT', { met: true, reason: 'No' })).toMatchObject({ status: 403 })
      await succeed(checklist, owner, one, 'PUT', { met: true, reason: 'Five years with the contract' })
      expect((await of('ada'))[1]).toMatchObject({
        met: false,
        overruled: { met: true, reason: 'Five years with the contract', by: { name: 'Olive Owner' } },
      })
      const reach = {
        url: 'http://127.0.0.1:9',
        apiKey: 'none',
        accounts: [{ label: 'main', id: 'x' }] as const,
      }
      const context = contextOf(store.database, reach)
      const { cells } = await checkPeople(context, { ...teamJob, account: null }, ['bo', 'ada', 'nobody'])
      expect([...cells].sort().map(([id, own]) => [id, [...own.values()].map(({ met }) => met)])).toEqual([
        ...[
          ['ada', [true, true, true, false]],
          ['bo', [false, false, false, true]],
        ],
      ])
      expect(cells.get('ada')?.get(saved.criteria[1]?.id ?? '')?.overruled).toEqual({
        ...{ by: 'Olive Owner', reason: 'Five years with the contract' },
      })
      const data = await exportPerson(context, { applicationId: 'ada', jobId: teamJob.jobId })
      expect(JSON.stringify(data)).toContain('Five years with the contract')

      // A name may change under the same rule; another rule is not what was spoken against.
      const again = saved.criteria.map(({ usedIn: _, ...each }) => ({ ...each, name: `${each.name}!` }))
      await succeed(jobCriteria, owner, at, 'PUT', { version: 1, criteria: again })
      expect((await of('ada'))[1]?.overruled).not.toBeNull()
      const changed = again.map((each) => (each.kind === 'title' ? { ...each, minYears: 3 } : each))
      await succeed(jobCriteria, owner, at, 'PUT', { version: 2, criteria: changed })
      expect((await of('ada'))[1]).toMatchObject({ met: true, overruled: null })
    })

    test('they are tried before use, refused where they cannot be read, and copied from other jobs', async () => {
      const { owner } = await setUp()
      const trial = (each: CriterionDraft) => succeed(criterionTrial, owner, `${at}/trial`, 'POST', each)
      expect(await trial(kubernetes)).toEqual({ met: 1, checked: 2, stored: 2, oneEmployer: null })
      expect(await trial(draft('Java'))).toEqual({
        met: 1,
        checked: 2,
        stored: 2,
        oneEmployer: 'Bank of Java',
      })
      expect(await trial(draft('Cobol'))).toEqual({ met: 0, checked: 2, stored: 2, oneEmployer: null })
      expect(await trial(draft('Led', { kind: 'title', words: 'manager', minYears: 3 }))).toMatchObject({
        met: 1,
      })
      for (const [words, kind] of [
        ['"open', 'words'],
        ['-bank', 'words'],
        ['Atlantis', 'country'],
      ] as const)
        expect(await fail(owner, `${at}/trial`, 'POST', draft('X', { words, kind }))).toMatchObject({
          code: 'invalid_body',
        })
      await succeed(jobCriteria, owner, at, 'PUT', { version: 0, criteria: [kubernetes] })
      expect(await fail(owner, at, 'PUT', { version: 0, criteria: [] })).toMatchObject({
        code: 'criteria_changed',
      })
      const there = `/api/jobs/${other.jobId}/criteria`
      const { others } = await succeed(jobCriteria, owner, there)
      expect(others).toMatchObject([{ jobId: teamJob.jobId, criteria: [{ name: 'Kubernetes' }] }])
      const copied = await succeed(jobCriteria, owner, there, 'PUT', { version: 0, criteria: [kubernetes] })
      expect(copied.criteria).toMatchObject([{ usedIn: 2 }])
      await owner.ask(`${personAt('bo')}/decision`, { method: 'PUT', body: { decision: 'maybe' } })
      const { rows } = await store.database.pool.query('select criteria from decision_step')
      expect(rows).toEqual([{ criteria: 1 }])
    })
  })
})
