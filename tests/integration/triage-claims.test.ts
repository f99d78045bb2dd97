import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Decision } from '@/lib/contracts/decision-words'
import type { NextRequest } from '@/lib/contracts/triage'
import { emptyView } from '@/lib/contracts/words'
import { localActor } from '@/lib/server/platform/actor'
import { candidatePageBytes, showCandidate } from '@/lib/server/candidates/list-candidates'
import { createPageCache } from '@/lib/server/candidates/page-cache'
import { claim, decision, suggestion } from '@/lib/server/db/review-schema'
import { candidate } from '@/lib/server/db/schema'
import { jobEvent } from '@/lib/server/db/team-schema'
import { claimCandidate, nextInTriage, releaseCandidate } from '@/lib/server/reviews/triage'
import { startClaimer } from './claimer'
import { contextOf } from './context-of'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'

const jobId = '4100000008'
const ref = { jobId, account: null }
const key = { account: 'main', jobId }
const reach = {
  url: 'http://127.0.0.1:9',
  apiKey: 'key',
  accounts: [{ label: 'main', id: 'account-id' }] as const,
}
const people = (count: number) =>
  Array.from({ length: count }, (_, position) =>
    applicant(`p${position}`, { position, fullName: `Person ${position}` }),
  )
const members = { ana: 'Ana Example', ben: 'Ben Example' }
type Name = keyof typeof members
const tabOf = (name: string) => `tab-of-${name}`.padEnd(12, '-')

