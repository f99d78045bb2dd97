import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  identifierInAddress,
  parseIdentifier,
  toLegacyIdentifier,
  placeholders,
  readIdentifier,
} from '@/lib/domain/profile-identifier'
import { cpuTimeOf } from '../../cpu-time'

describe('whom somebody means is read from what they typed', () => {
  test.each([
    ['ada-example', 'ada-example'],
    ['  Ada-Example ', 'ada-example'],
    ['@ada-example', 'ada-example'],
    ['"ada-example"', 'ada-example'],
    ['“ada-example”.', 'ada-example'],
    ['ada-example/', 'ada-example'],
    ['/in/ada-example', 'ada-example'],
    ['in/ada-example', 'ada-example'],
    ['<https://www.linkedin.com/in/Ada-Example/>', 'ada-example'],
    ['https://de.linkedin.com/in/ada-example?trk=x', 'ada-example'],
    ['see https://linkedin.com/in/ada-example, please', 'ada-example'],
    ['https://www.linkedin.com/in/ad%C3%A9-example', 'adé-example'],
    ['linkedin.com/talent/profile/ACoAAB1c', 'acoaab1c'],
    ['https://uk.linkedin.com/pub/ada-example/a7/576/b50?trk=x', 'ada-example-b50576a7'],
    ['/pub/ada-example/1/2/3', 'ada-example-0030021'],
    ['https://www.linkedin.com/pub/ada-example', 'ada-example'],
  ])('%s', (typed, identifier) => {
    expect(readIdentifier(typed)).toBe(identifier)
  })

  test.each([
    ['', ' ', '@', '""', '-', '…', 'x', 'ab', 'Ada Example', 'ada@example.com', 'UNKNOWN', 'n/a', '/in/null'],
    ['https://www.linkedin.com', 'linkedin.com', 'www.linkedin.com', 'https://www.linkedin.com/in/'],
    ['https://www.linkedin.com/company/example-works', 'https://example.com/ada', '/pub/dir/Ada/Example'],
  ])('and nobody is meant by a text without an identifier', (...typed) => {
    expect(typed.filter((text) => readIdentifier(text) !== null)).toEqual([])
  })
})

test('what stands for “not known” identifies nobody, however it is written', () => {
  for (const one of placeholders) {
    expect(parseIdentifier(one)).toBeNull()
    expect(parseIdentifier(` ${one.toUpperCase()} `)).toBeNull()
  }
})

test('what no address can hold identifies nobody', () => {
  for (const one of ['%00abc', 'abc\0', 'abc\ud800', 'https://linkedin.com/in/abc%00/']) {
    expect(parseIdentifier(one)).toBeNull()
    expect(readIdentifier(one)).toBeNull()
  }
})

test('an old address and the identifier it forwards to lead to each other', () => {
  const hex = fc.integer({ min: 0, max: 0xfff }).map((number) => number.toString(16))
  fc.assert(
    fc.property(hex, hex, hex, (first, second, third) => {
      const path = `/pub/ada-example/${first}/${second}/${third}`
      expect(toLegacyIdentifier(identifierInAddress(path)!)).toBe(path)
    }),
  )
})

test.each(['’', ' ', '(', ','])('%j many times inside what is typed is read at once', (sign) => {
  expect(cpuTimeOf(() => readIdentifier(`ada${sign.repeat(60_000)}example`))).toBeLessThan(1_000)
})
