import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameScrubber } from '@/lib/redaction/name-scrub'
import { called, ownWords, people, personAndText, scrubNames, seen } from './named-texts'

const spaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Hangul}\p{sc=Thai}]/u

test('no part of a name is left as a word, however it is decorated', () => {
  fc.assert(
    fc.property(personAndText, ({ person, text }) => {
      const left = seen(scrubNames(text, person))
      const words = new Set(left.match(/\p{L}+/gu) ?? [])
      for (const part of ownWords(person).map(seen)) {
        expect(spaceless.test(part) ? left.includes(part) : words.has(part)).toBe(false)
      }
    }),
    { numRuns: 1000 },
  )
})

const any = fc.string({
  unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)),
  maxLength: 40,
})

test('scrubbing twice is scrubbing once', () => {
  fc.assert(
    fc.property(personAndText, any, ({ person, text }, more) => {
      const once = scrubNames(text + more, person)
      expect(scrubNames(once, person)).toBe(once)
    }),
    { numRuns: 500 },
  )
})

test('a text without the name stays as it was, to the last byte', () => {
  const parts = fc.constantFrom(
    ...[
      'Grew',
      'organic',
      'sign‑ups',
      'of 400;',
      'to',
      'to 2,300;',
      '—',
      'ﬁnance',
      'e\u0301t\u00e9',
      'Саратов',
      '东京',
    ],
    ...[
      '\n',
      '\t',
      '🙂',
      '👩‍👩‍👧',
      '\ud800',
      '\u0000',
      '\u200b',
      '(PM)',
      'As I am',
      'A team',
      'Marketing',
      '[name]',
      'नमस्ते',
      'ٱلسَّلَامُ',
    ],
  )
  fc.assert(
    fc.property(fc.constantFrom(...people), fc.array(parts, { maxLength: 12 }), (person, words) => {
      const text = words.join(' ')
      expect(scrubNames(text, person)).toBe(text)
    }),
    { numRuns: 1000 },
  )
})

test('a name inside a longer word leaves the word whole', () => {
  const short = fc.constantFrom('Mark', 'Hern', 'Tomas', 'Lind')
  const letters = fc.string({ unit: fc.constantFrom(...'bcdfgk'), minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(short, letters, letters, (name, before, after) => {
      const text = `${name}${after} ${before}${name.toLowerCase()} ${before}${name}${after}`
      expect(scrubNames(text, called(name, 'Quillfeather'))).toBe(text)
    }),
  )
})

test('no name and no text make it throw', () => {
  fc.assert(
    fc.property(any, any, any, any, (firstName, lastName, fullName, text) => {
      const scrub = nameScrubber({ firstName, lastName, fullName, publicIdentifier: fullName })
      expect(scrub(scrub(text))).toBe(scrub(text))
    }),
    { numRuns: 1000 },
  )
})
