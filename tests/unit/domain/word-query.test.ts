import { describe, expect, test } from 'vitest'
import { foldSearch, hasTerm, highlightRanges, searchTerms } from '@/lib/domain/search'
import { matchesWords, parseWords, type QueryProblem } from '@/lib/domain/word-query'

const finds = (q: string, text: string, whole = false) => {
  const { clauses } = parseWords(q)
  return clauses === null ? null : matchesWords(foldSearch(text), clauses, whole)
}

describe('a query of words', () => {
  test.each([
    ['kubernetes terraform', 'Terraform, then Kubernetes', true],
    ['kubernetes terraform', 'Kubernetes', false],
    ['kubernetes OR k8s', 'k8s', true],
    ['kubernetes OR k8s terraform', 'k8s', false],
    ['fintech -bank', 'Fintech', true],
    ['fintech -bank', 'Fintech at a bank', false],
    ['"head of growth"', 'Head of  Growth', true],
    ['"head of growth"', 'head of the growth team', false],
    ['-"head of growth" growth', 'growth lead', true],
    ['kuber*', 'Kubernetes', true],
    ['kuber*', 'mykubernetes', false],
    ['"OR"', 'more', true],
    ['or', 'more', true],
    ['"a OR b"', 'a or b', true],
    ['東京', '東京大学', true],
    ['大*', '東京大学', true],
    ['', 'anything', true],
    [', ;', 'anything', true],
  ])('%s finds %s: %s', (q, text, found) => {
    expect(finds(q, text)).toBe(found)
  })

  test.each([
    ['java', 'JavaScript', false],
    ['java', 'Java, Go', true],
    ['c', 'C++ and C#', false],
    ['c++', 'C/C++', true],
    ['c#', 'C#', true],
    ['.net', 'ASP.NET', true],
    ['go', 'Go/Rust', true],
    ['go', 'Django', false],
    ['кубер', 'кубернетес', false],
    ['кубер*', 'знаю кубернетес', true],
    ['東京', '在東京大学', true],
    ['kubernetes', '🚀kubernetes🚀', true],
    ['managed', 'Ｍanagéd', true],
    ['head of growth', 'Head of Growth', true],
  ])('as whole words, %s finds %s: %s', (q, text, found) => {
    expect(finds(q, text, true)).toBe(found)
  })

  test.each<[string, QueryProblem]>([
    ['"head of growth', 'quote'],
    ['head "of', 'quote'],
    ['kubernetes OR', 'or'],
    ['OR kubernetes', 'or'],
    ['a OR OR b', 'or'],
    ['a OR -b', 'or'],
    ['-a OR b', 'or'],
    ['OR', 'or'],
    ['senior - manager', 'minus'],
    ['-', 'minus'],
    ['-""', 'minus'],
    [Array.from({ length: 41 }, (_, at) => `w${at}`).join(' '), 'long'],
  ])('%s cannot be read: %s', (q, problem) => {
    expect(parseWords(q)).toEqual({ clauses: null, problem })
  })

  test('highlights what it looks for, and nothing that it leaves out', () => {
    expect(searchTerms('kubernetes OR k8s -bank -"no go" kuber*')).toEqual(['kubernetes', 'k8s', 'kuber*'])
    const text = 'Kubernetes, mykubernetes'
    expect(highlightRanges(text, ['kuber*'])).toEqual([{ start: 0, end: 5 }])
    expect(hasTerm('mykubernetes', 'kuber*')).toBe(false)
  })
})
