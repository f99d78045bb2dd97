import * as words from './date-words'

/** A date within a text. `part` is a season or a part of a year, so that only the year is known; winters have no certain end. */
export type DateToken = { y: number | null; m: number | null; part: boolean; winter: boolean }

/**
 * A piece of a written range as one letter a word: D date, M month without a year, P present, S since, Q onwards, - to,
 * T by then, U unknown, E expected, L length, C comma.
 */
export type Tokens = { shape: string; dates: DateToken[]; unknown: boolean }

const escape = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const alternation = (list: Iterable<string>) =>
  [...new Set(list)]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|')
const spaced = (word: string) =>
  !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u.test(word)
const wordEnd = '(?![\\p{L}\\p{M}])'

const Y = '(?<y>(?:19|20|21)\\d{2})(?![\\d\\p{Script=Latin}])'
const shortYear = "'(?<yy>\\d{2})(?![\\d\\p{L}])"
// Hebrew writes "in" onto the month.
const N = `ב?(?<n>${alternation(words.monthNumbers.keys())})${wordEnd}`
const joiner = "(?:[-/.]|['.॰]?\\s*[.,]?\\s*(?:(?:de|del|of|ng|di|ค\\.ศ\\.|พ\\.ศ\\.)\\s+)?)"
const ordinal = '(?:st|nd|rd|th|er|re|e|[oa]|\\.)?'
const part = `(?:${alternation(words.yearParts)})${wordEnd}`
const clock = '(?:t[\\d:.]+(?:z|[+-]\\d\\d:?\\d\\d)?|\\s\\d\\d:\\d\\d(?::\\d\\d)?)?'
const yearSuffix = '(?:\\s?(?:г|р|m|gada|g|year)(?![\\p{L}\\p{M}])\\.?)?'

type Groups = Record<string, string | undefined>
type Written = Omit<DateToken, 'part' | 'winter'> & { part?: boolean; winter?: boolean }
type Form = { pattern: RegExp; read: (groups: Groups) => Written | null }

const firstShortYear = 50
const yearIn = ({ y, yy }: Groups) =>
  y ? Number(y) : Number(yy) + (Number(yy) < firstShortYear ? 2000 : 1900)
const month = (y: number, m: number): Written | null => (m >= 1 && m <= 12 ? { y, m } : null)
const form = (pattern: string, read: Form['read']): Form => ({
  pattern: new RegExp(`^(?:${pattern})`, 'u'),
  read,
})

/** Day and month of `3/4/2020` cannot be told apart unless one of them can be no month; with dots the day comes first. */
function readDayMonth({ a, b, sep, ...groups }: Groups): Written | null {
  const [first, second, y] = [Number(a), Number(b), yearIn(groups)]
  if (first > 31 || second > 31 || first < 1 || second < 1) return null
  if (first > 12 && second > 12) return null
  if (second > 12) return { y, m: first }
  if (first > 12 || first === second || sep === '.') return { y, m: second }
  return { y, m: null }
}

const maxPairLength = 50

/** `2009-12` is December or the years 2009 to 2012; `2020-03` can be no pair of years. With a dot it is a month. */
function readYearMonth({ a, sep, ...groups }: Groups): Written | null {
  const [y, m] = [yearIn(groups), Number(a)]
  const until = Math.floor(y / 100) * 100 + m
  const pair = until > y ? until : until + 100
  const mayBeYears = sep !== '.' && a?.length === 2 && until !== y && pair - y <= maxPairLength
  return mayBeYears ? null : month(y, m)
}

const nameMonth = ({ n, ...groups }: Groups): Written => ({
  y: yearIn(groups),
  m: words.monthNumbers.get(n ?? '') ?? null,
})
const numberMonth = ({ a, ...groups }: Groups) => month(yearIn(groups), Number(a))
const yearOnly = (groups: Groups): Written => ({ y: yearIn(groups), m: null })
const partOfYear = (groups: Groups): Written => ({ ...yearOnly(groups), part: true })

