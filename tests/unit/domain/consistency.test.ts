import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '@/lib/contracts/candidate'
import { readCareer } from '@/lib/domain/career'
import {
  comparedText,
  dateFindings,
  hasOtherName,
  type Identity,
  isNoted,
  isSomebodyElse,
  minComparedLength,
  sharedFindings,
} from '@/lib/domain/consistency'
import { findingSummary, shownText } from '@/lib/domain/consistency-words'
import { readDateRange, readReversedRange } from '@/lib/domain/date-range'
import { unreadablePerson } from '@/lib/domain/unreadable-person'

type Job = { title?: string | null; company?: string | null; dateRange?: string; description?: string }

const person = (jobs: Job[], rest: Partial<Person> = {}): Person => ({
  ...unreadablePerson('a'),
  unreadable: false,
  ...readCareer(
    jobs.map(({ title = 'Gardener', company = 'Tallow & Finch', dateRange, description }) => ({
      ...{ title, company, companyUrl: null },
      ...{ dateRange: dateRange ?? null, description: description ?? null },
    })),
    { y: 2026, m: 4 },
  ),
  ...rest,
})
const now = new Date('2026-04-20T10:00:00.000Z')
const long = 'I have grown roses on three continents and would love to grow yours. '.repeat(3)
const of = (kind: string, who: Person) =>
  sharedFindings(who).flatMap((each) => (each.kind === kind ? [each.compared] : []))

describe('texts are compared word for word', () => {
  test('upper and lower case and white space aside, and nothing else', () => {
    expect(comparedText('  Led\u00a0a\n\nTEAM ')).toBe('led a team')
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z.,]{1,8}$/), { minLength: 1 }), (words) => {
        const text = comparedText(words.join(' '))
        expect(comparedText(words.join(' \n\t ').toUpperCase())).toBe(text)
        expect(comparedText(text)).toBe(text)
        expect(comparedText(`${words.join(' ')}x`)).not.toBe(text)
      }),
    )
  })

  test('what is short is not compared', () => {
    const short = 'a'.repeat(minComparedLength - 1)
    expect(of('message', person([], { topChoiceMessage: `${short}   ` }))).toEqual([])
    expect(of('message', person([], { topChoiceMessage: `${short}b` }))).toHaveLength(1)
    const jobs = [{ description: long }, { description: 'Roses' }]
    expect(sharedFindings(person(jobs))).toMatchObject([
      { kind: 'description', where: 'Gardener, Tallow & Finch', text: long },
    ])
  })
})

describe('careers are compared as a whole', () => {
  const jobs = [
    { dateRange: '2/2020 - 3/2021' },
    { title: 'Head gardener', company: 'Acme, Inc.', dateRange: '4/2021 - Present' },
  ]

  test('by company, title and months, however these are written and in whatever order', () => {
    const again = [
      { title: 'HEAD GARDENER', company: 'Acme', dateRange: 'Apr 2021 – Present' },
      { dateRange: 'Feb 2020 – Mar 2021' },
    ]
    expect(of('career', person(jobs))).toHaveLength(1)
    expect(of('career', person(again))).toEqual(of('career', person(jobs)))
    for (const other of [
      [...jobs, { dateRange: '1/2019 - 1/2020' }],
      [{ dateRange: '2/2020 - 4/2021' }, jobs[1]!],
      [{ ...jobs[0], title: 'Cook' }, jobs[1]!],
    ])
      expect(of('career', person(other))).not.toEqual(of('career', person(jobs)))
  })

  test('one of fewer than two positions with company, title and months is not', () => {
    expect(of('career', person(jobs.slice(0, 1)))).toEqual([])
    expect(of('career', person([jobs[0]!, { dateRange: '2021 - 2022' }]))).toEqual([])
    expect(of('career', person([jobs[0]!, { ...jobs[1]!, company: null }]))).toEqual([])
  })
})

describe('people are told apart by profile, else by name', () => {
  const who = fc.record<Identity>({
    profile: fc.constantFrom(null, 'unknown', 'ada-1', 'ADA-1', 'bo-2'),
    name: fc.constantFrom(null, '', 'Ada Ash', 'ADA  ASH', 'Bo Birch', 'LinkedIn Member'),
  })

  test('nobody is somebody else than themselves, and it is the same seen from both sides', () => {
    fc.assert(
      fc.property(who, who, (a, b) => {
        expect(isSomebodyElse(a, a)).toBe(false)
        expect(isSomebodyElse(a, b)).toBe(isSomebodyElse(b, a))
        expect(hasOtherName(a, b)).toBe(hasOtherName(b, a))
        if (isNoted('career', a, b)) expect(isNoted('message', a, b)).toBe(true)
      }),
    )
  })

  test.each<[string, Identity, Identity, message: boolean, career: boolean]>([
    ['one profile', { profile: 'ada-1', name: 'Ada' }, { profile: 'ADA-1', name: 'Eve' }, false, false],
    ['two profiles', { profile: 'ada-1', name: 'Ada' }, { profile: 'ada-2', name: 'Eve' }, true, true],
    [
      'two profiles, one name',
      { profile: 'ada-1', name: 'Ada' },
      { profile: 'x-2', name: 'ada' },
      true,
      false,
    ],
    ['two names', { profile: null, name: 'Ada' }, { profile: 'x-2', name: 'Eve' }, true, true],
    ['a placeholder', { profile: 'unknown', name: 'Ada' }, { profile: 'unknown', name: 'Ada' }, false, false],
    ['no name', { profile: null, name: null }, { profile: 'x-2', name: 'Eve' }, false, false],
    ['a hidden name', { profile: null, name: 'LinkedIn Member' }, { profile: 'x', name: 'E' }, false, false],
  ])('%s', (_, a, b, message, career) => {
    expect([isNoted('message', a, b), isNoted('career', a, b)]).toEqual([message, career])
  })
})

