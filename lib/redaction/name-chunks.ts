import { foldChars } from '@/lib/domain/folded-chars'
import { credentials, titles } from './name-words'

/** Whose names are hidden. `publicIdentifier` is the last part of their profile's address. */
export type NamedPerson = {
  firstName: string | null
  lastName: string | null
  fullName: string | null
  publicIdentifier?: string | null
}

export const roles = { first: 1, last: 2 } as const

const spaceless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.source
/** The words of a folded text; scripts that put no space between words stand apart from those that do. */
export const wordPattern = new RegExp(
  `${spaceless}+|\\p{sc=Hangul}+|(?:(?!${spaceless}|\\p{sc=Hangul})[\\p{L}\\p{M}])+`,
  'gu',
)
/** A word of a script that puts no space between words, or endings right behind them. */
export const inside = new RegExp(`^(?:${spaceless}+|\\p{sc=Hangul}+)$`, 'u')
export const latin = /^\p{sc=Latin}+$/u

/** A part of a name between spaces; more than one word where a hyphen or an apostrophe stands in it. */
export type Chunk = { words: string[]; role: number }

const bracketed = /[(（][^)）]*[)）]?/g
// Degrees and titles are no names, but Ma and He are: only what stands behind a name, or a title before one, is left out.
const isAddition = (word: string, at: number, count: number, from: number) =>
  at >= from ? credentials.has(word) : at === 0 && count > 1 && titles.has(word)

function toChunks(name: string | null, role: number): Chunk[] {
  const folded = foldChars((name ?? '').slice(0, 300)).chars.replace(/[|•].*$/su, '')
  const read = (text: string) =>
    text
      .split(/[\s,;/&]+/)
      .map((chunk) => ({ words: chunk.replaceAll('.', '').match(wordPattern) ?? [], role }))
      .filter(({ words }) => words.length > 0)
  const plain = read(folded.replace(bracketed, ' '))
  const aside = read((folded.match(bracketed) ?? []).join(' '))
  const from = role === 0 ? 2 : 1
  return [
    ...plain.filter(({ words }, at) => !isAddition(words.join(''), at, plain.length, from)),
    ...aside.filter(({ words }) => !credentials.has(words.join(''))),
  ]
}

// Placeholders the provider puts where it knows no name.
const placeholder = /^linkedin member$/

/** A person's names taken apart, in the order they are written; without degrees, titles and what follows a bar. */
export function toNameChunks({ firstName, lastName, fullName }: NamedPerson): {
  first: Chunk[]
  last: Chunk[]
} {
  let first = toChunks(firstName, roles.first)
  let last = toChunks(lastName, roles.last)
  const full = toChunks(fullName, 0)
  if (placeholder.test(foldChars(fullName ?? `${firstName ?? ''} ${lastName ?? ''}`).chars.trim())) {
    return { first: [], last: [] }
  }
  const known = new Set([...first, ...last].map(({ words }) => words.join('')))
  const rest = full.filter(({ words }) => !known.has(words.join('')))
  if (known.size > 0) {
    // A full name that is only the parts in one word, as in Chinese, adds nothing to them.
    first = first.concat(rest.filter(({ words }) => !isWhole(words.join(''), first, last)))
  } else if (rest.length === 1) [first, last] = familyFirst(rest)
  else [first, last] = [rest.slice(0, 1), rest.slice(1)]
  return {
    first: first.map((chunk) => ({ ...chunk, role: roles.first })),
    last: last.map((chunk) => ({ ...chunk, role: roles.last })),
  }
}

/** All of them as one word. */
export const joined = (chunks: Chunk[]) => chunks.flatMap(({ words }) => words).join('')
const isWhole = (word: string, first: Chunk[], last: Chunk[]) =>
  word === joined(first) + joined(last) || word === joined(last) + joined(first)

// 王小明 and 김지민 begin with the family's name: one character, or two of four.
function familyFirst(whole: Chunk[]): [Chunk[], Chunk[]] {
  const characters = [...joined(whole)]
  if (!/^(?:\p{sc=Han}{3,4}|\p{sc=Hangul}{3,4})$/u.test(characters.join(''))) return [whole, []]
  const family = characters.length === 4 ? 2 : 1
  const chunk = (part: string[]) => [{ words: [part.join('')], role: 0 }]
  return [chunk(characters.slice(family)), chunk(characters.slice(0, family))]
}
