import { expect, test } from 'vitest'
import { savedView, savedViewList } from '@/lib/contracts/saved-views'
import { colleague, decidedJob, decidedRef, storePeople } from './deciders'
import { onEachEngine } from './engines'

const ids = ['a-1', 'a-2', 'a-3']

onEachEngine('saved views', (store) => {
  const team = () => ({
    rita: colleague(store.database, 'Rita'),
    ben: colleague(store.database, 'Ben'),
    vera: colleague(store.database, 'Vera', { role: 'viewer' }),
  })
  const list = async (who: ReturnType<typeof colleague>, counted = false) =>
    savedViewList.parse(await who.listSavedViews(decidedRef, { counted })).items

  test('are the team’s or one’s own, with a count each', async () => {
    await storePeople(store.database, ids)
    const { rita, ben } = team()
    await rita.decide(decidedRef, 'a-1', { decision: 'shortlist' })
    const own = savedView.parse(await rita.saveView(decidedRef, { name: ' Mine ', query: '?decision=none' }))
    await rita.saveView(decidedRef, { name: 'Ours', query: 'decision=shortlist', team: true })
    expect(await list(rita, true)).toMatchObject([
      { name: 'Mine', query: 'decision=none', team: false, count: 2, editable: true },
      { name: 'Ours', team: true, count: 1, owner: { id: 'rita', name: 'Rita' } },
    ])
    expect(await list(ben)).toMatchObject([{ name: 'Ours', count: null, editable: true }])
    await expect(ben.patchView(own.id, { name: 'His' })).rejects.toMatchObject({ code: 'view_not_found' })
    await expect(ben.deleteView(own.id)).rejects.toMatchObject({ code: 'view_not_found' })
  })

  test('of the team are changed by those who decide; anybody may have their own', async () => {
    await storePeople(store.database, ids)
    const { rita, ben, vera } = team()
    const ours = await rita.saveView(decidedRef, { name: 'Ours', query: '', team: true })
    expect(await ben.patchView(ours.id, { name: 'Everyone’s', query: 'q=x' })).toMatchObject({
      name: 'Everyone’s',
      query: 'q=x',
    })
    expect(await list(vera)).toMatchObject([{ editable: false }])
    const hers = await vera.saveView(decidedRef, { name: 'Hers', query: '' })
    await expect(ben.patchView(ours.id, { team: false })).rejects.toMatchObject({ code: 'invalid_body' })
    await expect(rita.saveView(decidedRef, { name: '\u202e ', query: '' })).rejects.toMatchObject({
      code: 'invalid_body',
    })
    expect(await vera.deleteView(hers.id)).toEqual({ done: true })
    await ben.deleteView(ours.id)
    expect(await list(rita)).toEqual([])
  })

  test('have one default of the team, and one of each member', async () => {
    await storePeople(store.database, ids)
    const { rita, vera } = team()
    const [first, second] = [
      await rita.saveView(decidedRef, { name: 'First', query: '', team: true }),
      await rita.saveView(decidedRef, { name: 'Second', query: '', team: true }),
    ]
    await rita.patchView(first.id, { teamDefault: true })
    await rita.patchView(second.id, { teamDefault: true })
    await vera.patchView(first.id, { myDefault: true })
    expect(await list(rita)).toMatchObject([
      { teamDefault: false, myDefault: false },
      { teamDefault: true, myDefault: false },
    ])
    expect(await list(vera)).toMatchObject([{ myDefault: true }, { teamDefault: true, myDefault: false }])
    await vera.patchView(first.id, { myDefault: false })
    await rita.patchView(second.id, { team: false })
    expect(await list(rita)).toMatchObject([{}, { team: false, teamDefault: false }])
    const own = await rita.saveView(decidedRef, { name: 'Own', query: '' })
    await expect(rita.patchView(own.id, { teamDefault: true })).rejects.toMatchObject({
      code: 'invalid_body',
    })
  })

  test('keep filters that are not understood any more, and say which', async () => {
    await storePeople(store.database, ids)
    const { rita } = team()
    const query = 'rating=GOOD_FIT,SPLENDID&mood=sunny&sort=-charm,years'
    const { id } = await rita.saveView(decidedRef, { name: 'Old', query })
    const unread = [
      { key: 'rating', value: 'SPLENDID' },
      { key: 'mood', value: 'sunny' },
      { key: 'sort', value: '-charm' },
    ]
    expect(await list(rita)).toMatchObject([{ query, unread }])
    expect(await rita.patchView(id, { name: 'Older', myDefault: true })).toMatchObject({ query, unread })
    expect(await rita.patchView(id, { query: 'rating=GOOD_FIT' })).toMatchObject({ unread: [] })
  })

  test('tell those who look at the job that they changed, and go with it', async () => {
    await storePeople(store.database, ids)
    const { rita } = team()
    const { id } = await rita.saveView(decidedRef, { name: 'One', query: '' })
    await rita.patchView(id, { name: 'Two' })
    await rita.deleteView(id)
    const { pool } = store.database
    const { rows } = await pool.query(`select by from job_event where kind = 'views' and job_id = $1`, [
      decidedJob.jobId,
    ])
    expect(rows).toEqual([{ by: 'rita' }, { by: 'rita' }, { by: 'rita' }])
  })
})
