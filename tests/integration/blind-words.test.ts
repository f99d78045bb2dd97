import { expect, test } from 'vitest'
import { blindAnswer } from '@/lib/contracts/blind'
import { candidatePage } from '@/lib/contracts/candidate'
import { decisionAnswer, decisionHistory } from '@/lib/contracts/decisions'
import { nextActionAnswer } from '@/lib/contracts/notes'
import { doorDesk, type Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { jobAt, opinionDesk } from './second-opinion-desk'
import { personAt, succeed } from './team-desk'

const hidden = 'Hidden during blind review.'

onEachEngine('in a blind review', (store) => {
  const desk = doorDesk(store)
  const begin = (who: Visitor) =>
    succeed(blindAnswer, who, `${jobAt}/blind`, 'PUT', {
      ...{ scope: 'job', until: 'all_decided', graduationYears: 'hidden' },
    })
  const end = (who: Visitor) => succeed(blindAnswer, who, `${jobAt}/blind?scope=job`, 'DELETE')

  test('what somebody was searched by is in no history of a decision', async () => {
    const { asker, colleague, decide } = await opinionDesk(desk, store.database)
    const byName = '?q=Nadia'
    for (const id of ['p-0', 'p-1']) await decide(asker, id, { decision: 'maybe', view: byName })
    await begin(asker)
    await succeed(decisionAnswer, colleague, `${personAt('p-1')}/decision`, 'PUT', {
      ...{ decision: 'reject', view: '?q=gardener' },
    })
    const viewsOf = async (who: Visitor, id: string) =>
      (await succeed(decisionHistory, who, `${personAt(id)}/decisions`)).items.map(({ view }) => view)
    for (const who of [asker, colleague]) {
      expect(await viewsOf(who, 'p-0')).toEqual([''])
      expect((await who.ask(personAt('p-0'))).text).not.toMatch(/nadia/i)
    }
    expect(await viewsOf(colleague, 'p-1')).toEqual(['?q=gardener', ''])
    await end(asker)
    expect(await viewsOf(colleague, 'p-1')).toEqual(['?q=gardener', byName])
  })

  test('a next action of a colleague who has the name of its reader is hidden', async () => {
    const { asker, colleague } = await opinionDesk(desk, store.database)
    const { browser: namesake } = await desk.member(asker, 'recruiter', 'namesake@example.test')
    await begin(asker)
    const text = 'Call Nadia'
    await succeed(nextActionAnswer, colleague, `${personAt('p-0')}/next-action`, 'PUT', { text })
    await succeed(nextActionAnswer, namesake, `${personAt('p-1')}/next-action`, 'PUT', { text })
    const shown = async (who: Visitor) => {
      const { marks } = await succeed(candidatePage, who, `${jobAt}/candidates?view=all`)
      return ['p-0', 'p-1'].map((id) => marks[id]?.nextAction?.text)
    }
    expect(await shown(colleague)).toEqual([text, hidden])
    expect(await shown(namesake)).toEqual([hidden, text])
  })

  test('what was written for a second opinion before it is hidden, as every note is', async () => {
    const { asker, colleague, ask, list } = await opinionDesk(desk, store.database)
    await ask(['p-0'], { note: 'Look at Nadia' })
    await begin(asker)
    const notesOf = async (who: Visitor) => (await list(who)).map(({ note }) => note)
    for (const who of [asker, colleague]) expect(await notesOf(who)).toEqual([hidden])
    await ask(['p-1'], { note: 'And this one' })
    expect(await notesOf(asker)).toEqual(['And this one', hidden])
    expect(await notesOf(colleague)).toEqual([hidden, hidden])
    await end(asker)
    expect(await notesOf(colleague)).toEqual(['And this one', 'Look at Nadia'])
  })
})
