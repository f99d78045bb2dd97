import { describe, expect, test } from 'vitest'
import { blindAnswer, type BlindRequest } from '@/lib/contracts/blind'
import { candidateDetail, candidatePage } from '@/lib/contracts/candidate'
import { facets } from '@/lib/contracts/facets'
import { inboxPage } from '@/lib/contracts/inbox'
import { note, noteList } from '@/lib/contracts/notes'
import { storedPeoplePage } from '@/lib/contracts/stored-people'
import { nextAnswer } from '@/lib/contracts/triage'
import { everyone, firstNames, idOf, lastNames, names, secrets, years } from './blind-people'
import { doorDesk, type Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { fail, personAt, succeed, teamJob } from './team-desk'

const job = `/api/jobs/${teamJob.jobId}`
const all = 'view=all'
const other = { account: 'main', jobId: '4100000009' }

onEachEngine('blind review', (store) => {
  const desk = doorDesk(store)
  const begin = (browser: Visitor, more: Partial<BlindRequest> = {}) =>
    succeed(blindAnswer, browser, `${job}/blind`, 'PUT', {
      ...{ scope: 'me', until: 'decided', graduationYears: 'hidden', ...more },
    })
  const review = async (browser: Visitor) => (await succeed(blindAnswer, browser, `${job}/blind`)).review
  const list = (browser: Visitor, view = all) => succeed(candidatePage, browser, `${job}/candidates?${view}`)
  const decide = (browser: Visitor, at: number, decision: string, reason?: object) =>
    browser.ask(`${personAt(idOf(at))}/decision`, { method: 'PUT', body: { decision, ...reason } })
  const shown = (page: { items: { fullName: string | null }[] }) =>
    page.items.map(({ fullName }) => fullName).filter((name) => name !== null && names.includes(name))

  const setUp = async () => {
    await save(store.database.db, teamJob, everyone)
    const owner = await desk.owner()
    const { browser: rita } = await desk.member(owner, 'recruiter')
    return { owner, rita }
  }

  const reads = [
    `${job}/candidates?${all}`,
    `${job}/candidates?${all}&sort=name`,
    `${job}/candidates?${all}&sort=-name&limit=2`,
    `${job}/candidates?${all}&q=engineer`,
    `${job}/facets?${all}`,
    `${job}/facets?${all}&facet=company&find=a`,
    `${job}/application-ids?${all}`,
    `${job}/insights?${all}`,
    `${job}/fairness`,
    `${job}/criteria`,
    `${job}/notice`,
    `${job}/export?format=csv&${all}`,
    `${job}/export?format=json&${all}`,
    `${job}/export?format=jsonl&${all}`,
    `${job}/marks?application=p-0&${all}`,
    personAt('p-0'),
    `${personAt('p-0')}?part=history`,
    `${personAt('p-0')}/notes`,
    `${personAt('p-0')}/criteria`,
    `${personAt('p-0')}/consistency`,
    `${personAt('p-0')}/worked-together`,
    '/api/people?q=',
    '/api/people?q=engineer',
    '/api/inbox',
    '/api/jobs',
    job,
  ]

  describe('hides who people are', () => {
    test('no answer names anybody, links to them or tells when they graduated', async () => {
      const { owner, rita } = await setUp()
      await owner.ask(`${personAt('p-0')}/notes`, {
        method: 'POST',
        body: { text: `Ask @A recruiter to call ${names[0]}` },
      })
      await owner.ask(`${personAt('p-0')}/next-action`, {
        method: 'PUT',
        body: { text: `Call ${firstNames[0]}` },
      })
      await begin(rita)
      for (const path of reads) {
        const answer = await rita.ask(path)
        expect([path, answer.status]).toEqual([path, 200])
        expect(`${path} ${answer.text}`).not.toMatch(secrets)
        expect(`${path} ${answer.text}`).not.toMatch(years)
      }
      const file = (await rita.ask(`${job}/export?format=json&${all}`)).json
      expect(file).toMatchObject({ provenance: { scope: expect.stringContaining('blind review') } })
      const { items } = await list(rita)
      expect(items).toHaveLength(5)
      expect(new Set(items.map(({ fullName }) => fullName)).size).toBe(5)
      for (const item of items) {
        expect(item).toMatchObject({
          veiled: true,
          firstName: null,
          lastName: null,
          profileUrl: null,
          publicIdentifier: null,
        })
        expect(item.experiences[0]).toMatchObject({ title: 'Engineer', start: { y: 2020, m: 1 } })
      }
      expect(shown(await list(owner))).toEqual(names)
    })

    test('a search for a name, a filter or an order by it tells nothing', async () => {
      const { rita } = await setUp()
      await begin(rita)
      for (const word of [...firstNames, ...lastNames, 'handle']) {
        const page = await list(rita, `${all}&q=${word}`)
        expect([word, page.counts.matched]).toEqual([word, 0])
        const found = await succeed(storedPeoplePage, rita, `/api/people?q=${word}`)
        expect([word, found.items.length]).toEqual([word, 0])
      }
      const company = await list(rita, `${all}&company=${encodeURIComponent(`${lastNames[0]} Consulting`)}`)
      expect(company.counts.matched).toBe(0)
      const byName = await list(rita, `${all}&sort=name`)
      const pseudonyms = byName.items.map(({ fullName }) => fullName ?? '')
      expect(pseudonyms).toEqual(pseudonyms.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
      const some = await succeed(facets, rita, `${job}/facets?${all}&facet=company&find=${lastNames[1]}`)
      expect(JSON.stringify(some)).not.toMatch(secrets)
    })

    test('decides, tags and goes through people without seeing who they are', async () => {
      const { rita } = await setUp()
      await begin(rita, { until: 'all_decided' })
      const next = await succeed(nextAnswer, rita, `${job}/triage/next`, 'POST', {
        ...{ holder: 'tab-of-tests', view: '', count: 2, keep: [] },
      })
      expect(next.people.map(({ candidate }) => candidate.applicationId)).toEqual(['p-0', 'p-1'])
      expect(JSON.stringify(next)).not.toMatch(secrets)
      expect((await decide(rita, 0, 'maybe')).status).toBe(200)
      const many = await rita.ask(`${job}/decisions`, {
        method: 'POST',
        body: { decision: 'shortlist', view: `q=${firstNames[1]}` },
      })
      expect(many.json).toMatchObject({ counts: { decided: 0 } })
      const tagged = await rita.ask(`${job}/tags`, {
        method: 'POST',
        body: { add: ['Phone'], applicationIds: ['p-1'] },
      })
      expect(tagged.json).toMatchObject({ changed: 1 })
      const written = await succeed(note, rita, `${personAt('p-1')}/notes`, 'POST', {
        text: 'Clear, concise.',
      })
      const notes = await succeed(noteList, rita, `${personAt('p-1')}/notes`)
      expect(notes.items.map(({ text }) => text)).toEqual(['Clear, concise.'])
      const path = `${personAt('p-1')}/notes/${written.id}`
      expect((await succeed(note, rita, path, 'PATCH', { text: 'Very clear.' })).text).toBe('Very clear.')
      expect(shown(await list(rita))).toEqual([])
    })

    test('what others wrote is hidden, and comes back unharmed', async () => {
      const { owner, rita } = await setUp()
      const text = `@A recruiter, ${firstNames[2]} is good`
      const wrote = await succeed(note, rita, `${personAt('p-2')}/notes`, 'POST', {
        text: `Called ${firstNames[2]}`,
      })
      await owner.ask(`${personAt('p-2')}/notes`, { method: 'POST', body: { text } })
      await begin(rita)
      const hidden = await succeed(noteList, rita, `${personAt('p-2')}/notes`)
      expect(new Set(hidden.items.map((each) => each.text))).toEqual(new Set(['Hidden during blind review.']))
      const inbox = await succeed(inboxPage, rita, '/api/inbox')
      expect(inbox.items[0]?.person).not.toBeNull()
      const path = `${personAt('p-2')}/notes/${wrote.id}`
      expect(await fail(rita, path, 'PATCH', { text: 'x' })).toMatchObject({
        status: 409,
        code: 'blind_review',
      })
      await decide(rita, 2, 'maybe')
      const back = await succeed(noteList, rita, `${personAt('p-2')}/notes`)
      expect(back.items.map((each) => each.text)).toEqual([text, `Called ${firstNames[2]}`])
    })

    test('other applications of the same person lead to nobody, from either side', async () => {
      const { owner, rita } = await setUp()
      const [one] = everyone
      await save(store.database.db, other, [
        applicant('o-0', { ...one!.person, experiences: [], applicationId: 'o-0' } as never),
      ])
      const there = `/api/jobs/${other.jobId}/candidates/o-0`
      expect((await succeed(candidateDetail, owner, there)).otherApplications).toHaveLength(1)
      await begin(rita)
      expect((await succeed(candidateDetail, rita, there)).otherApplications).toEqual([])
      expect((await succeed(candidateDetail, rita, personAt('p-0'))).otherApplications).toEqual([])
      const marks = await rita.ask(`/api/jobs/${other.jobId}/candidates?${all}`)
      expect(marks.text).not.toContain('"elsewhere"')
    })

    test('what would show names is refused, with what to do', async () => {
      const { rita } = await setUp()
      await begin(rita)
      const criteria = { version: 0, criteria: [] }
      expect(await fail(rita, `${job}/criteria`, 'PUT', criteria)).toMatchObject({
        status: 409,
        code: 'blind_review',
      })
      const link = {
        ...{ ...teamJob, kind: 'live', view: '', applicationIds: null, title: 'All', passcode: null },
        fields: { names: true, message: true, descriptions: true, profileLinks: true },
        ...{ days: 7, mayRespond: false },
      }
      expect(await fail(rita, '/api/share-links', 'POST', link)).toMatchObject({
        status: 409,
        code: 'blind_review',
      })
    })
  })

  describe('ends for an applicant', () => {
    test('by a decision, by a shortlisting, or when all have one', async () => {
      const { rita } = await setUp()
      await begin(rita)
      expect(await review(rita)).toMatchObject({ veiled: 5, revealed: 0 })
      await decide(rita, 1, 'maybe')
      expect(shown(await list(rita))).toEqual([names[1]])
      expect(await review(rita)).toMatchObject({ veiled: 4 })
      await begin(rita, { until: 'shortlisted' })
      expect(shown(await list(rita))).toEqual([])
      await decide(rita, 1, 'shortlist')
      expect(shown(await list(rita))).toEqual([names[1]])
      await begin(rita, { until: 'all_decided' })
      expect(shown(await list(rita))).toEqual([])
      for (const at of [0, 2, 3, 4]) await decide(rita, at, 'maybe')
      expect(shown(await list(rita))).toEqual(names)
    })

    test('by a reveal, which is logged and counted, for that reader alone', async () => {
      const { owner, rita } = await setUp()
      await begin(owner, { scope: 'job' })
      for (const browser of [owner, rita]) expect(shown(await list(browser))).toEqual([])
      await rita.ask(`${personAt('p-3')}/reveal`, { method: 'POST' })
      await rita.ask(`${personAt('p-3')}/reveal`, { method: 'POST' })
      expect(shown(await list(rita))).toEqual([names[3]])
      expect((await list(rita, `${all}&q=${lastNames[3]}`)).counts.matched).toBe(1)
      expect(await review(rita)).toMatchObject({ scope: 'job', veiled: 4, revealed: 1 })
      expect(shown(await list(owner))).toEqual([])
      const log = await owner.ask('/api/audit?action=blind')
      const { entries } = log.json as { entries: { action: string; actorName: string }[] }
      expect(entries.map(({ action, actorName }) => [action, actorName])).toEqual([
        ['blind.revealed', 'A recruiter'],
        ['blind.started', 'Olive Owner'],
      ])
    })

    test('when the review ends; its redacted copies go', async () => {
      const { owner, rita } = await setUp()
      await begin(rita)
      const ended = await succeed(blindAnswer, rita, `${job}/blind?scope=me`, 'DELETE')
      expect(ended.review).toBeNull()
      expect(shown(await list(rita))).toEqual(names)
      const { rows } = await store.database.pool.query('select 1 from blind_candidate')
      expect(rows).toEqual([])
      expect(shown(await list(owner))).toEqual(names)
    })
  })

  test('who comes in later has no name either, and pages read before are not given to a blind reader', async () => {
    const { owner, rita } = await setUp()
    expect(shown(await list(rita))).toEqual(names)
    await begin(rita)
    expect(shown(await list(rita))).toEqual([])
    expect(shown(await list(owner))).toEqual(names)
    await save(store.database.db, teamJob, [
      applicant('late', { position: 9, fullName: 'Zora Latecomer', headline: 'Zora Latecomer' }),
    ])
    const page = await list(rita)
    expect(page.items).toHaveLength(6)
    expect(JSON.stringify(page)).not.toMatch(/zora|latecomer/i)
    expect(page.counts).toMatchObject({ matched: 6, stored: 6 })
  })

  test('a viewer may be blind for themselves, and not make everyone so', async () => {
    const { owner } = await setUp()
    const { browser: vera } = await desk.member(owner, 'viewer')
    const body = { scope: 'job', until: 'decided', graduationYears: 'shown' }
    expect(await fail(vera, `${job}/blind`, 'PUT', body)).toMatchObject({ status: 403 })
    await begin(vera, { graduationYears: 'shown' })
    const { items } = await list(vera)
    expect(items[0]?.education[0]?.dateRange).toBe('2008 - 2011')
    expect(await fail(vera, '/api/jobs/999/blind', 'PUT', { ...body, scope: 'me' })).toMatchObject({
      status: 404,
    })
  })
})
