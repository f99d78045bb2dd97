/** Letters that NFKD leaves whole although readers type them as others. */
export const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ',
}
const plainSigns: Record<string, string> = {
  ...plainLetters,
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
}
const special = /[ßæœøłđðþħıŋς“”„‐]/g
const marks = /\p{M}+/gu
// Every sign that phones, word processors and hasty fingers put for an apostrophe.
const apostrophes = /[’‘ʼʻʹˈ′‛＇´`\u055a\ua78c]/g
// Shown as nothing: a name with one of them inside is the name without it.
const invisible = /\p{Default_Ignorable_Code_Point}+/gu
const maxTerms = 12

// Marks go before a text is normalised as well: putting a long pile of them in order takes time squared.
const foldLetters = (text: string) =>
  text
    .replace(apostrophes, "'")
    .replace(invisible, '')
    .replace(marks, '')
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .replace(apostrophes, "'")
    .replace(special, (letter) => plainSigns[letter] ?? letter)

const unsearchable = /[\p{Cc}\p{Cs}]/gu

/** Text made comparable: compatibility forms resolved, marks, case and invisible characters dropped, white space single. */
export const foldText = (text: string): string =>
  foldLetters(text.replace(unsearchable, ' ')).replace(/\s+/g, ' ').trim()

/** Text as it is searched and sorted: `foldText` without apostrophes, so that O'Brien, O’Brien and Obrien are one. */
export const foldSearch = (text: string): string =>
  foldText(text).replaceAll("'", '').replace(/\s+/g, ' ').trim()

// Letters that people without them on the keyboard write as two.
const digraphs: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }
const digraph = /[äöüøå]/g
const hasDigraph = /[äöüøåÄÖÜØÅ]|[aouAOU][\u0308\u030a]/
const withDigraphs = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(digraph, (letter) => digraphs[letter] ?? letter)

/** The words of a text with ä, ö, ü, ø or å, folded as they are written without: Müller gives `mueller`. */
export const digraphWords = (text: string): string[] =>
  hasDigraph.test(text)
    ? [...new Set(text.split(/\s+/).filter((word) => hasDigraph.test(word)))].map((word) =>
        foldSearch(withDigraphs(word)),
      )
    : []

/** A text as it is searched, and below it the other spellings of its words; no search term goes over a line break. */
export const searchLines = (text: string): string[] =>
  [foldSearch(text), ...digraphWords(text)].filter((line) => line !== '')

/** The same for a name, which is also found when its own `ue` is looked for as `ü`. */
export function nameLines(name: string): string[] {
  const folded = foldSearch(name)
  const whole = hasDigraph.test(name) ? foldSearch(withDigraphs(name)) : ''
  const short = folded.replace(/([aou])e/g, '$1').replace(/aa/g, 'a')
  return [...new Set([folded, whole, short])].filter((line) => line !== '')
}

// Behind the look back: tried again at every bracket of a run, its end would take the square of its length to find.
const aroundTerm = /^[,;:!?()[\]{}<>،、，。]+|(?<![,;:.!?()[\]{}<>،、，。])[,;:.!?()[\]{}<>،、，。]+$/gu

/** Stands for the operator OR among the tokens of a search: a character that no text has. */
export const orToken = '\ue000'

/** What a search is made of, folded: words, "phrases" in their quotes, either behind a minus, and `orToken`. */
export const searchTokens = (q: string): string[] =>
  foldSearch(q.replace(/(?<!\S)OR(?!\S)/g, orToken)).match(/-?"[^"]+"|[^\s"]+/g) ?? []

/** A token without quotes and the punctuation around it; '' where nothing is left. */
export const tokenText = (token: string): string =>
  token.replaceAll('"', '').replaceAll(orToken, 'or').replace(aroundTerm, '').trim()

/**
 * The terms that a search looks for, folded and distinct; "double quotes" keep a phrase together, `kuber*` stands for
 * words that begin so. At most 12. What it leaves out (`-intern`) is none of them.
 */
export function searchTerms(q: string): string[] {
  const terms = searchTokens(q)
    .filter((token) => token !== orToken && !/^-./.test(token))
    .map(tokenText)
  return [...new Set(terms.filter((term) => term !== ''))].slice(0, maxTerms)
}

const breakRanges = [
  // Punctuation, signs and white space.
  [1, 47],
  [58, 96],
  [123, 191],
  [215, 215],
  [247, 247],
  [0x2000, 0x206f],
  [0x2190, 0x2bff],
  [0x1f000, 0x1faff],
  // Scripts that are written without spaces between words.
  [0xe00, 0xeff],
  [0x1000, 0x11ff],
  [0x2e80, 0x9fff],
  [0xa960, 0xd7ff],
  [0xf900, 0xfaff],
  [0x20000, 0x3ffff],
] as const

/** Characters beside which a word may begin or end, as they stand between the brackets of a regular expression. */
export const wordBreaks: string = breakRanges
  .map(([from, to]) => `${String.fromCodePoint(from)}-${String.fromCodePoint(to)}`)
  .join('')

export type TextRange = { start: number; end: number }

// Without apostrophes and grave accents, which are left out of what is searched.
const plain = /^[\x20-\x26\x28-\x5f\x61-\x7e]*$/

/** A folded text, and for each UTF-16 unit of it where in the text as given it begins and ends. */
export type Folded = { folded: string; starts: number[]; ends: number[] }

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
// Segmenting a text takes the square of its length, so a long one is read in parts.
const partLength = 256

/** The user-perceived characters of a text, each with its place. */
function* characters(text: string): Iterable<{ index: number; segment: string }> {
  for (let from = 0, length = partLength; from < text.length; length *= 2) {
    const found = [...segmenter.segment(text.slice(from, from + length))]
    // The last one may go on beyond the part.
    if (from + length < text.length) found.pop()
    const start = from
    for (const { index, segment } of found) {
      yield { index: start + index, segment }
      from = start + index + segment.length
      length = partLength / 2
    }
  }
}

const foldCharacter = (segment: string) =>
  foldLetters(segment.replace(unsearchable, ' ')).replaceAll("'", '').replace(/\s+/g, ' ')

/**
 * A text folded by user-perceived characters, each with its place in the text, so that a match can be drawn back onto it.
 * One pass, and each kind of character is folded once: a headline may be 20,000 characters long.
 */
function foldedWithMap(text: string, spell: (character: string) => string): Folded {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const known = new Map<string, string>()
  let afterSpace = false
  for (const { index, segment } of characters(text)) {
    let piece = known.get(segment)
    if (piece === undefined) {
      piece = foldCharacter(spell(segment))
      if (segment.length <= 8) known.set(segment, piece)
    }
    const end = index + segment.length
    // White space is folded to one space across characters, as foldText does.
    if (afterSpace && piece.startsWith(' ')) {
      ends[ends.length - 1] = end
      piece = piece.slice(1)
    }
    if (piece === '') continue
    for (let at = 0; at < piece.length; at += 1) {
      starts.push(index)
      ends.push(end)
    }
    afterSpace = piece.endsWith(' ')
    pieces.push(piece)
  }
  return { folded: pieces.join(''), starts, ends }
}

const asWritten = (character: string) => character

/** The ways a text is read: as folded, and with two letters for one where it has such letters. */
export function getReadings(text: string): Folded[] {
  const read = [foldedWithMap(text, asWritten)]
  if (hasDigraph.test(text)) read.push(foldedWithMap(text, withDigraphs))
  return read
}

const isPrefix = (term: string) => term.length > 1 && term.endsWith('*')
const beforeWord = new RegExp(`[${wordBreaks}]$`, 'u')

/** Where a term stands in a folded text: each place, and its last character. */
function* places(folded: string, term: string): Iterable<[from: number, last: number]> {
  const text = isPrefix(term) ? term.slice(0, -1) : term
  if (text === '') return
  // In a script without spaces a word may begin anywhere.
  const anywhere = text === term || beforeWord.test([...text][0] ?? '')
  for (let at = folded.indexOf(text); at !== -1; at = folded.indexOf(text, at + text.length)) {
    if (anywhere || at === 0 || beforeWord.test(folded.slice(Math.max(0, at - 2), at)))
      yield [at, at + text.length - 1]
  }
}

/** Whether a term of a search stands in a folded text. */
export const hasTerm = (folded: string, term: string): boolean =>
  !places(folded, term)[Symbol.iterator]().next().done

function rangesIn(
  folded: string,
  terms: readonly string[],
  toRange: (from: number, last: number) => TextRange,
) {
  const ranges: TextRange[] = []
  for (const term of terms) for (const [from, last] of places(folded, term)) ranges.push(toRange(from, last))
  return ranges
}

/** The same ranges ascending, and apart. */
export function mergeRanges(ranges: TextRange[]): TextRange[] {
  const merged: TextRange[] = []
  for (const range of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else merged.push({ ...range })
  }
  return merged
}

/**
 * Where the terms of a search stand in a text: UTF-16 ranges of the text as given, ascending, apart, never inside a
 * user-perceived character.
 * @param terms folded, as `searchTerms` gives them
 */
export function highlightRanges(text: string, terms: readonly string[]): TextRange[] {
  if (terms.length === 0 || text === '') return []
  // Most texts are plain: they fold letter for letter, and are matched without being taken apart.
  const simple = plain.test(text) && !text.includes('  ')
  if (simple)
    return mergeRanges(rangesIn(text.toLowerCase(), terms, (start, last) => ({ start, end: last + 1 })))
  return mergeRanges(
    getReadings(text).flatMap(({ folded, starts, ends }, reading) =>
      // The other spellings are stored word by word: no phrase is found in them.
      rangesIn(folded, reading === 0 ? terms : terms.filter((term) => !term.includes(' ')), (from, last) => ({
        start: starts[from] ?? 0,
        end: ends[last] ?? 0,
      })),
    ),
  )
}

const seenAtOnce = 24
const leadIn = 10

/**
 * A text that begins shortly before the first match of a search, where that stands too far in to be seen in a line that
 * is cut off; else as it is.
 * @param terms folded, as `searchTerms` gives them
 */
export function excerpt(text: string, terms: readonly string[]): string {
  const [first] = highlightRanges(text, terms)
  if (!first || first.end <= seenAtOnce) return text
  const word = text.indexOf(' ', Math.max(0, first.start - leadIn)) + 1
  const from = word > 0 && word <= first.start ? word : first.start
  return from === 0 ? text : `… ${text.slice(from)}`
}
