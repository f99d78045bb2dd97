import type { FoldedChars } from '@/lib/domain/folded-chars'
import { roles } from './name-chunks'
import type { NameModel } from './name-model'
import type { TextRange } from '@/lib/domain/search'

// Folded, as letters end in the languages applicants write in.
const closings = new Set(
  `
  best|best regards|best wishes|all the best|kind regards|kindest regards|warm regards|warmest regards|warmly|regards|rgds|br|kr
  thanks|many thanks|thank you|thanks again|thx|cheers|sincerely|yours|yours sincerely|sincerely yours|yours faithfully|yours truly
  respectfully|cordially|love|greetings|signed|saludos|un saludo|saludos cordiales|atentamente|gracias|cordialement
  bien cordialement|bien a vous|merci|salutations|mfg|lg|vg|grusse|gruss|viele grusse|liebe grusse|beste grusse|herzliche grusse
  freundliche grusse|mit freundlichen grussen|danke|groeten|groet|groetjes|met vriendelijke groet|obrigado|obrigada|abraco|abracos
  atenciosamente|cordiali saluti|distinti saluti|saluti|grazie|hilsen|med venlig hilsen|mvh|halsningar|vanliga halsningar
  pozdrawiam|с уважением|спасибо|з повагою|дякую|tesekkurler|saygilarimla|με εκτιμηση|תודה|בברכה|شكرا|مع التحيه
`
    .trim()
    .split(/[|\n]/)
    .map((words) => words.trim()),
)

function closes(text: string): boolean {
  const phrase = text.replace(/[\s,.!:;]+$/, '')
  return closings.has(phrase.slice(phrase.search(/[^.!?;,]*$/)).trim())
}

const dashed = /(?:^|\s|[.!?,])[-~*/\u2010-\u2015]{1,3}\s{0,2}$/u
const sentenceEnd = /[.!?]["')]?\s{1,2}$/

// One to four letters with or without full stops, or one word, at the end of a line.
const letters = /(?<![\p{L}\p{N}'])((?:\p{L}[. -]{1,2}){1,3}\p{L}|\p{L}{1,4})\.?\s{0,3}$/u
const word = /(?<![\p{L}\p{N}])(\p{L}{2,40})[.!]?\s{0,3}$/u
// Initials that more of the line follows: a place in brackets, or the next sentence, not "- U.S. market".
const midLine = /(?<![\p{L}\p{N}'.])((?:\p{L}\.\s?){1,3}\p{L}\.|\p{L}{2,4})(?=\s{0,2}([(|,\p{L}\p{N}]))/gu
const farBack = 60

/** Do these letters stand for the person: first before last, or the two turned round? */
function standFor(initials: string[], model: NameModel): boolean {
  const roleAt = (letter: string | undefined, role: number) =>
    model.initials.some((own) => own.letter === letter && own.role === role)
  const known = initials.every((letter) => model.initials.some((own) => own.letter === letter))
  const [first, last] = [initials[0], initials.at(-1)]
  if (initials.length === 1) return known
  const forward = roleAt(first, roles.first) && (roleAt(last, roles.last) || roleAt(last, roles.first))
  return (
    known && (forward || (initials.length === 2 && roleAt(first, roles.last) && roleAt(last, roles.first)))
  )
}

/** Initials behind a closing or a dash in the middle of a line. */
function inMiddle({ chars, upper }: FoldedChars, model: NameModel, line: Line, opened: boolean): TextRange[] {
  const found: TextRange[] = []
  const text = chars.slice(line.start, line.end)
  for (const { index, 1: initials = '', 2: next = '' } of text.matchAll(midLine)) {
    const [start, dotted] = [line.start + index, initials.includes('.')]
    const before = text.slice(Math.max(0, index - farBack), index)
    const own = initials.match(/\p{L}/gu) ?? []
    const capitals = [...initials].every(
      (letter, at) => letter === '.' || letter === ' ' || upper[start + at] === 1,
    )
    if (!capitals || !standFor(own, model)) continue
    const closed = closes(before) || (opened && before.trim() === '')
    const behind = start + initials.length + text.slice(index + initials.length).search(/\S/)
    const goesOn = /[\p{L}\p{N}]/u.test(next) ? dotted && upper[behind] === 1 : next === '(' || closed
    if (goesOn && (closed || (dotted && dashed.test(before))))
      found.push({ start, end: start + initials.length })
  }
  return found
}

type Line = { start: number; end: number }

function* splitLines(chars: string): Iterable<Line> {
  for (let start = 0; start <= chars.length;) {
    const found = chars.indexOf('\n', start)
    const end = found === -1 ? chars.length : found
    if (/\S/.test(chars.slice(Math.max(start, end - farBack), end))) yield { start, end }
    start = end + 1
  }
}

/**
 * Where a text is signed with the person's initials, or with a name that is also a word: behind a closing or a dash at
 * the end of a line, or at the very end. "PM" in the middle of a sentence stays.
 */
export function signOffRanges(folded: FoldedChars, model: NameModel): TextRange[] {
  const { chars, upper } = folded
  if (model.initials.length === 0) return []
  const lines = [...splitLines(chars)]
  const found: TextRange[] = []
  lines.forEach(({ start, end }, at) => {
    const above = lines[at - 1]
    const opened =
      above !== undefined && closes(chars.slice(Math.max(above.start, above.end - farBack), above.end))
    found.push(...inMiddle(folded, model, { start, end }, opened))
    const from = Math.max(start, end - farBack)
    const tail = chars.slice(from, end)
    const [initials, name] = [letters.exec(tail), word.exec(tail)]
    const isWeak = name !== null && model.weak.has(name[1] ?? '')
    const written = isWeak ? name : initials
    const text = written?.[1]
    if (!written || text === undefined) return
    const [begin, isLast] = [from + written.index, at === lines.length - 1]
    const own = text.match(/\p{L}/gu) ?? []
    if (!isWeak && !standFor(own, model)) return
    const before = chars.slice(Math.max(start, begin - farBack), begin)
    const alone = before.trim() === ''
    const closed = closes(before) || (alone && opened)
    const capitals = [...text].every((letter, unit) => !/\p{L}/u.test(letter) || upper[begin + unit] === 1)
    const many = own.length > 1
    const opens = before.trim().length <= 3
    const dash = dashed.test(before) && (opens || (many && !isWeak)) && (many || isLast)
    const ends = isLast && many && ((alone && above !== undefined) || sentenceEnd.test(before))
    if (closed || (dash && (capitals || isLast)) || (ends && (capitals || isWeak))) {
      // The full stop of "M.K." is the abbreviation's, that of "MK." the sentence's.
      const stop = !isWeak && text.includes('.') && chars[begin + text.length] === '.' ? 1 : 0
      found.push({ start: begin, end: begin + text.length + stop })
    }
  })
  return found
}
