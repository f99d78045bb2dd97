import fc from 'fast-check'
import { foldText } from '@/lib/domain/search'
import type { NamedPerson } from '@/lib/redaction/name-chunks'
import { nameScrubber } from '@/lib/redaction/name-scrub'

export const called = (
  firstName: string | null,
  lastName: string | null,
  fullName?: string,
): NamedPerson => ({
  firstName,
  lastName,
  fullName: fullName ?? [firstName, lastName].filter(Boolean).join(' '),
})
export const maria = called('Maria', 'Silva')
export const scrubNames = (text: string, person: NamedPerson) => nameScrubber(person)(text)

export const people: NamedPerson[] = [
  maria,
  called('Élodie', 'Fauvelin'),
  called('Anne-Marie', "O'Brannock"),
  called('Łucja', 'Żółtopolska'),
  called('Pieter', 'van der Bergen'),
  called('Иван', 'Петровский'),
  called('Ελένη', 'Παπαδάκου'),
  called('小明', '王', '王小明'),
  called('さくら', '田辺', '田辺 さくら'),
  called('지민', '김', '김지민'),
  called('أحمد', 'الشمري'),
  called('יעל', 'לבנוני'),
  called('नीता', 'वर्माकर'),
  called('สมหญิง', 'ใจดีงาม'),
]
export const ownWords = (person: NamedPerson) =>
  ([person.firstName, person.lastName].join(' ').match(/[\p{L}\p{M}]+/gu) ?? []).filter(
    (part) => [...part].length >= 2 && !['van', 'der'].includes(part),
  )
export const seen = (text: string) => foldText(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))

const decorations: ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.normalize('NFD'),
  (name) => (/\p{sc=Latin}/u.test(name) ? name.normalize('NFD').replace(/\p{M}/gu, '') : name),
  (name) => name.replaceAll('-', ' '),
  (name) => name.replaceAll('-', '‑').replaceAll("'", '’'),
  (name) => [...name].join('\u200b'),
  (name) => [...name].join('\u2060'),
  (name) => `\u202e${name}\u202c`,
  (name) => name.replaceAll(' ', '\n'),
  (name) => name.replaceAll(' ', '\u00a0 '),
  (name) => `“${name}”`,
  (name) => `(${name})`,
  (name) => `${name}’s`,
  (name) => `*${name}*,`,
  (name) => `#${name}!`,
]
const filler = fc.constantFrom(
  'I grew sign-ups',
  'Head of Growth',
  'market',
  'ideas & plans;',
  'я работаю',
  'εργάζομαι',
  '工作',
  '경력',
  '12 %',
  '\n',
  '🙂',
  '[name]',
  '\ud800',
  '\u0000',
)
export const personAndText = fc.constantFrom(...people).chain((person) => {
  const name = fc.constantFrom(
    ...ownWords(person),
    `${person.firstName} ${person.lastName}`,
    `${person.lastName}, ${person.firstName}`,
    person.fullName ?? '',
  )
  const decorated = fc.tuple(name, fc.constantFrom(...decorations)).map(([text, decorate]) => decorate(text))
  return fc.record({
    person: fc.constant(person),
    text: fc
      .array(fc.oneof(filler, decorated), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join(' ')),
  })
})
