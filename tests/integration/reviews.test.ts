import { beforeEach, expect, test } from 'vitest'
import { candidateDetail, candidateHistory, candidatePage } from '@/lib/contracts/candidate'
import {
  decisionAnswer,
  decisionHistory,
  type DecisionReason,
  openedAnswer,
  reasonSettings,
  suggestionAnswer,
} from '@/lib/contracts/decisions'
import { job } from '@/lib/contracts/job'
import { colleague, decidedJob, decidedRef as ref, storePeople } from './deciders'
import { onEachEngine } from './engines'
import { httpDesk } from './http-desk'

const api = `/api/jobs/${decidedJob.jobId}/candidates`

onEachEngine('what a team does about applicants', (held) => {
  const desk = httpDesk(held)
  const sql = async <T>(text: string) => (await held.database.pool.query(text)).rows as T[]
  beforeEach(async () => {
    await storePeople(held.database, ['ada', 'bo'])
  })
  const put = (path: string, body: object) => ({ path, sent: { method: 'PUT' as const, body } })
  const decide = (id: string, body: object) => {
    const { path, sent } = put(`${api}/${id}/decision`, body)
    return desk.read(decisionAnswer, path, sent)
  }
  const marks = async () => (await desk.read(candidatePage, api)).marks
  const open = (id: string, body: object = {}) =>
    desk.read(openedAnswer, `${api}/${id}/opened`, { method: 'POST', body })

  test('the history tells every decision, newest first, with how it came about', async () => {
    await decide('ada', { decision: 'reject', reason: 'Too far', view: '?q=x', via: 'list' })
    const second = await decide('ada', { decision: 'shortlist', shownMs: 1_500 })
    await desk.call(`/api/jobs/${decidedJob.jobId}/decisions/${second.changeId}`, { method: 'DELETE' })
    const { items } = await desk.read(decisionHistory, `${api}/ada/decisions`)
    expect(items).toMatchObject([
      { kind: 'undo', from: 'shortlist', to: 'reject', comment: 'Too far' },
      { kind: 'one', from: 'reject', to: 'shortlist', shownMs: 1_500, opened: true },
      { kind: 'one', from: null, to: 'reject', comment: 'Too far', view: '?q=x', opened: false },
    ])
    expect((await desk.read(candidateDetail, `${api}/ada`)).decisions).toEqual(items)
    expect((await desk.read(candidateHistory, `${api}/ada?part=history`)).decisions).toEqual(items)
    expect((await desk.read(decisionHistory, `${api}/bo/decisions`)).items).toEqual([])
    expect(await desk.refusal(`${api}/nobody/decisions`)).toMatchObject({ code: 'candidate_not_found' })
  })

  test('who opened somebody is noted at once, and how long they looked is added up', async () => {
    const { openedAt } = await open('ada')
    expect((await marks())['ada']).toEqual({ openedAt })
    const before = await sql('select responses from job')
    await open('ada', { shownMs: 1_000 })
    await open('ada', { shownMs: 250 })
    expect(await sql('select responses from job')).toEqual(before)
    expect(await sql('select shown_ms::int as ms from opening')).toEqual([{ ms: 1_250 }])
    // A time that is told first is an opening too.
    await open('bo', { shownMs: 70 })
    expect(Object.keys(await marks())).toEqual(['ada', 'bo'])
    const vera = colleague(held.database, 'Vera', { role: 'viewer' })
    await vera.noteOpened(ref, 'bo', {})
    expect((await marks())['bo']).toMatchObject({ openedByOthers: true })
    const refusal = await desk.refusal(`${api}/nobody/opened`, { method: 'POST', body: {} })
    expect(refusal).toMatchObject({ status: 404, code: 'candidate_not_found' })
    await sql(`update candidate set erased = true where application_id = 'bo'`)
    await sql('delete from opening')
    const erased = await desk.refusal(`${api}/bo/opened`, { method: 'POST', body: {} })
    expect(erased).toMatchObject({ status: 410, code: 'candidate_erased' })
  })

  test('a job tells how many were decided about, and how many of these nobody had opened', async () => {
    await decide('ada', { decision: 'reject', shownMs: 900 })
    await decide('bo', { decision: 'maybe' })
    await sql(`update candidate set rating_rank = 4 where application_id = 'bo'`)
    const shown = await desk.read(job, `/api/jobs/${decidedJob.jobId}`)
    expect(shown.decided).toEqual({
      ...{ shortlist: 0, maybe: 1, reject: 1, undecided: 0, unopened: 1, notAFit: 1 },
    })
    const listed = await desk.read(candidatePage, `${api}?decision=shortlist,maybe,reject&opened=nobody`)
    expect(listed.items.map(({ applicationId }) => applicationId)).toEqual(['bo'])
  })

  test('a viewer suggests, changes their mind, and decides nothing', async () => {
    const vera = colleague(held.database, 'Vera', { role: 'viewer' })
    await vera.suggest(ref, 'ada', { decision: 'reject' })
    const { suggestions } = await vera.suggest(ref, 'ada', { decision: 'shortlist' })
    expect(suggestions).toEqual([{ decision: 'shortlist', by: { id: 'vera', name: 'Vera' } }])
    expect(await marks()).toEqual({ ada: { suggestions } })
    await vera.suggest(ref, 'ada', { decision: null })
    expect(await marks()).toEqual({})
    const { path, sent } = put(`${api}/nobody/suggestion`, { decision: 'maybe' })
    expect(await desk.refusal(path, sent)).toMatchObject({ code: 'candidate_not_found' })
    const own = put(`${api}/ada/suggestion`, { decision: 'maybe' })
    const answer = await desk.read(suggestionAnswer, own.path, own.sent)
    expect(answer.suggestions).toMatchObject([{ decision: 'maybe' }])
  })

  test('the same person in another job comes with what was decided and noted there', async () => {
    const other = { account: 'main', jobId: '4100000009' }
    await storePeople(held.database, ['ada'], other)
    const rita = colleague(held.database, 'Rita')
    await rita.decide({ ...other, account: null }, 'ada', { decision: 'reject', reason: 'Too far' })
    await sql(`insert into note (id, account, job_id, application_id, body, by, by_name, by_folded)
      values ('n1', 'main', '${other.jobId}', 'ada', 'Would move in May', 'rita', 'Rita', 'rita')`)
    const { otherApplications } = await desk.read(candidateHistory, `${api}/ada?part=history`)
    expect(otherApplications).toMatchObject([
      { jobId: other.jobId, note: 'Would move in May', decision: { decision: 'reject', comment: 'Too far' } },
    ])
  })

  test('erasing and deleting take decisions, suggestions and openings along; an export tells them', async () => {
    const olga = colleague(held.database, 'Olga', { role: 'owner' })
    await decide('ada', { decision: 'reject', reason: 'Too far' })
    await decide('bo', { decision: 'maybe' })
    await olga.suggest(ref, 'ada', { decision: 'maybe' })
    await olga.noteOpened(ref, 'ada', {})
    const file = JSON.stringify(await olga.exportPerson({ applicationId: 'ada' }))
    expect(file).toContain('Too far')
    await olga.erasePerson({ applicationId: 'ada' })
    const about = async (id: string) => {
      const tables = ['decision', 'decision_change', 'suggestion', 'opening']
      const rows = await Promise.all(
        tables.map((name) => sql(`select 1 from ${name} where application_id = '${id}'`)),
      )
      return rows.map((each) => each.length)
    }
    expect(await about('ada')).toEqual([0, 0, 0, 0])
    expect(await about('bo')).toEqual([1, 1, 0, 0])
    await olga.deleteJob(ref)
    expect(await about('bo')).toEqual([0, 0, 0, 0])
    expect(await sql('select 1 from decision_step')).toEqual([])
  })
})

