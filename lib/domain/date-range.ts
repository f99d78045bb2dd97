import type { Month } from '@/lib/contracts/candidate'
import { monthNumbers } from './month-names'
import { foldText } from './search'

/** What a written date range says. Both ends null with `current` is someone who wrote only "Present". */
export type DateReading = {
  start: Month | null
  /** Null when unknown, and when current. */
  end: Month | null
  current: boolean
}

// Longer than any range seen. What is longer is prose, and would only cost time.
const longest = 120
const years = { first: 1900, last: 2100 }

const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]
const latinDigit = (digit: string) => {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeros.find((first) => code >= first && code <= first + 9)
  return zero === undefined ? digit : String(code - zero)
}

const names = [...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|')
const year = '(?:19|20|21)\\d{2}'
const alone = (pattern: string) => `(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`
// In this order: the longer way of writing a date wins over a shorter one inside it.
const datePattern = new RegExp(
  [
    `(?<y1>${year})\\s*年\\s*(?:(?<m1>\\d{1,2})\\s*月)?`,
    alone(`\\d{1,2}[/.](?<m2>\\d{1,2})[/.](?<y2>${year})`),
    alone(`(?<y3>${year})[-/.](?<m3>\\d{1,2})(?:[-/.]\\d{1,2})?`),
    alone(`(?<m4>\\d{1,2})\\s?[/.-]\\s?(?<y4>${year})`),
    alone(`(?:\\d{1,2}\\.?\\s+)?(?:de\\s+)?(?<n5>${names})\\.?,?(?:\\s+de)?[\\s/-]*(?<y5>${year})`),
    alone(`(?<y6>${year})\\s+(?<n6>${names})\\.?`),
    alone(`(?<y7>${year})`),
    alone(`(?<n8>${names})\\.?`),
  ].join('|'),
  'gu',
)

const presentPhrases =
  /\b(?:a ce jour|en cours|in corso|o momento|to date|until now|en la actualidad|aujourd'hui|up to now)\b|至今|现在|現在/g
const presentWords = new Set(
  (
    'present current currently now today ongoing actuel actuellement maintenant heute aktuell jetzt gegenwart laufend ' +
    'actualidad actual actualmente presente hoy ahora oggi attuale attualmente atual atualmente hoje heden nu'
  ).split(' '),
)
const sinceWords = new Set('since from depuis seit ab von desde da dal sinds vanaf van'.split(' '))
const toWords = new Set("to until till through bis au a jusqu'a jusqu'au hasta al ate tot fino".split(' '))
const fillers = new Set("de du del l' of the el la o il en".split(' '))

type DateToken = { y: number | null; m: number | null }

function readDate(groups: Record<string, string | undefined>): DateToken | null {
  const pick = (letter: string) =>
    Object.entries(groups).find(([key, value]) => key[0] === letter && value)?.[1]
  const [y, m, name] = [pick('y'), pick('m'), pick('n')]
  const month = name ? (monthNumbers.get(name) ?? null) : m ? Number(m) : null
  if (month !== null && (month < 1 || month > 12)) return null
  // Day and month of 3/4/2020 cannot be told apart, so only the year is certain.
  return { y: y ? Number(y) : null, m: groups.m2 ? null : month }
}

/** The sentence as one letter a word: D date, M month alone, P present, S since, - to. Null when a word is none of these. */
function shapeOf(text: string): { shape: string; dates: DateToken[] } | null {
  const dates: DateToken[] = []
  let bad = false
  const marked = text
    .replace(datePattern, (...args) => {
      const date = readDate(args.at(-1) as Record<string, string | undefined>)
      if (!date) bad = true
      else dates.push(date)
      return date?.y === null ? ' #M ' : ' #D '
    })
    .replace(presentPhrases, ' #P ')
    .replace(/[-–—‒―−~→]+/g, ' #- ')
  if (bad) return null
  let shape = ''
  for (const word of marked.split(/[\s,.:()]+/)) {
    if (word === '' || fillers.has(word)) continue
    if (word.startsWith('#')) shape += word[1] ?? ''
    else if (presentWords.has(word)) shape += 'P'
    else if (sinceWords.has(word)) shape += 'S'
    else if (toWords.has(word)) shape += '-'
    else return null
  }
  return { shape: shape.replace(/-+/g, '-'), dates }
}

const monthOfToken = (token: DateToken | undefined): Month | null =>
  token?.y && token.y >= years.first && token.y <= years.last ? { y: token.y, m: token.m } : null

const firstMonth = ({ y, m }: Month) => y * 12 + (m ?? 1)
const lastMonth = ({ y, m }: Month) => y * 12 + (m ?? 12)

function range(start: Month | null, end: Month | null): DateReading | null {
  if (!start || !end || lastMonth(end) < firstMonth(start)) return null
  return { start, end, current: false }
}

/**
 * Reads a date range as people write it: `2/2025 - 7/2025`, `Jan 2020 – Present`, `2019`, `since 2020`, in seven
 * languages. Nothing is guessed: a word that is not understood, or an end before the start, gives null.
 */
export function readDateRange(text: string | null): DateReading | null {
  if (text === null || text.length > longest) return null
  const folded = foldText(text.replace(/\p{Nd}/gu, latinDigit)).replace(/[’‘`´]/g, "'")
  // A length after the dates ("· 3 yrs 2 mos") or in brackets repeats what they say.
  const words = folded.replace(/\s*[·•|].*$/, '').replace(/\([^)]*\)/g, ' ')
  const read = shapeOf(words)
  if (!read) return null
  const [first, second] = read.dates
  const start = monthOfToken(first)
  switch (read.shape) {
    case 'D':
      return range(start, start)
    case 'D-D':
    case 'SD-D':
      return range(start, monthOfToken(second))
    case 'M-D': {
      const end = monthOfToken(second)
      return range(end && first ? { y: end.y, m: first.m } : null, end)
    }
    case 'D-P':
    case 'DP':
    case 'SDP':
    case 'SD-P':
    case 'SD':
      return start && { start, end: null, current: true }
    case 'D-':
      return start && { start, end: null, current: false }
    case '-D':
      return start && { start: null, end: start, current: false }
    case 'P':
      return { start: null, end: null, current: true }
    default:
      return null
  }
}
