import { expect, test, vi } from 'vitest'
import { blindAnswer } from '@/lib/contracts/blind'
import { candidatePage } from '@/lib/contracts/candidate'
import { doorDesk } from './door-desk'
import { onPostgres } from './engines'
import { applicant, store as save } from './stored-people'
import { succeed, teamJob } from './team-desk'

const job = `/api/jobs/${teamJob.jobId}`
// More than a reader waits for. Names are taken out by the same code on either engine.
const people = Array.from({ length: 1_001 }, (_, at) =>
  applicant(`p-${at}`, { position: at, fullName: `Zora Quill ${at}`, headline: 'Zora Quill' }),
)

onPostgres('a blind review of a long list', (store) => {
  const desk = doorDesk(store)

  /** Until it is let go, nobody can be stored without their name. */
  async function holdRedacting() {
    const { pool } = store.database
    await pool.query(`create function refuse_redacted() returns trigger language plpgsql
      as $$ begin raise exception 'not yet'; end $$`)
    await pool.query(`create trigger refuse_redacted before insert on blind_candidate
      for each row execute function refuse_redacted()`)
    return async () => {
      await pool.query('drop function if exists refuse_redacted() cascade')
    }
  }

  test('shows nobody and says how far it is, until everyone is without a name', async () => {
    await save(store.database.db, teamJob, people)
    const owner = await desk.owner()
    const letGo = await holdRedacting()
    try {
      await succeed(blindAnswer, owner, `${job}/blind`, 'PUT', {
        ...{ scope: 'me', until: 'decided', graduationYears: 'hidden' },
      })
      for (const path of ['candidates?view=all', 'facets', 'insights', 'export?format=csv']) {
        const answer = await owner.ask(`${job}/${path}`)
        expect([path, answer.status]).toEqual([path, 503])
        expect(answer.json).toMatchObject({ code: 'blind_preparing' })
        expect(answer.headers.get('retry-after')).toBe('2')
        expect(answer.text).toContain('0 of 1,001')
        expect(answer.text).not.toMatch(/zora|quill/i)
      }
    } finally {
      await letGo()
    }
    const list = () => succeed(candidatePage, owner, `${job}/candidates?view=all&limit=200`)
    const { items, counts } = await vi.waitFor(list, { timeout: 100_000, interval: 250 })
    expect(counts).toMatchObject({ matched: 1_001, stored: 1_001 })
    expect(items.every(({ veiled }) => veiled)).toBe(true)
    expect(JSON.stringify(items)).not.toMatch(/zora|quill/i)
  })
})