onEachEngine('the team’s reasons', (held) => {
  const desk = httpDesk(held)
  const reason = (id: string, label: string): DecisionReason => ({
    ...{ id, label, definition: '', decision: null },
  })
  const save = (labels: DecisionReason[], neededForReject = false) =>
    desk.read(reasonSettings, '/api/reasons', { method: 'PUT', body: { reasons: labels, neededForReject } })
  beforeEach(async () => {
    await storePeople(held.database, ['ada'])
  })

  test('are saved as a list: new, renamed, in another order, and no longer offered', async () => {
    const first = await save([reason('', 'Too far '), reason('', 'Missing skill')], true)
    expect(first).toMatchObject({
      reasons: [{ label: 'Too far' }, { label: 'Missing skill' }],
      neededForReject: true,
    })
    const [far, skill] = first.reasons
    const second = await save([skill!, { ...far!, label: 'Too far away' }])
    expect(second.reasons.map(({ id, label }) => [id, label])).toEqual([
      [skill!.id, 'Missing skill'],
      [far!.id, 'Too far away'],
    ])
    expect((await save([skill!])).reasons).toHaveLength(1)
    // Offered again, it is the one that decisions name already.
    expect((await save([skill!, reason('', 'too FAR away')])).reasons[1]?.id).toBe(far!.id)
    expect(await desk.read(reasonSettings, '/api/reasons')).toMatchObject({ neededForReject: false })
  })

  test('one without a name, and two of one name, are refused', async () => {
    for (const reasons of [[reason('', ' \u202e ')], [reason('a', 'One'), reason('b', ' oNe')]]) {
      const body = { reasons, neededForReject: false }
      const refusal = await desk.refusal('/api/reasons', { method: 'PUT', body })
      expect(refusal).toMatchObject({ status: 400, code: 'invalid_body' })
    }
  })

  test('one that is removed stays with its decisions; one that is renamed shows its new name there', async () => {
    const { reasons } = await save([reason('', 'Too far')])
    const id = reasons[0]!.id
    await desk.read(decisionAnswer, `${api}/ada/decision`, {
      method: 'PUT',
      body: { decision: 'reject', reason: id },
    })
    const shown = async () => (await desk.read(candidatePage, api)).marks['ada']?.decision?.reason?.label
    expect(await shown()).toBe('Too far')
    await save([{ ...reasons[0]!, label: 'Too far away' }])
    expect(await shown()).toBe('Too far away')
    await save([])
    expect(await shown()).toBe('Too far away')
    const refusal = await desk.refusal(`${api}/ada/decision`, {
      method: 'PUT',
      body: { decision: 'shortlist', reason: id },
    })
    expect(refusal).toMatchObject({ status: 422, code: 'reason_gone' })
  })

  test('a viewer reads them and changes none', async () => {
    const vera = colleague(held.database, 'Vera', { role: 'viewer' })
    expect((await vera.listReasons()).reasons).toEqual([])
    expect(() => vera.saveReasons({ reasons: [], neededForReject: true })).toThrow()
  })
})
