import { expect, test } from 'vitest'
import { candidateDetail, candidatePage } from '@/lib/contracts/candidate'
import { type CriterionDraft, jobCriteria } from '@/lib/contracts/criteria'
import { facets } from '@/lib/contracts/facets'
import { savedView, savedViewList } from '@/lib/contracts/saved-views'
import { storedPeoplePage } from '@/lib/contracts/stored-people'
import { doorDesk } from './door-desk'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { fail, personAt, succeed, teamJob } from './team-desk'

const job = `/api/jobs/${teamJob.jobId}`
const draft = (name: string, rest: Partial<CriterionDraft> = {}): CriterionDraft => ({
  ...{ need: 'must', name, kind: 'words', words: name, minYears: null },
  ...rest,
})
const german = draft('Lives in Germany', { need: 'nice', kind: 'country', words: 'Germany' })
const ada = applicant('ada', { headline: 'Kubernetes, Terraform', location: 'Berlin, Germany' })
const bo = applicant('bo', { position: 1, headline: 'Kubernetes', location: 'Paris, France' })
const cy = applicant('cy', { position: 2, headline: 'Gardener', location: 'Paris, France' })

onEachEngine('filtering by criteria', (store) => {
  const desk = doorDesk(store)

  test('counts and shows who meets what, follows overrules, new people, changed rules and names', async () => {
    await save(store.database.db, teamJob, [ada, bo, cy])
    const owner = await desk.owner()
    const show = async (view: string) => {
      const { items, job: now } = await succeed(candidatePage, owner, `${job}/candidates?${view}`)
      return { ids: items.map(({ applicationId }) => applicationId), hasCriteria: now.hasCriteria }
    }
    const count = async (view = '') => {
      const answer = await succeed(facets, owner, `${job}/facets?facet=criteria&${view}`)
      return answer.facets.criteria?.map(({ value, count: people, group }) => [value, people, group])
    }
    expect(await show('')).toMatchObject({ hasCriteria: false })
    const first = [draft('Kubernetes'), draft('Terraform'), german]
    const { criteria } = await succeed(jobCriteria, owner, `${job}/criteria`, 'PUT', {
      version: 0,
      criteria: first,
    })
    expect(await count()).toEqual([
      ['Kubernetes', 2, 'must'],
      ['Every must', 1, 'must'],
      ['Terraform', 1, 'must'],
      ['Lives in Germany', 1, 'nice'],
      ['-Every must', 2, 'unmet'],
      ['-Lives in Germany', 2, 'unmet'],
      ['-Terraform', 2, 'unmet'],
      ['-Kubernetes', 1, 'unmet'],
      ['unknown', 1, undefined],
    ])
    expect(await show('criteria=-Terraform')).toMatchObject({ ids: ['bo', 'cy'] })
    expect(await show('criteria=Kubernetes,-lives+in+germany')).toMatchObject({ ids: ['bo'] })
    expect(await show('criteria=-Every+must,-Kubernetes')).toMatchObject({ ids: ['cy'] })
    expect(await count('criteria=-Terraform')).toContainEqual(['Kubernetes', 1, 'must'])
    expect(await show('criteria=kubernetes')).toEqual({ ids: ['ada', 'bo'], hasCriteria: true })
    expect(await show('criteria=Kubernetes,Lives+in+Germany')).toMatchObject({ ids: ['ada'] })
    expect(await show('criteria=unknown')).toMatchObject({ ids: ['cy'] })
    expect(await count('criteria=Terraform')).toContainEqual(['Kubernetes', 1, 'must'])

    // A person's word counts, at once and for everyone who reads a cached page.
    expect(await show('criteria=Every+must')).toMatchObject({ ids: ['ada'] })
    const terraform = criteria[1]?.id
    const word = { met: true, reason: 'Said so on the phone' }
    await owner.ask(`${personAt('bo')}/criteria/${terraform}`, { method: 'PUT', body: word })
    expect(await show('criteria=Every+must')).toMatchObject({ ids: ['ada', 'bo'] })
    expect(await show('criteria=-Terraform')).toMatchObject({ ids: ['cy'] })
    const { mark } = await succeed(candidateDetail, owner, personAt('bo'))
    expect(mark.criteria).toEqual({
      must: 2,
      mustMet: 2,
      nice: 1,
      niceMet: 0,
      met: ['Kubernetes', 'Terraform'],
    })

    const keys = 'application,criteria,criteriaMet,criteriaNotMet,criteriaOverruled'
    const { text } = await owner.ask(`${job}/export?columns=${keys}&bom=0&criteria=Kubernetes`)
    expect(text.split('\r\n').slice(1, 3)).toEqual([
      '"ada","2 of 2 must · 1 of 1 nice","Kubernetes; Terraform; Lives in Germany","",""',
      '"bo","2 of 2 must · 0 of 1 nice","Kubernetes; Terraform","Lives in Germany","Terraform: met (Olive Owner: Said so on the phone)"',
    ])
    const each = await owner.ask(`${job}/export?columns=application,criteriaEach&bom=0`)
    expect(each.text.split('\r\n').slice(0, 4)).toEqual([
      '"Application ID","Kubernetes (must)","Terraform (must)","Lives in Germany (nice)"',
      '"ada","Met","Met","Met"',
      '"bo","Met","Met","Not met"',
      '"cy","Not met","Not met","Not met"',
    ])
    const lines = await owner.ask(`${job}/export?format=jsonl&columns=criteriaEach&criteria=unknown`)
    expect(JSON.parse(lines.text)).toEqual({
      applicationId: 'cy',
      criteria: {
        each: criteria.map(({ id, name, need }) => ({ id, name, need, met: false })),
        met: [],
        notMet: ['Kubernetes', 'Terraform', 'Lives in Germany'],
        overruled: [],
      },
    })

    // Whoever is loaded, or loaded again, is looked through as well.
    await save(store.database.db, teamJob, [
      applicant('cy', { position: 2, headline: 'Kubernetes', location: 'Paris, France' }),
      applicant('dee', { position: 3, headline: 'Terraform' }),
    ])
    expect(await show('criteria=Kubernetes')).toMatchObject({ ids: ['ada', 'bo', 'cy'] })
    expect(await show('criteria=Terraform')).toMatchObject({ ids: ['ada', 'bo', 'dee'] })

    // A saved view follows a criterion that is called otherwise, and a word against its rule stays.
    await succeed(savedView, owner, `/api/views?job=${teamJob.jobId}`, 'POST', {
      name: 'Infra',
      query: 'criteria=Terraform,-Kubernetes&sort=-years',
    })
    const renamed = criteria.map(({ usedIn: _, ...each }) =>
      each.id === terraform
        ? { ...each, name: 'Terraform, or alike' }
        : { ...each, name: each.name.replace('Kubernetes', 'K8s') },
    )
    await succeed(jobCriteria, owner, `${job}/criteria`, 'PUT', { version: 1, criteria: renamed })
    const { items } = await succeed(savedViewList, owner, `/api/views?job=${teamJob.jobId}`)
    expect(items[0]?.query).toContain('criteria=Terraform%252C%20or%20alike,-K8s')
    expect(items[0]?.unread).toEqual([])
    expect(await show(items[0]?.query ?? '')).toMatchObject({ ids: ['dee'] })

    // Names are how filters tell criteria apart.
    for (const name of ['kubernetes', 'Every must', 'Unknown', '-Sales']) {
      const two = { version: 2, criteria: [draft('Kubernetes'), draft(name, { words: 'x' })] }
      expect((await owner.ask(`${job}/criteria`, { method: 'PUT', body: two })).status).toBe(400)
    }
    // A criterion heads a column of a file, and its name may not run there.
    const formula = { version: 2, criteria: [draft('=1+1', { words: 'x' })] }
    await succeed(jobCriteria, owner, `${job}/criteria`, 'PUT', formula)
    const { text: headed } = await owner.ask(`${job}/export?columns=criteriaEach&bom=0`)
    expect(headed.split('\r\n')[0]).toBe(`"'=1+1 (must)"`)
    await succeed(jobCriteria, owner, `${job}/criteria`, 'PUT', { version: 3, criteria: [] })
    // A file keeps its column where the job has no criteria to put there.
    const { text: none } = await owner.ask(`${job}/export?columns=criteriaEach&bom=0&criteria=`)
    expect(none.split('\r\n').slice(0, 2)).toEqual(['"Each criterion, one column each"', '""'])
    expect(await show('criteria=Terraform')).toEqual({ ids: [], hasCriteria: false })
    // A view that names what is gone says so.
    const { items: left } = await succeed(savedViewList, owner, `/api/views?job=${teamJob.jobId}`)
    expect(left[0]?.unread).toEqual([
      { key: 'criteria', value: 'Terraform, or alike' },
      { key: 'criteria', value: '-K8s' },
    ])
  })

  test('finds people stored in other jobs who meet every must', async () => {
    const { db } = store.database
    const led = (dateRange: string) => ({ experiences: [{ title: 'Platform lead', dateRange }] })
    const kubernetes = { headline: 'Kubernetes', location: 'Wien, Österreich' }
    await save(db, teamJob, [applicant('eva-1', { publicIdentifier: 'eva-elm', ...kubernetes })])
    const two = (['4100000009', '4100000010'] as const).map((jobId) => ({ account: 'main', jobId }))
    const fay = { ...kubernetes, ...led('2015 - 2023'), fullName: 'Fay Fir', publicIdentifier: 'fay-fir' }
    await save(db, two[0]!, [
      // Applied to this job as well: nobody to be found.
      applicant('eva-2', { publicIdentifier: 'eva-elm', ...kubernetes, ...led('2010 - 2023') }),
      applicant('fay-2', { position: 1, ...fay }),
      applicant('gus-2', { position: 2, ...kubernetes, ...led('2022 - 2023'), fullName: 'Gus Gum' }),
      applicant('hal-2', { position: 3, ...kubernetes, ...led('2010 - 2023'), location: 'Bern, Schweiz' }),
    ])
    await save(db, two[1]!, [
      applicant('fay-3', fay),
      applicant('ivo-3', { position: 1, ...kubernetes, ...led('2012 - 2020'), fullName: 'Ivo Ivy' }),
    ])
    const owner = await desk.owner()
    const at = `/api/people?criteria=${teamJob.jobId}`
    const find = async (rest = '') => {
      const page = await succeed(storedPeoplePage, owner, `${at}${rest}`)
      return { ...page, names: page.items.map(({ fullName }) => fullName) }
    }
    expect(await find()).toMatchObject({ names: [], criteria: { musts: [] } })
    const criteria = [
      draft('Kubernetes'),
      draft('Austria', { kind: 'country' }),
      draft('Has led', { kind: 'title', words: 'lead', minYears: 5 }),
      draft('Terraform', { need: 'nice' }),
    ]
    await succeed(jobCriteria, owner, `${job}/criteria`, 'PUT', { version: 0, criteria })
    const all = await find()
    expect(all.names.toSorted()).toEqual(['Fay Fir', 'Ivo Ivy'])
    expect(all.counts).toMatchObject({ matched: 2, atLeast: false })
    expect(all.criteria?.musts).toEqual(['Kubernetes', 'Austria', 'Has led'])
    expect(all.items[0]?.found?.text).toBe('Kubernetes')
    const first = await find('&limit=1')
    expect(await find(`&limit=1&cursor=${first.nextCursor}`)).toMatchObject({
      names: [all.names[1]],
      nextCursor: null,
    })
    expect(await find('&q=-platform')).toMatchObject({ names: [] })
    expect(await fail(owner, `${at}&q=x&cursor=${first.nextCursor}`)).toMatchObject({ status: 400 })
    expect(await fail(owner, '/api/people?criteria=4199999999')).toMatchObject({ code: 'job_not_found' })
    expect(await fail(owner, '/api/people?criteria=a%20b')).toMatchObject({ code: 'invalid_parameter' })
  })
})
