import { describe, expect, test } from 'vitest'
import { people } from '@/lib/contracts/people'
import { storedPeoplePage, type StoredPeoplePage } from '@/lib/contracts/stored-people'
import { erasePerson } from '@/lib/server/privacy/privacy'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { contextOf } from './context-of'
import { doorDesk, type Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { fail, succeed, teamJob } from './team-desk'

const other: JobKey = { account: 'main', jobId: '4100000009' }
const elsewhere: JobKey = { account: 'closed', jobId: '4100000010' }

onEachEngine('people who are stored', (store) => {
  const desk = doorDesk(store)
  const seenOn = (day: number) => ({ seenAt: new Date(`2026-04-0${day}T10:00:00.000Z`) })
  const search = (browser: Visitor, q: string, rest = '') =>
    succeed(storedPeoplePage, browser, `/api/people?q=${encodeURIComponent(q)}${rest}`)
  const names = ({ items }: StoredPeoplePage) => items.map(({ fullName }) => fullName)

  const setUp = async () => {
    const { db } = store.database
    const ada = { fullName: 'Ada Ash', publicIdentifier: 'ada-ash', headline: 'Kubernetes' }
    await save(
      db,
      teamJob,
      [
        applicant('ada-1', {
          ...ada,
          experiences: [{ title: 'Engineer', description: 'Led a team. Ran Kubernetes at Zürich.' }],
        }),
        applicant('bo-1', { position: 1, fullName: 'Bo Birch', headline: 'Terraform intern' }),
      ],
      seenOn(1),
    )
    await save(
      db,
      other,
      [
        applicant('ada-2', { ...ada, headline: 'Kubernetes lead', appliedAt: '2026-04-02' }),
        // “Not known” joins nobody.
        applicant('cy-2', { position: 1, fullName: 'Cy Cole', publicIdentifier: 'unknown', headline: 'k8s' }),
      ],
      seenOn(3),
    )
    await save(db, elsewhere, [applicant('di-1', { fullName: 'Di Dale', headline: 'Kubernetes' })], seenOn(4))
    const owner = await desk.owner()
    return { owner }
  }

  describe('are found across jobs', () => {
    test('one line a person, newest first, with all their applications and decisions', async () => {
      const { owner } = await setUp()
      await owner.ask(`/api/jobs/${teamJob.jobId}/candidates/ada-1/decision`, {
        method: 'PUT',
        body: { decision: 'shortlist' },
      })
      const page = await search(owner, 'kubernetes OR k8s')
      expect(names(page)).toEqual(['Cy Cole', 'Ada Ash'])
      expect(page.counts).toEqual({ matched: 2, atLeast: false, stored: 4 })
      expect(page.items[1]).toMatchObject({
        headline: 'Kubernetes lead',
        found: { where: 'headline', text: 'Kubernetes lead' },
        applicationCount: 2,
        lastSeenAt: '2026-04-03T10:00:00.000Z',
        applications: [
          {
            ...{ account: null, jobId: other.jobId, applicationId: 'ada-2' },
            appliedAt: '2026-04-02',
            decision: null,
          },
          { jobId: teamJob.jobId, applicationId: 'ada-1', decision: { decision: 'shortlist' } },
        ],
      })
      // An older application that matches brings the person, and the sentence it stands in.
      const older = await search(owner, 'kubernetes zurich')
      expect(names(older)).toEqual(['Ada Ash'])
      expect(older.items[0]?.applications).toHaveLength(2)
      expect((await search(owner, '"ran kubernetes"')).items[0]?.found).toEqual({
        where: 'description',
        text: 'Ran Kubernetes at Zürich.',
      })
    })

    test('with words left out, and nobody by a search that cannot be read', async () => {
      const { owner } = await setUp()
      expect(names(await search(owner, 'terraform -intern'))).toEqual([])
      expect(names(await search(owner, '-kubernetes'))).toEqual(['Cy Cole', 'Bo Birch'])
      expect(await search(owner, '"kubernetes')).toMatchObject({ items: [], problem: 'quote' })
    })

    test('page by page, each once, and by no cursor of another search', async () => {
      const { owner } = await setUp()
      const seen: (string | null)[] = []
      let cursor: string | null = null
      do {
        const page: StoredPeoplePage = await search(owner, '', `&limit=1${cursor ? `&cursor=${cursor}` : ''}`)
        seen.push(...names(page))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(seen).toEqual(['Cy Cole', 'Ada Ash', 'Bo Birch'])
      const { nextCursor } = await search(owner, '', '&limit=1')
      expect(await fail(owner, `/api/people?q=ada&cursor=${nextCursor}`)).toMatchObject({
        code: 'bad_cursor',
      })
    })

    test('by every role, free, and without those who were erased or whose account is closed', async () => {
      const { owner } = await setUp()
      const { browser: viewer } = await desk.member(owner, 'viewer')
      expect(names(await search(viewer, 'dale'))).toEqual([])
      expect(names(await search(viewer, 'ash'))).toEqual(['Ada Ash'])
      const { rows } = await store.database.pool.query('select count(*)::int as fetches from "fetch"')
      expect(rows).toEqual([{ fetches: 0 }])
      await succeed(people, owner, '/api/people')
      expect(await fail(viewer, '/api/people')).toMatchObject({ status: 403 })
      const reach = {
        url: 'http://127.0.0.1:9',
        apiKey: 'none',
        accounts: [{ label: 'main', id: 'x' }] as const,
      }
      const context = contextOf(store.database, reach)
      for (const [key, applicationId] of [
        [teamJob, 'ada-1'],
        [other, 'ada-2'],
      ] as const)
        await erasePerson(context, { applicationId, jobId: key.jobId })
      expect(names(await search(owner, 'kubernetes'))).toEqual([])
      expect(names(await search(owner, ''))).toEqual(['Cy Cole', 'Bo Birch'])
    })
  })
})
