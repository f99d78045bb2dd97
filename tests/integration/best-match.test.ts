import { expect, test } from 'vitest'
import { BadCursorError, candidateIndex, pageCandidates } from '@/lib/server/candidates/store/candidate-pages'
import { parseView } from '@/lib/url/view'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'

const key = { account: 'main', jobId: '4100000009', reader: 'local' }
const years = { dateRange: '1/2009 - 12/2012' }
const today = { dateRange: '1/2020 - Present' }

// In the provider's order the best fit comes last.
const people = [
  applicant('school', {
    fullName: 'Sam School',
    education: [{ school: 'Baker College', degree: null, field: null, dateRange: null }],
  }),
  applicant('told', {
    fullName: 'Tia Told',
    experiences: [{ title: 'Cook', ...years, description: 'As a baker' }],
  }),
  applicant('past', { fullName: 'Pat Past', experiences: [{ title: 'Baker', ...years }] }),
  applicant('message', { fullName: 'Mo Message', topChoiceMessage: 'I am a baker at heart.' }),
  applicant('now', { fullName: 'Nia Now', experiences: [{ title: 'Head baker', ...today }] }),
  applicant('headline', { fullName: 'Hal Headline', headline: 'Baker and teacher' }),
  applicant('named', { fullName: 'Ned Baker' }),
  applicant('nobody', { fullName: 'Nat Nobody', headline: 'Teacher' }),
].map((row, position) => ({ ...row, position }))

onEachEngine('the order by fit to a search', (store) => {
  const read = async (search: string, cursor?: string, limit = 50) => {
    const start = cursor === undefined ? null : { cursor }
    const page = await pageCandidates(store.database.db, key, { view: parseView(search), start, limit })
    return { ...page, ids: page.items.map(({ applicationId }) => applicationId) }
  }

  test('a name or headline comes before a current job, that before an old one, and descriptions last', async () => {
    await save(store.database.db, key, people)
    const { ids } = await read('?q=baker&sort=match')
    expect(ids).toEqual(['headline', 'named', 'now', 'past', 'message', 'school', 'told'])
    expect((await read('?q=baker&sort=-match')).ids.slice(0, 2)).toEqual(['school', 'told'])
  })

  test('each word of a search counts', async () => {
    await save(store.database.db, key, people)
    await save(store.database.db, key, [
      applicant('both', { fullName: 'Bea Both', headline: 'Baker, Teacher', position: 40 }),
      applicant('half', {
        fullName: 'Hedy Half',
        headline: 'Teacher',
        experiences: [{ title: 'Baker', ...years }],
        position: 20,
      }),
    ])
    expect((await read('?q=teacher baker&sort=match')).ids).toEqual(['headline', 'both', 'half'])
  })

  test('whoever lives in the city that is searched for, under any of its names, comes first', async () => {
    await save(store.database.db, key, [
      applicant('was', { fullName: 'Was There', experiences: [{ company: 'Vienna Mills', ...years }] }),
      applicant('lives', { fullName: 'Lives There', location: 'Wien, Österreich' }),
    ])
    expect((await read('?q=vienna&sort=match')).ids).toEqual(['lives', 'was'])
  })

  test('pages go on where the last one ended, and the cursor belongs to its search', async () => {
    await save(store.database.db, key, people)
    const whole = (await read('?q=baker&sort=match')).ids
    const first = await read('?q=baker&sort=match', undefined, 3)
    const second = await read('?q=baker&sort=match', first.nextCursor ?? '', 50)
    expect([...first.ids, ...second.ids]).toEqual(whole)
    await expect(read('?q=teacher&sort=match', first.nextCursor ?? '')).rejects.toThrow(BadCursorError)
    expect(await candidateIndex(store.database.db, key, parseView('?q=baker&sort=match'), 'past')).toBe(3)
  })

  test('without a search it is the provider’s order', async () => {
    await save(store.database.db, key, people)
    expect((await read('?sort=match')).ids).toEqual(people.map(({ person }) => person.applicationId))
  })
})
