import { getTableName } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { personTables } from '@/lib/server/db/person-tables'
import { shadowText, type Shadow } from '@/lib/server/db/shadowed-store'
import { blindShadows } from '@/lib/server/reviews/store/blind-shadows'

const shadows: Shadow[] = [
  { table: 'candidate', rows: 'select 1', inWrites: true },
  { table: 'note', rows: 'select 2', inWrites: false },
]
const candidate = '"candidate" as not materialized (select 1)'
const note = '"note" as not materialized (select 2)'

describe('a statement for a blind reader', () => {
  test.each([
    ['select 1 from "job"', 'select 1 from "job"'],
    ['select 1 from "candidate_tag"', 'select 1 from "candidate_tag"'],
    ['select 1 from "candidate" c', `with ${candidate} select 1 from "candidate" c`],
    [
      'with a as (select 1 from note) select 1 from candidate, a',
      `with ${candidate}, ${note}, a as (select 1 from note) select 1 from candidate, a`,
    ],
    ['(select 1 from "note") union select 2', `with ${note} (select 1 from "note") union select 2`],
    // What is written is read as it is, but for who it is about.
    [
      'insert into "note" select 1 from "candidate"',
      `with ${candidate} insert into "note" select 1 from "candidate"`,
    ],
    [
      'select 1 from "candidate" c, "note" for key share of c',
      `with ${candidate} select 1 from "candidate" c, "note"`,
    ],
    [
      'select 1 from candidate for no key update of "candidate" skip locked',
      `with ${candidate} select 1 from candidate`,
    ],
  ])('%s', (text, expected) => expect(shadowText(text, shadows)).toBe(expected))

  test.each(['with recursive a as (select 1) select 1 from candidate, a', 'lock table "candidate"'])(
    'is refused where it cannot be changed: %s',
    (text) => expect(() => shadowText(text, shadows)).toThrow('cannot be asked for a blind reader'),
  )
})

test('every table about a person is shadowed, or says nothing of them', () => {
  const silent = [
    'visit_seen',
    'share_person',
    'guest_candidate',
    'suggestion',
    'opening',
    'candidate_tag',
    'claim',
    'applicant_notice',
    'blind_reveal',
    'blind_candidate',
  ]
  const veil = {
    account: 'a',
    jobId: '1',
    until: ['decided' as const],
    hidesYears: true,
    startedAt: new Date(0),
    criteria: null,
  }
  const shadowed = blindShadows('r', [veil]).map(({ table }) => table)
  const named = personTables.map(({ table }) => getTableName(table))
  const others = ['candidate', 'note_version', 'decision_step', 'second_opinion']
  expect([...shadowed, ...silent].toSorted()).toEqual([...named, ...others].toSorted())
})
