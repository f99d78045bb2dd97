import type { Month } from '@/lib/contracts/month'
import { foldDateText } from './date-text'
import { type DateToken, readTokens } from './date-tokens'

/** What a written date range says. Both ends null with `current` is someone who wrote only "Present". */
export type DateReading = {
  start: Month | null
  /** Null when unknown, and when current. */
  end: Month | null
  current: boolean
}

// Longer than any range seen. What is longer is prose, and would only cost time.
const maxLength = 160
const years = { first: 1900, last: 2100 }

type Written = { shape: string; dates: DateToken[]; annotated: boolean }

const piece = /[·•∙‧・‣●|()[\]{}（）【】]/gu

/** `Jan 2020 | Present` is a range; a bullet only stands beside, and a bracket belongs to what is before it. */
function classifyJoin(mark: string | undefined, before: string, shape: string): '' | '-' | 'B' {
  if (before === '' || !mark || /[()[\]{}（）【】]/u.test(mark)) return ''
  return mark === '|' && /^S?D$/.test(before) && /^[DP]/.test(shape) ? '-' : 'B'
}

/**
 * What the pieces between bullets, bars and brackets say together, in one shape. A piece that says nothing of time
 * (`· 3 yrs`, `(contract)`) is an annotation. Null when a piece with a date in it is not understood.
 */
function readPieces(folded: string): Written | null {
  const written: Written = { shape: '', dates: [], annotated: false }
  const marks = ['', ...[...folded.matchAll(piece)].map(([mark]) => mark)]
  for (const [at, text] of folded.split(piece).entries()) {
    const tokens = readTokens(text.trim())
    if (!tokens) return null
    const shape = tokens.shape.replace(/C*L[CL]*$/, 'L')
    const dated = /[^LC]/.test(shape)
    if (tokens.unknown && (dated || /\d/.test(text))) return null
    if (tokens.unknown || shape === 'L') written.annotated = true
    if (!dated) continue
    written.annotated ||= shape.endsWith('L')
    written.shape += classifyJoin(marks[at], written.shape, shape) + shape.replace(/L$/, '')
    written.dates.push(...tokens.dates)
  }
  return written
}

/** The shape with its ways of saying the same thing made one: `from D to D`, `D から D まで` and `D - D` are `D-D`. */
function simplify(shape: string): string {
  return shape
    .replace(/^[CB]+|[CB]+$/g, '')
    .replace(/C(?=[-P])|(?<=[-SP])C/g, '')
    .replace(/-+/g, '-')
    .replace(/PT/g, 'P')
    .replace(/^(S?[DM])Q-?(?=[DPU])/, '$1-')
    .replace(/^(S?[DM]-D)T$/, '$1')
    .replace(/^(S?D-)ED$|^(S?D-D)E$/, (_, before: string | undefined, after: string) => after ?? `${before}D`)
    .replace(/^(P)[-B]?S?D$/, 'D-P')
    .replace(/^(S?D)B?P$/, '$1-P')
    .replace(/^S?(?=[DM]-)/, '')
}

const toMonth = (token: DateToken | undefined): Month | null =>
  token?.y && token.y >= years.first && token.y <= years.last ? { y: token.y, m: token.m } : null

const firstMonth = ({ y, m }: Month) => y * 12 + (m ?? 1)
const lastMonth = ({ y, m }: Month) => y * 12 + (m ?? 12)

function range(start: Month | null, end: Month | null): DateReading | null {
  if (!start || !end || lastMonth(end) < firstMonth(start)) return null
  return { start, end, current: false }
}

function readShape(shape: string, [first, second]: DateToken[], annotated: boolean): DateReading | null {
  const start = toMonth(first)
  const end = second?.winter ? null : toMonth(second)
  switch (shape) {
    case 'D':
      // Beside a length or words that are not understood, one date alone may be either end.
      return annotated || first?.part ? null : range(start, start)
    case 'D-D':
      return range(start, end)
    case 'DD':
      return first?.m && second?.m ? range(start, end) : null
    case 'M-D':
      return range(end && first && !second?.part ? { y: end.y, m: first.m } : null, end)
    case 'D-P':
    case 'SD':
    case 'DQ':
    case 'SDQ':
      return start && { start, end: null, current: true }
    case 'D-':
    case 'D-U':
      return start && { start, end: null, current: false }
    case '-D':
    case 'U-D':
    case 'DT':
    case '-DT':
      return start && !first?.winter ? { start: null, end: start, current: false } : null
    case 'P':
    case '-P':
    case 'U-P':
      return { start: null, end: null, current: true }
    default:
      return null
  }
}

/**
 * Reads a date range as people write it: `2/2025 - 7/2025`, `Jan 2020 – Present`, `2019`, `since 2020`, in the languages
 * of the network. Nothing is guessed: what can be read in two ways (`2009-12`), two spells in one text, a word that is not
 * understood, or an end before the start, gives null. Where only the year is certain (`1/2/2020`, `Q1 2020`), the month is null.
 */
export function readDateRange(text: string | null): DateReading | null {
  if (text === null || text.length > maxLength) return null
  const written = readPieces(foldDateText(text))
  return written && readShape(simplify(written.shape), written.dates, written.annotated)
}

/**
 * The start and end of a range that ends before it starts, as in `Mar 2020 - Jan 2019`, which `readDateRange` does not
 * read. Null for every other text, and where the dates as written leave room for doubt (`2020 - 3/2020`).
 */
export function readReversedRange(text: string): { start: Month; end: Month } | null {
  if (text.length > maxLength) return null
  const written = readPieces(foldDateText(text))
  const shape = written && simplify(written.shape)
  if (!written || (shape !== 'D-D' && shape !== 'DD')) return null
  const [first, second] = written.dates
  if (first?.winter || second?.winter || (shape === 'DD' && !(first?.m && second?.m))) return null
  const [start, end] = [toMonth(first), toMonth(second)]
  return start && end && lastMonth(end) < firstMonth(start) ? { start, end } : null
}