// In this order: the longer way of writing a date wins over a shorter one inside it.
const forms: readonly Form[] = [
  form(`${Y}\\s*[年년]\\s*(?<a>\\d{1,2})\\s*[月월](?:\\s*\\d{1,2}\\s*[日일])?`, numberMonth),
  form(`${Y}\\s*[年년]`, yearOnly),
  form('(?<y>(?:19|20|21)\\d{2})(?<a>0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)', numberMonth),
  form(`${Y}(?<sep>[-/.])\\s?(?<a>\\d{1,2})\\k<sep>\\s?\\d{1,2}(?!\\d)${clock}`, numberMonth),
  form(`(?<a>\\d{1,2})(?<sep>[-/.])\\s?(?<b>\\d{1,2})\\k<sep>\\s?${Y}`, readDayMonth),
  form(`\\d{1,2}${ordinal}\\s*(?:(?:of|de|ng)\\s+)?${N}${joiner}(?:${Y}|${shortYear})`, nameMonth),
  form(`${N}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?\\s*,?\\s+${Y}`, nameMonth),
  form(`${N}${joiner}(?:${Y}|${shortYear})`, nameMonth),
  form(`${Y}\\.?,?${yearSuffix}\\s*${N}\\.?(?:\\s+\\d{1,2}\\.?(?![\\d/]))?`, nameMonth),
  form(`(?:\\d{1,2}\\s+)?(?:thang|thg|th)\\.?\\s*(?<a>\\d{1,2})\\s*(?:[,/.-]|nam)?\\s*${Y}`, numberMonth),
  form(`(?:q\\s?[1-4]|[1-4]q|h[12]|[12]h|[1-4]\\. ?quartal)[\\s/-]*${Y}`, partOfYear),
  form(`${Y}[\\s/-]*(?:q[1-4]|h[12])(?!\\d)`, partOfYear),
  form(`${Y}-?w\\d{1,2}(?:-[1-7])?(?!\\d)`, partOfYear),
  form(`(?:w|wk|week|kw|cw)\\.? ?\\d{1,2}[\\s,/-]+${Y}`, partOfYear),
  form(`(?:${part})[\\s,-]*(?:(?:of|de|del|di)\\s+)?(?:${Y}|${shortYear})`, partOfYear),
  form(`(?:${alternation(words.winters)})\\s+(?:de\\s+)?${Y}`, (groups) => ({
    ...partOfYear(groups),
    winter: true,
  })),
  form(`(?<a>\\d{1,2})(?:\\s?[/.]\\s?|-)${Y}`, numberMonth),
  form(`${Y}(?<sep>[-/.])(?<a>\\d{1,2})(?![\\d/])`, readYearMonth),
  form(`${Y}\\.\\s(?<a>\\d{1,2})\\.?(?![\\d/])`, numberMonth),
  form(`(?:${Y}|${shortYear})${yearSuffix}`, yearOnly),
  form(`${N}[.']?`, ({ n }) => ({ y: null, m: words.monthNumbers.get(n ?? '') ?? null })),
]

const letterByWord = new Map<string, string>(
  (
    [
      ['', words.labels],
      ['', words.fillers],
      ['U', words.unknownWords],
      ['E', words.expectedWords],
      ['T', words.byThenWords],
      ['Q', words.onwardWords],
      ['-', words.untilWords],
      ['S', words.sinceWords],
      ['P', words.presentWords],
    ] as const
  ).flatMap(([letter, list]) => list.map((word) => [word, letter] as const)),
)
const known = [...letterByWord.keys()]
const wordPattern = new RegExp(
  `^(?:(?<w>${alternation(words.labels.filter((label) => label.endsWith('employed')))})|(?<x>${alternation(known.filter((word) => !spaced(word)))})|(?<z>${alternation(known.filter(spaced))})${wordEnd})`,
  'u',
)
const article = 'an?|une?|uno|una|uma?|one|ein|einem|eine|een|ett?|en'
const count = `(?:\\d{1,2}(?:[.,]\\d)?\\s*\\+?|(?:${article})(?=\\s))`
const longUnits = words.lengthUnits.filter((unit) => unit.length > 3)
const lengthPattern = new RegExp(
  `^(?:(?:${alternation(words.lessThan)})\\s*)?(?:${count}\\s*(?:${alternation(words.lengthUnits)})|(?:${alternation(longUnits)}))(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{M}])\\.?(?:\\s+(?:and|et|und|y|e|en|i|og|och|ve|и)(?=\\s+\\d))?`,
  'u',
)
const partBeforeMonth = new RegExp(`^${part}[\\s-]*(?:of\\s+|de\\s+)?(?=${N})`, 'u')
const dash = /^[-–—‒―−⁃~〜→⇒➜➔⟶►»>=]+/u
const punctuation = /^[\s:.]+/
const run = /^(?:[\p{L}\p{M}]+|[^\s])/u

/** Splits a folded text into what its words say about dates. `unknown`: some of them say nothing that is understood. */
export function readTokens(folded: string): Tokens | null {
  const tokens: Tokens = { shape: '', dates: [], unknown: false }
  let rest = folded
  const take = (length: number, letter: string) => {
    rest = rest.slice(length)
    tokens.shape += letter
  }
  while (rest !== '') {
    const skipped = punctuation.exec(rest) ?? partBeforeMonth.exec(rest)
    if (skipped) {
      take(skipped[0].length, '')
      continue
    }
    const written = forms
      .map(({ pattern, read }) => ({ match: pattern.exec(rest), read }))
      .find(({ match }) => match)
    if (written?.match) {
      const date = written.read(written.match.groups ?? {})
      if (!date) return null
      tokens.dates.push({ part: false, winter: false, ...date })
      take(written.match[0].length, date.y === null ? 'M' : 'D')
      continue
    }
    const length = lengthPattern.exec(rest)
    const word = wordPattern.exec(rest)
    const line = dash.exec(rest)
    if (length && length[0].length >= (word?.[0].length ?? 0)) take(length[0].length, 'L')
    else if (word) take(word[0].length, letterByWord.get(word[0]) ?? '')
    else if (line) take(line[0].length, '-')
    else if (rest.startsWith(',')) take(1, 'C')
    else if (rest.startsWith('?')) take(1, 'U')
    else {
      tokens.unknown = true
      take(run.exec(rest)?.[0].length ?? 1, '')
    }
  }
  return tokens
}
