import { beforeEach, expect, test } from 'vitest'
import { candidatePage } from '@/lib/contracts/candidate'
import { facets as facetsShape } from '@/lib/contracts/facets'
import { viewForGuest } from '@/lib/domain/guest-view'
import { parseView } from '@/lib/url/view'
import { colleague, decidedJob, decidedRef as ref, storePeople } from './deciders'
import { onEachEngine } from './engines'
import { httpDesk } from './http-desk'

const api = `/api/jobs/${decidedJob.jobId}`
const dayMs = 86_400_000
const day = (from: number) => new Date(Date.now() + from * dayMs).toISOString().slice(0, 10)

onEachEngine('a list by what is to be done next', (held) => {
  const desk = httpDesk(held)
  beforeEach(async () => {
    await storePeople(held.database, ['none', 'open', 'late', 'now', 'soon', 'far'])
    const vera = colleague(held.database, 'Vera')
    await vera.setNextAction(ref, 'late', { text: 'Call', dueOn: day(-3) })
    await vera.setNextAction(ref, 'now', { text: 'Call', dueOn: day(0) })
    await vera.setNextAction(ref, 'soon', { text: 'Call', dueOn: day(7) })
    await vera.setNextAction(ref, 'far', { text: 'Call', dueOn: day(8) })
    await vera.setNextAction(ref, 'open', { text: 'Call' })
  })
  const show = async (search: string) =>
    (await desk.read(candidatePage, `${api}/candidates${search}`)).items.map(
      ({ applicationId }) => applicationId,
    )
  const count = async (facet: string) => {
    const { facets } = await desk.read(facetsShape, `${api}/facets?facet=${facet}`)
    return Object.values(facets)
      .flatMap((values) => values ?? [])
      .map(({ value, count: people }) => [value, people])
  }

  test('each due day is in one choice, and every choice shows as many as it says', async () => {
    expect(await count('next')).toEqual([
      ['overdue', 1],
      ['today', 1],
      ['week', 1],
      ['later', 1],
      ['open', 1],
      ['none', 1],
    ])
    for (const [choice, who] of [
      ['overdue', 'late'],
      ['today', 'now'],
      ['week', 'soon'],
      ['later', 'far'],
      ['open', 'open'],
      ['none', 'none'],
    ])
      expect(await show(`?next=${choice}`)).toEqual([who])
    expect((await show('?next=overdue,today')).sort()).toEqual(['late', 'now'])
  })

  test('both ways, those due on a day come first, then those without a day, then those with nothing to do', async () => {
    expect(await show('?sort=next')).toEqual(['late', 'now', 'soon', 'far', 'open', 'none'])
    expect(await show('?sort=-next')).toEqual(['far', 'soon', 'now', 'late', 'open', 'none'])
  })

  test('pages of that order join, those without a day and with nothing to do included', async () => {
    for (const [sort, all] of [
      ['next', ['late', 'now', 'soon', 'far', 'open', 'none']],
      ['-next', ['far', 'soon', 'now', 'late', 'open', 'none']],
    ] as const) {
      const read = (cursor: string | null) =>
        desk.read(candidatePage, `${api}/candidates?sort=${sort}&limit=1${cursor ? `&cursor=${cursor}` : ''}`)
      let page = await read(null)
      const walked = [page]
      while (page.nextCursor !== null) walked.push((page = await read(page.nextCursor)))
      expect(walked.flatMap(({ items }) => items.map(({ applicationId }) => applicationId))).toEqual(all)
      const back = walked.at(-2)!
      const last = await read(walked.at(-1)!.prevCursor)
      expect(last.items).toEqual(back.items)
    }
  })

  test('the reader’s own are told from a colleague’s and from nobody’s', async () => {
    const patch = async (id: string, assignee: string) => {
      await held.database.pool.query(
        'update next_action set user_id = $1, user_name = $1 where application_id = $2',
        [assignee, id],
      )
      await held.database.pool.query('update job set responses = responses + 1')
    }
    await patch('late', 'local')
    await patch('now', 'vera')
    expect(await show('?nextfor=me')).toEqual(['late'])
    expect(await show('?nextfor=others')).toEqual(['now'])
    expect(await count('nextfor')).toEqual([
      ['me', 1],
      ['others', 1],
      ['anyone', 3],
      ['none', 1],
    ])
  })

  test('a day ends where the reader is', async () => {
    const due = async (choice: string, timeZone: string | null, time: string) => {
      const now = () => new Date(`${day(0)}T${time}Z`)
      const reader = colleague(held.database, 'Vera', { timeZone, now })
      const { items } = await reader.listCandidates(ref, parseView(`?next=${choice}`), null, 10)
      return items.map(({ applicationId }) => applicationId)
    }
    expect(await due('today', null, '23:30')).toEqual(['now'])
    expect((await due('overdue', 'Pacific/Kiritimati', '23:30')).sort()).toEqual(['late', 'now'])
    expect(await due('today', 'Etc/GMT+12', '00:30')).toEqual([])
    expect(await due('week', 'Etc/GMT+12', '00:30')).toEqual(['now'])
  })

  test('what the reader decided is told from what others did', async () => {
    await desk.call(`${api}/candidates/late/decision`, { method: 'PUT', body: { decision: 'reject' } })
    await colleague(held.database, 'Vera').decide(ref, 'now', { decision: 'shortlist' })
    expect(await show('?decided=1')).toEqual(['late'])
    expect((await show('?decided=0')).sort()).toEqual(['far', 'none', 'now', 'open', 'soon'])
    expect(await count('decided')).toEqual([
      ['1', 1],
      ['0', 5],
    ])
  })

  test('a guest can ask for none of it', () => {
    const view = parseView('?next=overdue&nextfor=me&decided=0&sort=next')
    expect(viewForGuest(view, { names: true })).toEqual(parseView(''))
  })
})
