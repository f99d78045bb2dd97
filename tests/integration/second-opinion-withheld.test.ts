import { expect, test } from 'vitest'
import { auditPage } from '@/lib/contracts/audit'
import { nextAnswer } from '@/lib/contracts/triage'
import { jobEvent } from '@/lib/server/db/team-schema'
import { doorDesk, type Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { jobAt, opinionDesk, opinionIds, otherJob } from './second-opinion-desk'
import { fail, personAt, succeed } from './team-desk'

const views = [
  ...['?view=all', '?decision=shortlist', '?decision=reject', '?decision=none'],
  ...['?reason=Quixotic%20reason', '?decided=1', '?sort=-decision'],
]
const reads = [
  jobAt,
  '/api/jobs',
  ...views.flatMap((view) => [
    `${jobAt}/candidates${view}&limit=200`,
    `${jobAt}/facets${view}`,
    `${jobAt}/insights${view}`,
    `${jobAt}/application-ids${view}`,
    `${jobAt}/marks${view}&${opinionIds.map((id) => `application=${id}`).join('&')}`,
  ]),
  ...['?decision=shortlist', '?sort=-decision'].map((view) => `${jobAt}/export${view}&format=jsonl`),
  `${jobAt}/export?view=all&format=csv&columns=name,decision,reason,comment,decidedBy`,
  `${jobAt}/fairness`,
  ...opinionIds.flatMap((id) => [
    personAt(id),
    `${personAt(id)}/decisions`,
    `${personAt(id)}/worked-together`,
  ]),
  `/api/jobs/${otherJob.jobId}/candidates?view=all`,
  `/api/jobs/${otherJob.jobId}/candidates/there`,
  '/api/people?q=nadia',
]

// When a thing was used or read is no part of it.
const clocks =
  /"(at|until|asOf|lastUsedAt|fetchedAt|purgeAt|usedAt|revision)":("[^"]*"|\d+)|\d{4}-\d\d-\d\d[T ][\d:.]+Z?( UTC)?/g

/** Everything that a member can read about decisions, by address. */
async function readAll(who: Visitor): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  for (const path of reads) {
    const { status, text } = await who.ask(path)
    expect(status, `${path}: ${text}`).toBe(200)
    answers[path] = text.replace(clocks, '')
  }
  const triage = await who.post(`${jobAt}/triage/next`, {
    holder: 'tab-of-tests',
    view: '',
    keep: [],
    count: 3,
  })
  expect(triage.status, triage.text).toBe(200)
  return { ...answers, triage: triage.text.replace(clocks, '') }
}

