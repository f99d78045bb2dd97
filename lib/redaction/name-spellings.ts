import anyAscii from 'any-ascii'
import { foldChars } from '@/lib/domain/folded-chars'
import { latin } from './name-chunks'

/** How else the folded words of somebody's name are written. */
export type Speller = {
  /** A Latin word in Latin letters: as it is, with two letters for one (Mueller), with one for two (Muller). */
  latin: (word: string) => string[]
  /** A word of another script in Latin letters, by each scheme; none where the script leaves its vowels out. */
  roman: (word: string) => string[]
}

// Letters that people without them on the keyboard write as two: Müller is Mueller, Šimić is Shimich.
const digraphs: Record<string, string> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' },
  ...{ š: 'sh', ş: 'sh', ș: 'sh', č: 'ch', ć: 'ch', ž: 'zh', đ: 'dj', ț: 'tz', ţ: 'tz', ñ: 'ny' },
}
const digraph = new RegExp(`[${Object.keys(digraphs).join('')}]`, 'gu')

// The ways in which passports, standards and habits spell Cyrillic; a letter that a scheme leaves out is any-ascii's.
const cyrillicSchemes: Record<string, string>[] = [
  {},
  { ё: 'e', й: 'i', ю: 'iu', я: 'ia', ц: 'ts', ъ: 'ie' },
  { ё: 'yo', й: 'y', ю: 'yu', я: 'ya', х: 'h', ц: 'c', щ: 'sch', ы: 'y', г: 'g' },
  { ё: 'jo', й: 'j', ю: 'ju', я: 'ja', ж: 'zh', ц: 'c', щ: 'sch', х: 'h', є: 'je', ї: 'ji' },
  { ё: 'e', й: '', ю: 'u', я: 'a', ы: 'i', х: 'kh', г: 'h', є: 'ie', ї: 'i', и: 'y' },
  { ё: 'jo', ж: 'sch', ч: 'tsch', ш: 'sch', щ: 'schtsch', ц: 'z', в: 'w', й: 'j', ю: 'ju', я: 'ja', х: 'ch' },
]
const greekSchemes: [RegExp, string][][] = [
  [],
  [[/ου/g, 'ou']],
  [
    [/ου/g, 'ou'],
    [/[αε]υ/g, 'av'],
    [/γγ/g, 'ng'],
    [/μπ/g, 'b'],
    [/ντ/g, 'd'],
    [/η/g, 'i'],
    [/[υ]/g, 'y'],
    [/χ/g, 'ch'],
    [/φ/g, 'f'],
    [/β/g, 'v'],
  ],
  [
    [/ου/g, 'ou'],
    [/η/g, 'e'],
    [/χ/g, 'h'],
    [/φ/g, 'ph'],
    [/β/g, 'b'],
  ],
]
// As most people of these families spell themselves, not by the standard.
const koreanFamilies: Record<string, string[]> = {
  ...{ 김: ['kim'], 이: ['lee', 'rhee'], 박: ['park', 'pak'], 최: ['choi', 'choe'], 정: ['jung', 'chung'] },
  ...{ 강: ['kang'], 조: ['cho'], 임: ['lim'], 신: ['shin'], 권: ['kwon'], 오: ['oh'], 서: ['seo', 'suh'] },
}
const cyrillic = /^\p{sc=Cyrillic}+$/u
const greek = /^\p{sc=Greek}+$/u
// Their vowels are not written: what would be left of a name is a few letters that many words have.
const vowelless = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}]/u

const toLatin = (text: string) =>
  foldChars(anyAscii(text))
    .chars.replace(/[^a-z]/g, '')
    .slice(0, 60)

const spelledBy = (word: string): string[] => {
  if (cyrillic.test(word))
    return cyrillicSchemes.map((scheme) => [...word].map((letter) => scheme[letter] ?? letter).join(''))
  if (greek.test(word))
    return greekSchemes.map((scheme) => scheme.reduce((text, [from, to]) => text.replace(from, to), word))
  return vowelless.test(word) ? [] : [word, ...(koreanFamilies[word.normalize('NFC')] ?? [])]
}

// A word is folded without its accents, and й, ё and ї are read from the word as written.
const wordsAsWritten = (written: string) =>
  written
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .map((word) => [foldChars(word).chars, word] as const)

/** Learns from a name as it is written how its folded words may be spelled. */
export function speller(written: string): Speller {
  const known = new Map(wordsAsWritten(written))
  return {
    latin(word) {
      if (!latin.test(word) || word.length < 3) return [word]
      const short = word.replace(/([aou])e/g, '$1').replace(/aa/g, 'a')
      const long = (known.get(word) ?? word).replace(digraph, (letter) => digraphs[letter] ?? letter)
      const ways = [word, ...(short.length >= 4 ? [short] : []), foldChars(long).chars]
      return [...new Set(ways)]
    },
    roman(word) {
      if (latin.test(word)) return [word]
      const own = (known.get(word) ?? word).replaceAll('ς', 'σ')
      const bare = greek.test(word) ? word : own
      return spelledBy(bare).map(toLatin)
    },
  }
}

// More spellings than people have names.
const maxJoined = 24

/** Every spelling of words written as one, from the spellings of each. */
export function joinSpellings(parts: readonly (readonly string[])[], max = maxJoined): string[] {
  return parts.reduce<string[]>(
    (starts, ends) => starts.flatMap((start) => ends.map((end) => start + end)).slice(0, max),
    [''],
  )
}
