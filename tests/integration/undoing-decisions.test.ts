import { describe, expect, test } from 'vitest'
import type { Decision } from '@/lib/contracts/decision-words'
import { colleague, decidedRef as ref, storePeople } from './deciders'
import { decisionDesk, refused } from './decision-desk'
import { onEachEngine } from './engines'

onEachEngine('decisions', (held) => {
  const { as, sql, marksOf, decisionOf, standing } = decisionDesk(held)

  describe('undone', () => {
    const decide = (id: string, decision: Decision | null, who = as().rita) =>
      who.decide(ref, id, { decision })

    test('everything is as it was: whose decision, why, when', async () => {
      await as().bob.decide(ref, 'ada', { decision: 'shortlist', reason: 'Great letter', shownMs: 10 })
      const before = await decisionOf('ada')
      const bulk = await as().rita.decideMany(ref, { decision: 'reject', view: '', overrule: true })
      const undo = await as().rita.undoDecision(ref, bulk.changeId!)
      expect(undo).toMatchObject({ restored: 4, leftAlone: 0, missing: 0 })
      expect(await decisionOf('ada')).toEqual(before)
      expect(await standing()).toMatchObject({ ada: 'shortlist' })
      expect(await decisionOf('bo')).toBeNull()
    })

    test('an undo is undone, any number of times', async () => {
      const bulk = await as().rita.decideMany(ref, { decision: 'maybe', view: '' })
      const after = await marksOf()
      let { changeId } = bulk
      for (const stands of [false, true, false, true]) {
        changeId = (await as().rita.undoDecision(ref, changeId!)).changeId
        expect(await standing()).toEqual(
          stands ? { ada: 'maybe', bo: 'maybe', cy: 'maybe', dee: 'maybe' } : {},
        )
      }
      expect(await marksOf()).toEqual(after)
      // And the step itself once more.
      expect(await as().rita.undoDecision(ref, bulk.changeId!)).toMatchObject({ restored: 4 })
      expect(await standing()).toEqual({})
    })

    test('any number of steps, one after the other', async () => {
      const steps = []
      for (const each of ['shortlist', 'reject', null, 'maybe'] as const) {
        steps.push((await decide('ada', each)).changeId!)
      }
      const seen = []
      for (const step of steps.toReversed()) {
        expect(await as().rita.undoDecision(ref, step)).toMatchObject({ restored: 1, leftAlone: 0 })
        seen.push((await decisionOf('ada'))?.decision ?? null)
      }
      expect(seen).toEqual([null, 'reject', 'shortlist', null])
    })

    test('whom a colleague decided about since is left alone, also where it looks the same', async () => {
      const { changeId } = await as().rita.decideMany(ref, { decision: 'reject', view: '' })
      await decide('ada', 'shortlist', as().bob)
      // Taken back and rejected again: a decision of its own.
      await decide('bo', null, as().bob)
      await decide('bo', 'reject', as().bob)
      // Taken back: nothing stands, and that is the colleague's word.
      await decide('cy', null, as().bob)
      expect(await as().rita.undoDecision(ref, changeId!)).toMatchObject({ restored: 1, leftAlone: 3 })
      expect(await standing()).toEqual({ ada: 'shortlist', bo: 'reject' })
    })

    test('a taken-back decision that a colleague changed and undid can still be brought back', async () => {
      await decide('ada', 'shortlist')
      const { changeId } = await decide('ada', null)
      const theirs = await decide('ada', 'reject', as().bob)
      expect(await as().rita.undoDecision(ref, changeId!)).toMatchObject({ restored: 0, leftAlone: 1 })
      await as().bob.undoDecision(ref, theirs.changeId!)
      expect(await as().rita.undoDecision(ref, changeId!)).toMatchObject({ restored: 1, leftAlone: 0 })
      expect(await standing()).toEqual({ ada: 'shortlist' })
    })

    test('sent twice it is done once, and answers the same', async () => {
      const { changeId } = await as().rita.decideMany(ref, { decision: 'reject', view: '' })
      const first = await as().rita.undoDecision(ref, changeId!)
      expect(await as().rita.undoDecision(ref, changeId!)).toEqual(first)
      expect(await sql('select 1 from decision_step')).toHaveLength(2)
    })

    test('who was erased since is told as missing', async () => {
      const { changeId } = await as().rita.decideMany(ref, { decision: 'reject', view: '' })
      const owner = colleague(held.database, 'Olga', { role: 'owner' })
      await owner.erasePerson({ applicationId: 'ada' })
      expect(await as().rita.undoDecision(ref, changeId!)).toMatchObject({ restored: 3, missing: 1 })
      expect(await sql(`select 1 from decision_change where application_id = 'ada'`)).toEqual([])
    })

    test('a step of another job, or none, is not found', async () => {
      const other = { account: 'main', jobId: '4100000009' }
      await storePeople(held.database, ['zoe'], other)
      const { changeId } = await as().rita.decide({ ...other, account: null }, 'zoe', { decision: 'maybe' })
      for (const id of [changeId!, 'none']) {
        expect((await refused(as().rita.undoDecision(ref, id))).code).toBe('decision_not_found')
      }
    })
  })
})