describe('dates', () => {
  const found = (jobs: Job[], rest: Partial<Person> = {}) =>
    dateFindings(person(jobs, rest), now).map(({ kind, text }) => `${kind}: ${text}`)

  test.each([
    ['3/2020 - 1/2019', true],
    ['Mar 2020 – Jan 2020', true],
    ['2021 - 2019', true],
    ['3/2020 - 2020', false],
    ['2020 - 3/2020', false],
    ['1/2019 - 3/2020', false],
    ['Season 2020/19', false],
    ['2009-12', false],
    ['5 years', false],
  ])('%s ends before it starts: %s', (dateRange, isReversed) => {
    expect(readReversedRange(dateRange) !== null).toBe(isReversed)
    expect(found([{ dateRange }])).toEqual(isReversed ? [`reversed: ${dateRange}`] : [])
  })

  test('no range is both read and reversed', () => {
    const part = fc.tuple(fc.integer({ min: 1, max: 13 }), fc.integer({ min: 1950, max: 2060 }))
    const text = fc
      .tuple(part, part, fc.constantFrom(' - ', ' – ', ' to '))
      .map(([[a, b], [c, d], dash]) => `${a > 12 ? '' : `${a}/`}${b}${dash}${c > 12 ? '' : `${c}/`}${d}`)
    fc.assert(
      fc.property(text, (range) => {
        expect((readDateRange(range) === null) === (readReversedRange(range) !== null)).toBe(true)
      }),
    )
  })

  test('that have not come yet are noted, but for an education, and in the last days of a month', () => {
    expect(found([{ dateRange: '5/2026 - Present' }])).toEqual(['future: 5/2026 - Present'])
    expect(found([{ dateRange: '1/2020 - 12/2027' }])).toEqual(['future: 1/2020 - 12/2027'])
    expect(found([{ dateRange: '4/2026 - Present' }, { dateRange: '2020 - 2026' }])).toEqual([])
    const lastDay = new Date('2026-04-30T12:00:00.000Z')
    expect(dateFindings(person([{ dateRange: '5/2026 - Present' }]), lastDay)).toEqual([])
    const education = { school: 'Elm', degree: null, field: null }
    expect(found([], { education: [{ ...education, dateRange: '2025 - 2029' }] })).toEqual([])
    expect(found([], { education: [{ ...education, dateRange: '2019 - 2015' }] })).toEqual([
      'reversed: 2019 - 2015',
    ])
    expect(found([], { appliedAt: '2026-04-21' })).toEqual([])
    expect(found([], { appliedAt: '2026-04-22' })).toEqual(['future: 2026-04-22'])
  })
})

test('of somebody of whom nothing is known there is nothing to compare', () => {
  expect(sharedFindings(unreadablePerson('a'))).toEqual([])
  expect(dateFindings(unreadablePerson('a'), now)).toEqual([])
})

test('a note says in one sentence what was compared, and never why', () => {
  const say = (kind: Parameters<typeof isNoted>[0], others: number, where: string | null = null) =>
    findingSummary({ kind, where, text: 'ada-1' }, { others, atLeast: others > 900 })
  expect(say('message', 1)).toBe(
    'The message to the employer is, word for word, that of one application by somebody else (white space and upper or lower case aside).',
  )
  expect(say('description', 1_000, 'Gardener')).toContain('in at least 1,000 applications by somebody else')
  expect(say('profile', 2)).toBe(
    'The network profile “ada-1” is also that of 2 other applications to this job.',
  )
  for (const kind of ['message', 'description', 'career', 'profile', 'reversed', 'future'] as const)
    expect(say(kind, 2, 'Gardener')).not.toMatch(/fraud|fake|suspicious|risk|score/i)
  expect(shownText('a'.repeat(1_200))).toHaveLength(1_200)
  expect(shownText(`${'a'.repeat(1_199)}😀`)).toBe(`${'a'.repeat(1_199)} …`)
})