onEachEngine('triage', (store, engine) => {
  const contextFor = (name: Name, role: 'recruiter' | 'viewer' = 'recruiter', settings = {}) =>
    contextOf(store.database, reach, {
      actor: { ...localActor, id: name, name: members[name], role },
      ...settings,
    })
  const ask = (name: Name, request: Partial<NextRequest> = {}, context = contextFor(name)) =>
    nextInTriage(context, ref, { holder: tabOf(name), view: '', count: 1, keep: [], ...request })
  const idsOf = (answer: Awaited<ReturnType<typeof ask>>) =>
    answer.people.map(({ candidate: { applicationId } }) => applicationId)
  const decide = (applicationId: string, made: Decision) =>
    store.database.db.insert(decision).values({
      ...{ ...key, applicationId, decision: made, by: 'ana', byName: 'Ana Example' },
      ...{ at: new Date(), stepId: 'step', opened: true },
    })
  const fill = (count: number) => save(store.database.db, key, people(count))
  const runOut = (applicationId: string) =>
    store.database.db
      .update(claim)
      .set({ until: sql`now() - interval '1 second'` })
      .where(eq(claim.applicationId, applicationId))

  test('gives the first people of the view in its order, and counts who is left', async () => {
    await fill(8)
    await decide('p1', 'reject')
    const first = await ask('ana', { count: 3 })
    expect(idsOf(first)).toEqual(['p0', 'p2', 'p3'])
    expect(first.counts).toEqual({ people: 8, left: 4 })
    expect(first.queue.map(({ applicationId }) => applicationId)).toEqual(['p4', 'p5', 'p6', 'p7'])
    expect(first.people[0]).toMatchObject({
      candidate: { fullName: 'Person 0' },
      mark: { claim: { by: { id: 'ana', name: 'Ana Example' } } },
      ...{ changes: [{ kind: 'new' }], responses: [], otherApplications: [], decisions: [] },
    })
    expect(idsOf(await ask('ben', { view: '?sort=-position', count: 3 }))).toEqual(['p7', 'p6', 'p5'])
  })

  test('a colleague is given the next person, sees who is on the others, and hears who has the rest', async () => {
    await fill(3)
    await ask('ana', { count: 2 })
    const second = await ask('ben', { count: 3 })
    expect(idsOf(second)).toEqual(['p2'])
    expect(second.queue.map(({ claim: held }) => held?.by.name)).toEqual([])
    expect(second.counts).toEqual({ people: 3, left: 2 })
    expect(second.heldBy).toEqual([{ id: 'ana', name: 'Ana Example' }])
    const { queue } = await ask('ben', { count: 0, keep: ['p2'] })
    expect(queue.map(({ claim: held }) => held?.by.name)).toEqual(['Ana Example', 'Ana Example'])
  })

  test('moving on ends a claim, and what is kept is renewed', async () => {
    await fill(4)
    await ask('ana', { count: 2 })
    await runOut('p1')
    expect(idsOf(await ask('ana', { keep: ['p1'], after: 'p1' }))).toEqual(['p2'])
    const rows = await store.database.db.select().from(claim).orderBy(claim.applicationId)
    expect(rows.map(({ applicationId }) => applicationId)).toEqual(['p1', 'p2'])
    expect(idsOf(await ask('ben', { count: 4 }))).toEqual(['p0', 'p3'])
  })

  test('whoever was passed over comes at the end, and whoever is put off after them', async () => {
    await fill(4)
    expect(idsOf(await ask('ana', { after: 'p2', skipped: ['p3', 'p0'], count: 4 }))).toEqual([
      'p1',
      'p2',
      'p3',
      'p0',
    ])
  })

  test('a second look goes once through those decided about', async () => {
    await fill(5)
    for (const id of ['p0', 'p2', 'p4']) await decide(id, 'maybe')
    const look = { view: '?decision=maybe', count: 2 }
    const first = await ask('ana', look)
    expect(idsOf(first)).toEqual(['p0', 'p2'])
    expect(first.counts).toEqual({ people: 3, left: 1 })
    expect(idsOf(await ask('ana', { ...look, after: 'p2' }))).toEqual(['p4'])
    const last = await ask('ana', { ...look, after: 'p4' })
    expect([idsOf(last), last.counts.left]).toEqual([[], 0])
  })

  test('leaves out whoever was erased, about whom nothing can be decided', async () => {
    await fill(3)
    await store.database.db.update(candidate).set({ erased: true }).where(eq(candidate.applicationId, 'p1'))
    const { counts, ...answer } = await ask('ana', { count: 3 })
    expect([idsOf({ counts, ...answer }), counts.left]).toEqual([['p0', 'p2'], 0])
  })

  test('a claim that ran out is another’s, and its holder is told who has them', async () => {
    await fill(2)
    await ask('ana')
    await runOut('p0')
    expect(idsOf(await ask('ben'))).toEqual(['p0'])
    const { lost } = await ask('ana', { count: 0, keep: ['p0'] })
    expect(lost).toEqual([{ applicationId: 'p0', by: { id: 'ben', name: 'Ben Example' } }])
  })

  test('taking over is possible, and said', async () => {
    await fill(1)
    const claimAs = (name: Name, takeOver = false) =>
      claimCandidate(contextFor(name), ref, 'p0', { holder: tabOf(name), takeOver })
    expect(await claimAs('ana')).toMatchObject({ mine: true, claim: { by: { id: 'ana' } } })
    expect(await claimAs('ben')).toMatchObject({ mine: false, claim: { by: { name: 'Ana Example' } } })
    expect(await claimAs('ben', true)).toMatchObject({ mine: true, claim: { by: { id: 'ben' } } })
    expect((await ask('ana', { count: 0, keep: ['p0'] })).lost).toMatchObject([{ by: { id: 'ben' } }])
    const release = (name: Name) => releaseCandidate(contextFor(name), ref, 'p0', tabOf(name))
    expect(await release('ana')).toMatchObject({ mine: false, claim: { by: { id: 'ben' } } })
    expect(await release('ben')).toEqual({ mine: false, claim: null })
    await expect(
      claimCandidate(contextFor('ana'), ref, 'nobody', { holder: tabOf('ana') }),
    ).rejects.toMatchObject({ code: 'candidate_not_found' })
  })

  test('two tabs of one member are told apart', async () => {
    await fill(2)
    expect(idsOf(await ask('ana'))).toEqual(['p0'])
    expect(idsOf(await ask('ana', { holder: 'another-tab-of-ana' }))).toEqual(['p1'])
  })

  test('an app server’s clock that jumps changes nothing', async () => {
    await fill(2)
    const days = 24 * 3_600_000
    for (const jump of [-400 * days, 400 * days]) {
      const context = contextFor('ben', 'recruiter', { now: () => new Date(Date.now() + jump) })
      await store.database.db.delete(claim)
      await ask('ana')
      expect(idsOf(await ask('ben', {}, context))).toEqual(['p1'])
      expect((await showCandidate(context, ref, 'p0', emptyView)).mark.claim?.by.id).toBe('ana')
    }
  })

  test('pages of the list say who is on somebody, for as long as they are', async () => {
    await fill(2)
    const cache = createPageCache()
    const claimsOnPage = async () => {
      const bytes = await candidatePageBytes(contextFor('ben'), cache, ref, emptyView, null, 50)
      const { marks } = JSON.parse(new TextDecoder().decode(bytes)) as {
        marks: Record<string, { claim?: { by: { name: string } } }>
      }
      return Object.entries(marks).map(([id, mark]) => [id, mark.claim?.by.name])
    }
    expect(await claimsOnPage()).toEqual([])
    await ask('ana')
    expect(await claimsOnPage()).toEqual([['p0', 'Ana Example']])
    await runOut('p0')
    expect(await claimsOnPage()).toEqual([])
    await ask('ben')
    expect(await claimsOnPage()).toEqual([['p0', 'Ben Example']])
  })

  test('tells those who look who changed hands, and nothing of a renewal', async () => {
    await fill(3)
    await ask('ana', { count: 2 })
    await ask('ana', { count: 0, keep: ['p0', 'p1'] })
    await ask('ana', { count: 0, keep: ['p1'] })
    const events = await store.database.db.select().from(jobEvent).orderBy(jobEvent.id)
    const told = events.map(({ data }) => JSON.parse(data) as unknown)
    expect(told).toEqual([
      { what: 'claim', applicationIds: ['p0', 'p1'] },
      { what: 'claim', applicationIds: ['p0'] },
    ])
  })

  test('whoever may only suggest claims nobody, and is given whom they suggested nothing about', async () => {
    await fill(3)
    await ask('ana')
    await store.database.db
      .insert(suggestion)
      .values({ ...key, applicationId: 'p1', userId: 'ben', userName: 'Ben Example', decision: 'maybe' })
    const viewer = contextFor('ben', 'viewer')
    expect(idsOf(await ask('ben', { count: 3 }, viewer))).toEqual(['p0', 'p2'])
    expect(await store.database.db.$count(claim)).toBe(1)
  })

  test('whoever is being saved is waited for rather than left out', async () => {
    await fill(1)
    let asking = Promise.resolve<string[]>([])
    await store.database.db.transaction(async (tx) => {
      await tx.update(candidate).set({ pass: 7 }).where(eq(candidate.applicationId, 'p0'))
      asking = ask('ana').then(idsOf)
      // Its statements come to the locked row, or into the embedded engine's queue, before this one ends.
      await tx.execute(sql`select pg_sleep(0.2)`)
    })
    expect(await asking).toEqual(['p0'])
  })

  describe('200 at once', () => {
    const holders = Array.from({ length: 200 }, (_, at) => `racing-tab-${at}`)

    test('never the same person for two', async () => {
      await fill(210)
      const half = async (own: string[], context: ReturnType<typeof contextFor>) =>
        (await Promise.all(own.map((holder) => ask('ana', { holder }, context)))).flatMap(idsOf)
      const given = await Promise.all([
        half(holders.slice(0, 100), contextFor('ana')),
        half(holders.slice(100), contextFor('ben')),
      ])
      expect(new Set(given.flat()).size).toBe(200)
      expect(given.flat()).toHaveLength(200)
    })

    if (engine === 'postgres')
      test('nor in two processes', async () => {
        await fill(210)
        const { databaseUrl } = store.place
        if (databaseUrl === null) throw new Error('not on a server')
        const starts = await Promise.all(
          [holders.slice(0, 100), holders.slice(100)].map((own) =>
            startClaimer({ databaseUrl, jobId, holders: own }),
          ),
        )
        const given = (await Promise.all(starts.map((start) => start()))).flat().flatMap(({ ids }) => ids)
        expect(given).toHaveLength(200)
        expect(new Set(given).size).toBe(200)
      })
  })
})
