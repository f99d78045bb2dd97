import { expect, test } from 'vitest'
import type { NextAnswer, TriagePerson } from '@/lib/contracts/triage'
import { unreadablePerson } from '@/lib/domain/unreadable-person'
import {
  beginPass,
  countLeft,
  countMade,
  currentId,
  decideInPass,
  goTo,
  learnMarks,
  moveBack,
  moveOn,
  neededIds,
  type Pass,
  passOver,
  receive,
  reopen,
  skipInPass,
} from '@/lib/domain/triage-pass'

const person = (id: string): TriagePerson => ({
  candidate: {
    ...unreadablePerson(id),
    position: 0,
    firstSeenAt: '2026-04-02T10:00:00.000Z',
    goneAt: null,
  },
  mark: {},
  changes: [],
  responses: [],
  otherApplications: [],
  decisions: [],
})
const answer = (ids: string[], left: number, more: Partial<NextAnswer> = {}): NextAnswer => ({
  people: ids.map(person),
  lost: [],
  queue: [],
  counts: { people: 10, left },
  heldBy: [],
  ...more,
})
const begun = () => receive(beginPass(null, false), answer(['a', 'b', 'c', 'd'], 6))

test('begins with the first who is given, and counts those ahead as left', () => {
  const pass = begun()
  expect(currentId(pass)).toBe('a')
  expect(pass.ahead).toEqual(['b', 'c', 'd'])
  expect(neededIds(pass)).toEqual(['a', 'b', 'c', 'd'])
  expect(countLeft(pass)).toBe(10)
})

test('deciding shows the next at once, and one less is left', () => {
  const pass = decideInPass(begun(), 'reject')
  expect(currentId(pass)).toBe('b')
  expect(neededIds(pass)).toEqual(['b', 'c', 'd'])
  expect(countLeft(pass)).toBe(9)
  expect(countMade(pass)).toEqual({ shortlist: 0, maybe: 0, reject: 1, total: 1 })
})

test('back and on go through those shown before; deciding goes on to whoever is open', () => {
  let pass = decideInPass(moveOn(begun()), 'maybe')
  expect([pass.trail, currentId(pass)]).toEqual([['a', 'b', 'c'], 'c'])
  pass = moveBack(moveBack(pass))
  expect(currentId(pass)).toBe('a')
  expect(currentId(moveBack(pass))).toBe('a')
  expect(currentId(moveOn(pass))).toBe('b')
  // Past the one who is decided about.
  expect(currentId(decideInPass(pass, 'reject'))).toBe('c')
})

test('whoever is put off comes back when they are given again, and stands in the trail once', () => {
  let pass = skipInPass(begun())
  expect([currentId(pass), pass.skipped]).toEqual(['b', ['a']])
  for (let at = 0; at < 3; at += 1) pass = decideInPass(pass, 'reject')
  expect(currentId(pass)).toBeNull()
  pass = receive(pass, answer(['a'], 0))
  expect([currentId(pass), pass.skipped, pass.trail]).toEqual(['a', [], ['b', 'c', 'd', 'a']])
  // They stand where the view has them: the place to go on from stays.
  expect(pass.after).toBe('d')
})

test('an undone decision brings its person back, open', () => {
  const pass = reopen(decideInPass(begun(), 'reject'), 'a')
  expect([currentId(pass), countMade(pass).total, countLeft(pass)]).toEqual(['a', 0, 10])
})

test('whom somebody else has by now is no longer ahead; on screen, it is said', () => {
  const by = { id: 'ana', name: 'Ana Example' }
  const lost = (id: string) => ({ lost: [{ applicationId: id, by }] })
  const ahead = receive(begun(), answer(['e'], 5, lost('b')))
  expect([ahead.ahead, ahead.lost]).toEqual([['c', 'd', 'e'], {}])
  const shown = receive(begun(), answer([], 5, lost('a')))
  expect([currentId(shown), shown.lost]).toEqual(['a', { a: by }])
  expect([currentId(passOver(shown)), passOver(shown).trail]).toEqual(['b', ['b']])
  expect(goTo(shown, 'a').lost).toEqual({})
})

test('somebody who is given is open, whatever was decided about them in this tab', () => {
  const pass: Pass = { ...beginPass(null, false), made: { a: 'reject', z: 'maybe' } }
  expect(receive(pass, answer(['a'], 0)).made).toEqual({ z: 'maybe' })
})

test('in a second look, whoever has a decision is open until another is made', () => {
  const maybe = { ...person('a'), mark: { decision: { decision: 'maybe' as const } } } as TriagePerson
  const pass = receive(beginPass(null, true), { ...answer([], 0), people: [maybe, person('b')] })
  expect(countLeft(pass)).toBe(2)
  expect(countLeft(decideInPass(pass, 'maybe'))).toBe(1)
})

test('whoever a colleague decided about is not shown next; who is on screen stays; a second look leaves out nobody', () => {
  const decision = {
    ...{ decision: 'reject' as const, reason: null, comment: null, by: { id: 'ben', name: 'Ben' } },
    ...{ at: '2026-04-02T10:00:00.000Z', changeId: 's-1', opened: false },
  }
  const marks = { a: { decision }, c: { decision }, nobody: { decision } }
  const pass = learnMarks(begun(), marks)
  expect([currentId(pass), pass.ahead]).toEqual(['a', ['b', 'd']])
  expect(pass.people.a?.mark.decision).toEqual(decision)
  // Of the ten: a and c.
  expect(countLeft(pass)).toBe(8)
  expect(learnMarks({ ...begun(), secondLook: true }, marks).ahead).toEqual(['b', 'c', 'd'])
})
