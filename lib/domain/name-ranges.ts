import type { FoldedChars } from './folded-chars'
import { introductions } from './name-words'
import { type NameModel, roles, wordPattern } from './name-model'
import type { TextRange } from './search'

type Word = TextRange & { text: string; role: number; hit: boolean }

// What may stand between two parts of one name.
const joint = /^[\s.\-'_·・\u2010-\u2015]{0,4}$/u
const reversal = /^\s?,\s{0,2}$/
const arabicPrefix = /^[وفبلك]?(?:ال)?(?=\p{L}{3})/u
const hebrewPrefix = /^[והבלמשכ](?=\p{L}{2})/u
const endingsOfCases =
  /^(?:а|я|у|ю|ы|и|е|о|ои|еи|ом|ем|ым|им|ых|их|ого|его|ому|ему|ою|ею|ами|ями|ам|ям|ах|ях|ов|ев|ова|еву|ові|ии|ию|ья|ью|ьи|ь)?$/u
const katakanaPair = /^[\u30a1-\u30ff]{2}$/
const katakana = /[\u30a1-\u30ff]/

/** Where the person's names stand in a folded text; parts that stand together as one. Ascending, apart. */
export function nameRanges(folded: FoldedChars, model: NameModel, taken: readonly TextRange[]): TextRange[] {
  const words = wordsOf(folded, taken)
  words.forEach((word, at) => {
    word.role = strongRole(word.text, model)
    word.hit = word.role > 0 || isGlued(word.text, model)
    if (word.hit) word.role ||= roles.first | roles.last
    else word.role = weakRole(folded, words, at, model)
  })
  joinPieces(folded, words, model)
  joinLetters(folded, words, model)
  const reach = spreader(folded, model)
  for (let at = words.length - 2; at >= 0; at -= 1) reach.back(words[at], words[at + 1])
  for (let at = 1; at < words.length; at += 1) reach.on(words[at - 1], words[at], words[at + 1])
  return merge(folded, [...words.filter(({ hit }) => hit), ...insideWords(folded, model)])
}

function wordsOf({ chars }: FoldedChars, taken: readonly TextRange[]): Word[] {
  const words: Word[] = []
  let next = 0
  for (const { index, 0: text } of chars.matchAll(wordPattern())) {
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
  glued.some((name) => text.startsWith(name) || text.endsWith(name))

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
  const introduced = near && (tells(last.text) || (!short && tells(`${before}|${last.text}`)))
  word.hit = (upper[word.start] === 1 && !acronym) || introduced
  return role
}

const between = ({ chars }: FoldedChars, left: Word, right: Word) =>
  right.start - left.end > 4 ? null : chars.slice(left.end, right.start)
const isJoint = (gap: string | null) => gap !== null && joint.test(gap)

/** Anne-Marie is Annemarie's name too, and Mc Donald's McDonald. */
function joinPieces(folded: FoldedChars, words: Word[], { strong, weak }: NameModel) {
  const roleOf = (word: Word) => weak.get(word.text) ?? 0
  for (let at = 0; at + 1 < words.length; at += 1) {
    let text = words[at]?.text ?? ''
    for (let to = at + 1; to <= at + 2 && to < words.length; to += 1) {
      const [left, right] = [words[to - 1], words[to]]
      if (!left || !right || !isJoint(between(folded, left, right))) break
      text += right.text
      const role = strong.get(text)
      if (role === undefined || text.length < 5) continue
      for (const word of words.slice(at, to + 1)) [word.hit, word.role] = [true, word.role || role]
    }
    const [left, right] = [words[at], words[at + 1]]
    if (!left || !right || left.hit || right.hit || !isJoint(between(folded, left, right))) continue
    // "do an" may be someone's name; it is mostly not.
    const short = left.text.length + right.text.length < 5
    const whole = (roleOf(left) | roleOf(right)) === (roles.first | roles.last)
    if (whole && !short && roleOf(left) > 0 && roleOf(right) > 0) left.hit = right.hit = true
  }
}

/** M A R I A */
function joinLetters(folded: FoldedChars, words: Word[], { strong, weak }: NameModel) {
  const names = [...strong.keys(), ...weak.keys()].filter((name) => name.length >= 3)
  for (let at = 0; at < words.length;) {
    let to = at
    let text = ''
    while (to < words.length && words[to]?.text.length === 1) {
      const [left, right] = [words[to - 1], words[to]]
      if (to > at && !(left && right && isJoint(between(folded, left, right)))) break
      text += right?.text ?? ''
      to += 1
    }
    if (text.length >= 3) {
      for (const name of names) {
        for (let found = text.indexOf(name); found !== -1; found = text.indexOf(name, found + name.length)) {
          for (let letter = 0; letter < name.length; letter += 1) {
            const word = words[at + found + letter]
            if (word) [word.hit, word.role] = [true, word.role || roles.first | roles.last]
          }
        }
      }
    }
    at = Math.max(to, at + 1)
  }
}

/** What belongs to a name only beside it: particles, initials, weak words. */
function spreader(folded: FoldedChars, model: NameModel) {
  const { chars, upper } = folded
  const initialOf = (word: Word) =>
    word.text.length > 1 || upper[word.start] !== 1
      ? 0
      : model.initials.reduce((role, { letter, role: own }) => (letter === word.text ? role | own : role), 0)
  return {
    /** Is `word`, before a part of the name, one of it as well? */
    back(word: Word | undefined, name: Word | undefined) {
      if (!word || !name || word.hit || !name.hit) return
      const gap = between(folded, word, name)
      const isParticle = model.particles.has(word.text) && (name.role & roles.last) !== 0 && isJoint(gap)
      const isApart = isParticle && word.text.length === 1 && gap !== "'" && upper[word.start] !== 1
      const isInitial = initialOf(word) > 0 && /^(?:\.?\s?|\.?-)$/.test(gap ?? '?')
      const isWeak =
        (word.role & roles.first && name.role & roles.last && isJoint(gap)) ||
        (word.role & roles.last && name.role & roles.first && reversal.test(gap ?? ''))
      if ((isParticle && !isApart) || isInitial || isWeak) {
        word.hit = true
        word.role ||= name.role
      }
    },
    /** Is `word`, behind a part of the name, one of it as well? */
    on(name: Word | undefined, word: Word | undefined, next: Word | undefined) {
      if (!word || !name || word.hit || !name.hit) return
      const gap = between(folded, name, word)
      const isWeak =
        (name.role & roles.first && word.role & roles.last && isJoint(gap)) ||
        (name.role & roles.last && word.role & roles.first && reversal.test(gap ?? ''))
      const held = next?.hit === true && isJoint(gap) && isJoint(between(folded, word, next))
      const isHeld =
        held && (model.particles.has(word.text) || (word.text.length === 1 && upper[word.start] === 1))
      const closes = /^(?:$|[.,;:!?)\]"'\n\r])/.test(chars.slice(word.end, word.end + 1))
      const isInitial = (initialOf(word) & roles.last) !== 0 && closes && /^(?:\s{1,2}|-)$/.test(gap ?? '')
      if (isWeak || isHeld || isInitial) {
        word.hit = true
        word.role ||= name.role
      }
    },
  }
}

function insideWords({ chars }: FoldedChars, { pieces }: NameModel): Word[] {
  const found: Word[] = []
  for (const piece of new Set(pieces)) {
    for (let at = chars.indexOf(piece); at !== -1; at = chars.indexOf(piece, at + piece.length)) {
      const end = at + piece.length
      // Two katakana stand in many a longer loan word.
      const cuts =
        katakanaPair.test(piece) && (katakana.test(chars[at - 1] ?? '') || katakana.test(chars[end] ?? ''))
      if (!cuts) found.push({ start: at, end, text: piece, role: 0, hit: true })
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
    const runsOn =
      last && !breaks && (isJoint(gap) || (gap !== null && reversal.test(gap) && word.role !== last.role))
    if (last && runsOn) {
      last.end = Math.max(last.end, word.end)
      last.role = word.role
      last.text = word.text
    } else merged.push({ ...word })
  }
  return merged.map(({ start, end }) => ({ start, end }))
}
