import type { TextRange } from '@/lib/domain/search'

// Digits as people say them, folded; each language in order from nought to nine.
const said = `
  zero|oh|o|nought one two three four five six seven eight nine
  null eins|ein zwei|zwo drei vier funf|fuenf sechs sieben acht neun
  zero un|une deux trois quatre cinq six sept huit neuf
  cero uno|una dos tres cuatro cinco seis siete ocho nueve
  zero uno|una due tre quattro cinque sei sette otto nove
  zero um|uma dois|duas tres quatro cinco seis|meia sete oito nove
  nul een twee drie vier vijf zes zeven acht negen
`
const spoken = new Set(said.trim().split(/[\s|]+/))
// "double five" is two of them.
const repeats: Record<string, number> = { double: 1, triple: 2, doppel: 1 }

const token = /\p{L}+|\d+/gu
const gap = /^[\s,.;:/()+·\p{Pd}]{0,4}$/u
// As many digits as a local number has, most of them not as digits: those are found by phone-ranges.ts.
const fewest = { digits: 7, words: 3 }

/** Where a folded text spells a phone number: "zero one seven zero, double five five …". Ascending. */
export function spokenPhoneRanges(chars: string): TextRange[] {
  const found: TextRange[] = []
  let run = { start: 0, end: -1, digits: 0, words: 0 }
  const close = () => {
    if (run.digits >= fewest.digits && run.words >= fewest.words)
      found.push({ start: run.start, end: run.end })
  }
  for (const { index, 0: text } of chars.matchAll(token)) {
    const isNumber = /^\d{1,4}$/.test(text)
    const isWord = spoken.has(text) || Object.hasOwn(repeats, text)
    const goesOn = run.digits > 0 && index - run.end <= 4 && gap.test(chars.slice(run.end, index))
    if (!goesOn || !(isNumber || isWord)) {
      close()
      run = { start: index, end: index, digits: 0, words: 0 }
      if (!isNumber && !isWord) continue
    }
    run.end = index + text.length
    run.digits += isNumber ? text.length : (repeats[text] ?? 1)
    run.words += isWord ? 1 : 0
  }
  close()
  return found
}
