import type { FoldedChars } from '@/lib/domain/folded-chars'
import { readings } from './lookalikes'
import { isHandle, longName } from './name-handles'
import { introductions } from './name-words'
import { roles, wordPattern } from './name-chunks'
import type { NameModel } from './name-model'
import { between, isJoint, joinLetters, joinPieces, reversal, spreader, type Word } from './name-neighbours'
import type { TextRange } from '@/lib/domain/search'

const arabicPrefix = /^[وفبلك]?(?:ال)?(?=\p{L}{3})/u
const hebrewPrefix = /^[והבלמשכ](?=\p{L}{2})/u
const endingsOfCases =
  /^(?:а|я|у|ю|ы|и|е|о|ои|еи|ом|ем|ым|им|ых|их|ого|его|ому|ему|ою|ею|ами|ями|ам|ям|ах|ях|ов|ев|ова|еву|ові|ии|ию|ья|ью|ьи|ь)?$/u
const katakanaPair = /^[\u30a1-\u30ff]{2}$/
const letter = /\p{L}/u
const katakana = /[\u30a1-\u30ff]/

/** Where the person's names stand in a folded text; parts that stand together as one. Ascending, apart. */
export function nameRanges(folded: FoldedChars, model: NameModel, taken: readonly TextRange[]): TextRange[] {
  const words = toWords(folded, taken)
  words.forEach((word, at) => {
    const capital = (place: number) => folded.upper[word.start + place] === 1
    const known = (text: string) =>
      strongRole(text, model) > 0 || model.weak.has(text) || isGlued(text, model)
    if (!known(word.text)) word.text = readings(word.text, capital).find(known) ?? word.text
    word.role = strongRole(word.text, model)
    word.hit =
      word.role > 0 ||
      isGlued(word.text, model) ||
      model.handles.some((parts) => isHandle(word.text, parts, capital))
    if (word.hit) word.role ||= roles.first | roles.last
    else word.role = weakRole(folded, words, at, model)
  })
  joinPieces(folded, words, model)
  joinLetters(folded, words, model)
  const reach = spreader(folded, model)
  for (let at = words.length - 2; at >= 0; at -= 1) reach.back(words[at], words[at + 1])
  for (let at = 1; at < words.length; at += 1) reach.on(words[at - 1], words[at], words[at + 1])
  return merge(folded, [
    ...words.filter(({ hit }) => hit),
    ...insideWords(folded, model),
    ...withDigits(folded, model),
  ])
}

function toWords({ chars }: FoldedChars, taken: readonly TextRange[]): Word[] {
  const words: Word[] = []
  let next = 0
  for (const { index, 0: text } of chars.matchAll(wordPattern)) {
    while (next < taken.length && (taken[next]?.end ?? 0) <= index) next += 1
    const within = index + text.length > (taken[next]?.start ?? Infinity)
    if (!within) words.push({ start: index, end: index + text.length, text, role: 0, hit: false })
  }
  return words
}

function strongRole(text: string, { strong, stems }: NameModel): number {
  const role = strong.get(text)
  if (role !== undefined) return role
  const first = text.charCodeAt(0)
  if (first >= 0x400 && first < 0x530) {
    for (let cut = 0; cut <= 3 && cut < text.length; cut += 1) {
      const stem = stems.get(text.slice(0, text.length - cut))
      if (stem !== undefined && endingsOfCases.test(text.slice(text.length - cut))) return stem
    }
  }
  if (first >= 0x600 && first < 0x700) return strong.get(text.replace(arabicPrefix, '')) ?? 0
  if (first >= 0x590 && first < 0x600) return strong.get(text.replace(hebrewPrefix, '')) ?? 0
  return 0
}

const isGlued = (text: string, { glued }: NameModel) =>
  glued.some((name) =>
    name.length >= longName ? text.includes(name) : text.startsWith(name) || text.endsWith(name),
  )

/** Marks a weak word that is used as a name; gives its role either way. */
function weakRole({ chars, upper }: FoldedChars, words: Word[], at: number, { weak }: NameModel): number {
  const word = words[at]
  const role = word && weak.get(word.text)
  if (!word || role === undefined) return 0
  const short = word.text.length === 2
  // AI is not Ai's name, nor PM someone's called Pm.
  const acronym = short && upper[word.start + 1] === 1
  const [before, last] = [words[at - 2]?.text ?? '', words[at - 1]]
  const tells = (text: string) => introductions.has(text)
  const near = last !== undefined && chars.slice(last.end, word.start).length <= 4
  // "I am to go" tells no name of two letters; "my name is Li" does.
  const clearly = !short || before === 'name' || before === 'naam'
  const introduced = near && (tells(last.text) || (clearly && tells(`${before}|${last.text}`)))
  word.hit = (upper[word.start] === 1 && !acronym) || introduced
  return role
}

const token = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{4,40}(?![\p{L}\p{N}])/gu
const within = /[013457](?=.*\p{L})/u
const letterByDigit: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }
const asLetters = (text: string, one: string) =>
  text.replace(/[013457]/g, (digit) => (digit === '1' ? one : (letterByDigit[digit] ?? digit)))

/** Names with digits in the place of letters, k0walski and m4ria92; digits alone behind a name hide nothing. */
function withDigits({ chars }: FoldedChars, model: NameModel): Word[] {
  const isName = (text: string) => strongRole(text, model) > 0 || isGlued(text, model)
  return [...chars.matchAll(token)].flatMap(({ index, 0: text }) => {
    if (!/[013457]/.test(text)) return []
    const parts = [text, text.replace(/\d+$/, '')].filter((part, at) => at === 0 || within.test(part))
    const found = parts.some((part) => ['i', 'l'].some((one) => isName(asLetters(part, one))))
    return found ? [{ start: index, end: index + text.length, text, role: 0, hit: true }] : []
  })
}

function insideWords({ chars }: FoldedChars, { pieces, turned }: NameModel): Word[] {
  const found: Word[] = []
  for (const piece of new Set([...pieces, ...turned])) {
    const ends = turned.includes(piece)
    for (let at = chars.indexOf(piece); at !== -1; at = chars.indexOf(piece, at + piece.length)) {
      const [end, next] = [at + piece.length, chars[at + piece.length] ?? '']
      // Two katakana stand in many a longer loan word.
      const cuts = katakanaPair.test(piece) && (katakana.test(chars[at - 1] ?? '') || katakana.test(next))
      if (!cuts && !(ends && letter.test(next)))
        found.push({ start: at, end, text: piece, role: 0, hit: true })
    }
  }
  return found
}

function merge(folded: FoldedChars, words: Word[]): TextRange[] {
  const merged: Word[] = []
  for (const word of words.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    const gap = last && word.start > last.end ? between(folded, last, word) : ''
    // A name on each of two lines stays on two lines, unless it is one name that a line break runs through.
    const breaks = gap?.includes('\n') === true && last?.text === word.text
    const turned = last?.role === roles.last && word.role === roles.first && reversal.test(gap ?? '')
    if (last && !breaks && (isJoint(gap) || turned)) {
      last.end = Math.max(last.end, word.end)
      last.role |= word.role
      last.text = word.text
    } else merged.push({ ...word })
  }
  return merged.map(({ start, end }) => ({ start, end }))
}
