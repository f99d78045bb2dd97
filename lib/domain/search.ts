// Letters that NFKD leaves whole although readers type them as others.
const letters: Record<string, string> = {
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
  // What phones and word processors make of plain marks.
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
}
const special = /[ßæœøłđðþħıŋς’‘ʼ“”„‐]/g
const marks = /\p{M}+/gu
const maxTerms = 12

const foldLetters = (text: string) =>
  text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .replace(special, (letter) => letters[letter] ?? letter)

const unsearchable = /[\p{Cc}\p{Cs}]/gu

/** Text as it is searched and sorted: compatibility forms resolved, marks and case dropped, white space single. */
export const foldText = (text: string): string =>
  foldLetters(text.replace(unsearchable, ' ')).replace(/\s+/g, ' ').trim()

/** The terms of a search, folded and distinct; "double quotes" keep a phrase together. At most 12. */
export function searchTerms(q: string): string[] {
  const found = foldText(q).match(/"[^"]+"|[^\s"]+/g) ?? []
  const terms = found.map((term) => term.replaceAll('"', '').trim()).filter((term) => term !== '')
  return [...new Set(terms)].slice(0, maxTerms)
}

export type TextRange = { start: number; end: number }

const plain = /^[\x20-\x7e]*$/

// Each user-perceived character with its folded form, so that a match can be drawn back onto the text.
function* characters(text: string): Iterable<{ start: number; end: number; folded: string }> {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)
  for (const { index, segment } of segments) {
    const folded = foldLetters(segment.replace(unsearchable, ' ')).replace(/\s+/g, ' ')
    yield { start: index, end: index + segment.length, folded }
  }
}

function foldedWithMap(text: string): { folded: string; starts: number[]; ends: number[] } {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { start, end, folded: character } of characters(text)) {
    // White space is folded to one space across characters, as foldText does.
    const repeated = character.startsWith(' ') && folded.endsWith(' ')
    if (repeated) ends[ends.length - 1] = end
    const piece = repeated ? character.slice(1) : character
    for (let at = 0; at < piece.length; at += 1) {
      starts.push(start)
      ends.push(end)
    }
    folded += piece
  }
  return { folded, starts, ends }
}

function merge(ranges: TextRange[]): TextRange[] {
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
  const { folded, starts, ends } = simple
    ? { folded: text.toLowerCase(), starts: null, ends: null }
    : foldedWithMap(text)
  const ranges: TextRange[] = []
  for (const term of terms) {
    if (term === '') continue
    for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + term.length)) {
      const last = at + term.length - 1
      ranges.push({ start: starts?.[at] ?? at, end: ends?.[last] ?? last + 1 })
    }
  }
  return merge(ranges)
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
