import { describe, expect, test } from 'vitest'
import type { Person } from '@/lib/contracts/candidate'
import type { Criterion } from '@/lib/contracts/criteria'
import { readCareer } from '@/lib/domain/career'
import { applyRule } from '@/lib/domain/criteria'
import { personTexts } from '@/lib/domain/found-text'
import { searchLines } from '@/lib/domain/search'
import { unreadablePerson } from '@/lib/domain/unreadable-person'

const job = (title: string, company: string, description: string | null = null) => ({
  ...{ title, company, companyUrl: null, dateRange: '1/2020 - 12/2023', description },
})
const study = (school: string, field: string) => ({ school, degree: null, field, dateRange: null })

function foundAll(told: Partial<Person>, kind: Criterion['kind'], words: string) {
  const person = { ...unreadablePerson('ada'), unreadable: false, ...told }
  const searchText = personTexts(person)
    .flatMap(({ text }) => searchLines(text))
    .join('\n')
  return applyRule(person, searchText, { kind, words, minYears: null }).found.map(({ text }) => text)
}

const found = (...rule: Parameters<typeof foundAll>) => foundAll(...rule)[0]

describe('the sentence by which somebody meets a criterion', () => {
  test('is the job that holds the title, not one whose employer has the word', () => {
    const career = readCareer([job('Engineer', 'Growth Partners'), job('Head of Growth', 'Monzo')], {
      y: 2026,
      m: 4,
    })
    expect(found(career, 'title', 'growth')).toBe('Head of Growth, Monzo')
    expect(found(career, 'title', '-engineer')).toBe('Head of Growth, Monzo')
  })

  test('is the education that has all words, not the first that has one of them', () => {
    const education = [
      study('Kestrel Bay University', 'Economics'),
      study('Université de Valmont', 'Economics'),
    ]
    expect(found({ education }, 'education', 'economics valmont')).toBe('Economics, Université de Valmont')
  })

  test('is cut where the word stands, whatever its accents and whatever longer word comes before it', () => {
    const far = `${'Wrote reports for many people, '.repeat(20)}then looked after Qualität in person`
    const career = readCareer([job('Clerk', 'Monzo', far)], { y: 2026, m: 4 })
    expect(found(career, 'words', 'qualitat')).toContain('Qualität')
    const longer = `JavaScript ${'and reports for many people, '.repeat(20)}then some Java too`
    const other = readCareer([job('Clerk', 'Monzo', longer)], { y: 2026, m: 4 })
    expect(found(other, 'words', 'java')).toContain('some Java')
  })

  test('is one for each word of several, and one only where it has them all', () => {
    const told = {
      headline: 'Kubernetes at scale',
      topChoiceMessage: 'I moved us to Postgres. We ran Kubernetes on Postgres, without Oracle.',
    }
    expect(foundAll(told, 'words', 'kubernetes postgres')).toEqual([
      'Kubernetes at scale',
      'I moved us to Postgres.',
    ])
    expect(foundAll(told, 'words', 'scale kubernetes')).toEqual(['Kubernetes at scale'])
    expect(foundAll(told, 'words', 'k8s OR kubernetes oracle -mysql')).toEqual([
      'Kubernetes at scale',
      'We ran Kubernetes on Postgres, without Oracle.',
    ])
    expect(foundAll(told, 'words', 'kubernetes mysql')).toEqual([])
  })
})
