import { expect, test } from 'vitest'
import { blindAnswer } from '@/lib/contracts/blind'
import { candidatePage } from '@/lib/contracts/candidate'
import { nextAnswer } from '@/lib/contracts/triage'
import { doorDesk, type Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { jobAt, opinionDesk } from './second-opinion-desk'
import { succeed } from './team-desk'

const secrets = /nadia|quorvane/i

onEachEngine('a second opinion in a blind review', (store) => {
  const desk = doorDesk(store)
  const begin = (who: Visitor, scope: 'me' | 'job', until = 'decided') =>
    succeed(blindAnswer, who, `${jobAt}/blind`, 'PUT', { scope, until, graduationYears: 'hidden' })
  const named = async (who: Visitor) => {
    const { items } = await succeed(candidatePage, who, `${jobAt}/candidates?view=all`)
    return items.filter(({ veiled }) => !veiled).map(({ applicationId }) => applicationId)
  }

  test('a decision that is withheld does not show a name to the colleague, and their choice does', async () => {
    const { asker, colleague, ask, at, choose, decide } = await opinionDesk(desk, store.database)
    await begin(asker, 'job')
    const { id } = await ask(['p-0', 'p-1'])
    await decide(asker, 'p-0', { decision: 'reject', comment: 'Told Nadia so' })
    expect(await named(asker)).toEqual(['p-0'])
    expect(await named(colleague)).toEqual([])
    for (const path of [at(id), `${jobAt}/second-opinions`, `${jobAt}/candidates/p-0`, '/api/inbox']) {
      const answer = await colleague.ask(path)
      expect([path, answer.status]).toEqual([path, 200])
      expect(answer.text).not.toMatch(secrets)
    }
    const next = await succeed(nextAnswer, colleague, `${jobAt}/triage/next`, 'POST', {
      ...{ holder: 'tab-of-tests', view: '', count: 3, keep: [] },
    })
    expect(JSON.stringify(next)).not.toMatch(secrets)
    await choose(id, 'p-0', 'maybe', 'Would hear more')
    expect(await named(colleague)).toEqual(['p-0'])
    // The asker has not decided on the other one: a choice is an opinion, and reveals nobody.
    await choose(id, 'p-1', 'shortlist')
    expect(await named(colleague)).toEqual(['p-0'])
    expect(await named(asker)).toEqual(['p-0'])
  })

  test('all decided counts what its reader may know', async () => {
    const { asker, colleague, ask, choose, decide } = await opinionDesk(desk, store.database)
    const { id } = await ask(['p-0'])
    await begin(colleague, 'me', 'all_decided')
    for (const each of ['p-0', 'p-1', 'p-2', 'p-3', 'p-4', 'p-5'])
      await decide(asker, each, { decision: 'maybe' })
    expect(await named(colleague)).toEqual([])
    await choose(id, 'p-0', 'reject')
    expect(await named(colleague)).toHaveLength(6)
  })
})
