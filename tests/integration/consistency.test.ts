import { describe, expect, test } from 'vitest'
import { type ConsistencyNote, consistencyNotes } from '@/lib/contracts/consistency'
import { rereadStored } from '@/lib/server/candidates/reread'
import { erasePerson, exportPerson } from '@/lib/server/privacy/privacy'
import { readers } from '@/lib/server/providers/readers'
import { contextOf } from './context-of'
import { doorDesk } from './door-desk'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { fail, personAt, succeed, teamJob } from './team-desk'

const other = { account: 'main', jobId: '4100000009' }
const agency =
  'Presented by Lindenhof Staffing.\nAvailable at four weeks’ notice, open to permanent and contract work, references on request.'
const career = [
  { title: 'Gardener', company: 'Tallow & Finch', dateRange: '2/2020 - 3/2021' },
  { title: 'Head gardener', company: 'Acme, Inc.', dateRange: '4/2021 - Present' },
]
const reach = { url: 'http://127.0.0.1:9', apiKey: 'none', accounts: [{ label: 'main', id: 'x' }] as const }

onEachEngine('what does not fit together', (store) => {
  const desk = doorDesk(store)
  const setUp = async () => {
    await save(store.database.db, teamJob, [
      applicant('ada', {
        ...{ fullName: 'Ada Ash', publicIdentifier: 'ada-1', topChoiceMessage: agency },
        experiences: [...career, { title: 'Cook', company: 'Inn', dateRange: '3/2020 - 1/2019' }],
      }),
      applicant('bo', {
        ...{ position: 1, fullName: 'Bo Birch', publicIdentifier: 'bo-2', experiences: career },
        topChoiceMessage: agency.toUpperCase().replaceAll(' ', '\n'),
      }),
      applicant('cy', { position: 2, fullName: 'Cy Cole', publicIdentifier: 'cy-3', experiences: career }),
      applicant('cy-again', { position: 3, fullName: 'C. Cole', publicIdentifier: 'cy-3' }),
      applicant('di', { position: 4, fullName: 'Di Dorn', publicIdentifier: 'unknown' }),
      applicant('ed', { position: 5, fullName: 'Ed Elm', publicIdentifier: 'unknown' }),
    ])
    // The same person in another job: no second name, and no second profile.
    await save(store.database.db, other, [
      applicant('ada-there', {
        ...{ fullName: 'Ada A. Ash', publicIdentifier: 'ada-1', topChoiceMessage: agency },
      }),
      applicant('flo', { fullName: 'Flo Fir', publicIdentifier: 'flo-4', topChoiceMessage: agency }),
    ])
    const owner = await desk.owner()
    const viewer = (await desk.member(owner, 'viewer')).browser
    const notes = async (id: string) =>
      (await succeed(consistencyNotes, viewer, `${personAt(id)}/consistency`)).items
    return { owner, viewer, notes, context: contextOf(store.database, reach) }
  }
  const inShort = (items: readonly ConsistencyNote[]) =>
    items.map(({ kind, others }) => [kind, ...others.map(({ applicationId }) => applicationId)])

  describe('is found by rule', () => {
    test('across jobs, from both sides, and never between applications of one person', async () => {
      const { notes } = await setUp()
      const ofAda = await notes('ada')
      expect(inShort(ofAda)).toEqual([['message', 'bo', 'flo'], ['reversed']])
      expect(ofAda[0]).toMatchObject({
        own: { where: null, text: agency },
        others: [
          { name: 'Bo Birch', jobId: teamJob.jobId },
          { name: 'Flo Fir', jobId: other.jobId },
        ],
        ...{ otherCount: 2, atLeast: false, resolved: null },
      })
      expect(inShort(await notes('bo'))).toEqual([
        ['message', 'ada', 'ada-there', 'flo'],
        ['career', 'cy'],
      ])
      expect(inShort(await notes('cy'))).toEqual([
        ['profile', 'cy-again'],
        ['career', 'bo'],
      ])
      // A placeholder is nobody's profile.
      expect(await notes('di')).toEqual([])
    })

    test('is filled in for people who were stored before, and whoever was erased is in no note', async () => {
      const { notes, context } = await setUp()
      const before = await notes('bo')
      await store.database.pool.query(`update candidate set consistency_keys = '{}', derived = derived - 1`)
      expect(inShort(await notes('bo'))).toEqual([])
      const revision = async () => (await store.database.pool.query('select edition from job')).rows
      const at = await revision()
      await rereadStored(store.database, {
        readers,
        stop: new AbortController().signal,
        month: { y: 2026, m: 4 },
      })
      expect(await notes('bo')).toEqual(before)
      expect(await revision()).toEqual(at)
      await erasePerson(context, { applicationId: 'ada', jobId: teamJob.jobId })
      expect(await notes('ada')).toEqual([])
      expect(JSON.stringify(await notes('bo'))).not.toContain('Ada Ash')
    })
  })

  test('a note is resolved with a reason that is kept, and reopened, by whoever may decide', async () => {
    const { owner, viewer, notes, context } = await setUp()
    const [note] = await notes('bo')
    const at = `${personAt('bo')}/consistency/${note?.key}`
    expect(await fail(viewer, at, 'PUT', { resolved: true, reason: 'No' })).toMatchObject({ status: 403 })
    expect(await fail(owner, at, 'PUT', { resolved: true, reason: ' ' })).toMatchObject({
      code: 'invalid_body',
    })
    expect(
      await fail(owner, `${personAt('bo')}/consistency/message-none`, 'PUT', {
        resolved: true,
        reason: 'No',
      }),
    ).toMatchObject({ code: 'consistency_note_not_found' })
    await succeed(consistencyNotes, owner, at, 'PUT', { resolved: true, reason: 'Same agency text' })
    const resolved = { reason: 'Same agency text', by: { name: 'Olive Owner' }, since: 0 }
    expect(await notes('bo')).toMatchObject([
      { kind: 'message', resolved },
      { kind: 'career', resolved: null },
    ])
    // It shows on the other side as well, and where that is in another job.
    expect((await notes('ada'))[0]).toMatchObject({ kind: 'message', resolved })
    const flo = `/api/jobs/${other.jobId}/candidates/flo/consistency`
    expect((await succeed(consistencyNotes, viewer, flo)).items[0]).toMatchObject({
      kind: 'message',
      resolved,
    })
    // The careers of two people say nothing of two others.
    expect((await notes('cy')).map((each) => each.resolved)).toEqual([null, null])
    // People who come later are told of.
    const later = { seenAt: new Date(Date.now() + 60_000) }
    const gil = { fullName: 'Gil Gorse', publicIdentifier: 'gil-5', topChoiceMessage: agency }
    await save(store.database.db, other, [applicant('gil', { position: 2, ...gil })], later)
    expect((await notes('bo'))[0]).toMatchObject({ otherCount: 4, resolved: { since: 1 } })
    await succeed(consistencyNotes, owner, at, 'PUT', { resolved: false })
    expect((await notes('bo'))[0]?.resolved).toBeNull()
    expect((await notes('ada'))[0]?.resolved).toBeNull()
    // The last word counts, whichever side it was said on.
    const fromAda = `${personAt('ada')}/consistency/${note?.key}`
    await succeed(consistencyNotes, owner, fromAda, 'PUT', { resolved: true, reason: 'Asked them both' })
    expect((await notes('bo'))[0]?.resolved).toMatchObject({ reason: 'Asked them both' })
    const reversed = (await notes('ada'))[1]
    expect(reversed).toMatchObject({ kind: 'reversed', resolved: null })

    const data = JSON.stringify(await exportPerson(context, { applicationId: 'bo', jobId: teamJob.jobId }))
    expect(data).toContain('Same agency text')
    const { rows } = await store.database.pool.query(
      `select action, detail from audit_event where action like 'consistency.%' order by id`,
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'consistency.resolved',
      'consistency.reopened',
      'consistency.resolved',
    ])
    expect(JSON.stringify(rows)).not.toContain('bo')
  })
})