onEachEngine('what is withheld for a second opinion', (store) => {
  const desk = doorDesk(store)

  test('nothing that the colleague can read changes with what the team decides, until they have chosen', async () => {
    const { asker, colleague, ask, choose, decide } = await opinionDesk(desk, store.database)
    const opinion = await ask(opinionIds)
    const made = await asker.ask('/api/reasons', {
      method: 'PUT',
      body: {
        reasons: [{ id: '', label: 'Quixotic reason', definition: '', decision: null }],
        neededForReject: false,
      },
    })
    expect(made.status, made.text).toBe(200)
    const before = await readAll(colleague)
    const decided = [
      ['p-0', { decision: 'shortlist', comment: 'Quixotic comment' }],
      ['p-1', { decision: 'reject', reason: 'Quixotic reason', comment: 'Quixotic comment' }],
      ['p-2', { decision: 'maybe' }],
    ] as const
    for (const [id, body] of decided) await decide(asker, id, body)
    const since = await readAll(colleague)
    expect(since).toEqual(before)
    expect(JSON.stringify(since)).not.toContain('Quixotic comment')
    // The asker reads what stands.
    const { text } = await asker.ask(`${jobAt}/candidates?decision=shortlist`)
    expect(text).toContain('"matched":1')
    expect(text).toContain('Quixotic comment')

    await choose(opinion.id, 'p-1', 'shortlist')
    const shown = await readAll(colleague)
    expect(shown[`${jobAt}/candidates?decision=reject&limit=200`]).toContain('"matched":1')
    expect(shown[`${jobAt}/candidates?decision=shortlist&limit=200`]).toContain('"matched":0')
    expect(shown[`${personAt('p-1')}/decisions`]).toContain('Quixotic comment')
    expect(shown[`${personAt('p-0')}/decisions`]).toContain('"items":[]')
    expect(shown[`${jobAt}/fairness`]).toContain('"withheld":5')
    expect(shown[`${jobAt}/insights?view=all`]).toContain('"withheld":5')
    expect(JSON.stringify(shown[`/api/jobs/${otherJob.jobId}/candidates/there`])).not.toContain('Quixotic')

    await asker.ask(`${jobAt}/second-opinions/${opinion.id}`, { method: 'DELETE' })
    const after = await readAll(colleague)
    expect(after[`${jobAt}/candidates?decision=shortlist&limit=200`]).toContain('"matched":1')
    expect(after[`/api/jobs/${otherJob.jobId}/candidates/there`]).toContain('Quixotic comment')
    expect(after[`${jobAt}/fairness`]).toContain('"withheld":0')
  })

  test('nothing that the asker can read tells what the colleague chose before they have decided', async () => {
    const { asker, colleague, ask, choose, decide, show } = await opinionDesk(desk, store.database)
    const opinion = await ask(['p-0', 'p-1'])
    // Triage claims people, which their marks tell.
    await readAll(asker)
    const before = await readAll(asker)
    await choose(opinion.id, 'p-0', 'reject', 'Quixotic reason')
    expect(await readAll(asker)).toEqual(before)
    expect((await show(asker, opinion.id)).items).toMatchObject([
      { applicationId: 'p-0', asker: null, colleague: null },
      { applicationId: 'p-1', asker: null, colleague: null },
    ])
    expect((await show(colleague, opinion.id)).items[0]).toMatchObject({
      ...{ asker: null, colleague: { decision: 'reject', reason: 'Quixotic reason' } },
    })
    await decide(asker, 'p-0', { decision: 'shortlist' })
    for (const who of [asker, colleague]) {
      const { items, agreement } = await show(who, opinion.id)
      expect(items[0]).toMatchObject({
        ...{ asker: 'shortlist', colleague: { decision: 'reject', reason: 'Quixotic reason' } },
      })
      expect(agreement).toMatchObject({ people: 1, agreed: 0, problem: 'too_few', kappa: null })
    }
    // The audit log and the events say that something was chosen, and not what.
    const { entries } = await succeed(auditPage, asker, '/api/audit?action=second_opinion')
    expect(entries.map(({ action }) => action)).toEqual(['second_opinion.given', 'second_opinion.asked'])
    expect(JSON.stringify(entries)).not.toMatch(/Quixotic|p-0|reject/)
    const events = await store.database.db.select().from(jobEvent)
    expect(events.length).toBeGreaterThan(0)
    expect(JSON.stringify(events)).not.toMatch(/shortlist|reject|Quixotic/)
  })

  test('the colleague decides for the team only about people on whom they have chosen', async () => {
    const { asker, colleague, ask, decide } = await opinionDesk(desk, store.database)
    await decide(colleague, 'p-0', { decision: 'reject' })
    const step = await colleague.ask(`${jobAt}/decisions`, {
      method: 'POST',
      body: { decision: 'maybe', applicationIds: ['p-0', 'p-3'] },
    })
    await ask(['p-0', 'p-1'])
    await decide(asker, 'p-0', { decision: 'shortlist' })
    for (const decision of ['shortlist', 'reject', null]) {
      expect(await fail(colleague, `${personAt('p-0')}/decision`, 'PUT', { decision })).toMatchObject({
        ...{ status: 409, code: 'second_opinion_first' },
      })
    }
    const bulk = { decision: 'shortlist', applicationIds: opinionIds, dryRun: true }
    const dry = await colleague.ask(`${jobAt}/decisions`, { method: 'POST', body: bulk })
    expect(dry.json).toEqual({
      changeId: null,
      counts: { decided: 4, unchanged: 0, leftAlone: [], missing: 0, unopened: 4, withheld: 2 },
    })
    const { changeId } = step.json as { changeId: string }
    const undone = await colleague.ask(`${jobAt}/decisions/${changeId}`, { method: 'DELETE' })
    expect(undone.json).toMatchObject({ restored: 1, leftAlone: 1 })
    const next = await succeed(nextAnswer, colleague, `${jobAt}/triage/next`, 'POST', {
      ...{ holder: 'tab-of-tests', view: '', keep: [], count: 10 },
    })
    expect(next.people.map(({ candidate }) => candidate.applicationId)).toEqual(['p-2', 'p-3', 'p-4', 'p-5'])
  })
})
