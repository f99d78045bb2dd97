import type { TextRange } from '@/lib/domain/search'

const atSign = /[[({]\s?(?:at|@|arroba)\s?[\])}]/g
const part = /[\p{L}\p{N}._%+'-]/u

// Spelled out, as in "blog dot dev" and "blog [dot] dev".
const dot = String.raw`(?:[ \t]{0,2}[[({][ \t]?(?:dot|punkt|punto|point|\.)[ \t]?[\])}][ \t]{0,2}|[ \t]{1,2}(?:dot|punkt|punto)[ \t]{1,2})`
const label = String.raw`[\p{L}\p{N}_-]{1,63}`
const localPart = String.raw`[\p{L}\p{N}._%+'-]{1,64}`
const local = String.raw`(?<![\p{L}\p{N}._%+'-])${localPart}(?:${dot}${localPart}){0,2}`
const at = String.raw`(?:[ \t]{1,2}(?:at|arroba|@)[ \t]{1,2}|@)`
const end = String.raw`\p{L}{2,24}(?![\p{L}\p{N}])`
const mailed = new RegExp(`${local}${at}${label}(?:(?:${dot}|\\.)${label}){0,2}${dot}${end}`, 'gu')
// "Engineer at booking.com" tells an employer; nobody's address is at gmail.com in another sense.
const providers = String.raw`(?:gmail|googlemail|yahoo|ymail|outlook|hotmail|icloud|proton(?:mail)?|gmx|aol|yandex|fastmail|zoho)`
const atProvider = new RegExp(`${local}${at}${providers}(?:\\.\\p{L}{2,6}){1,2}(?![\\p{L}\\p{N}])`, 'gu')
// "zoe @ gmx . de": only with endings that begin no sentence.
const spaced = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+'-])${localPart}[ \t]{0,2}@[ \t]{0,2}${label}(?:[ \t]{0,2}\.[ \t]{0,2}${label}){0,2}[ \t]{1,2}\.[ \t]{0,2}(?:com|net|org|io|dev|app|xyz|biz|eu|de|fr|uk|es|nl|ch|pl|ru|cz|se|dk)(?![\p{L}\p{N}])`,
  'gu',
)
const known =
  '(?:com|net|org|io|dev|app|ai|co|me|art|info|biz|xyz|eu|de|fr|uk|design|page|studio|site|online|tech)'
const bracket = String.raw`[ \t]{0,2}[[({][ \t]?(?:dot|punkt|punto|point|\.)[ \t]?[\])}][ \t]{0,2}`
const linked = [
  new RegExp(String.raw`(?<![\p{L}\p{N}_-])${label}(?:${bracket}${label}){0,2}${bracket}${end}`, 'gu'),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}_-])${label}(?:[ \t](?:dot|punkt|punto)[ \t]${label}){0,2}[ \t](?:dot|punkt|punto)[ \t]${known}(?![\p{L}\p{N}])`,
    'gu',
  ),
  // Sentences are sometimes set like this too, so only with endings that begin none.
  /(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]{1,63}[ \t]{1,2}\.[ \t]{1,2}(?:com|net|org|dev|app|xyz|biz)(?![\p{L}\p{N}])/gu,
]

const findRanges = (chars: string, pattern: RegExp): TextRange[] =>
  [...chars.matchAll(pattern)].map(({ index, 0: text }) => ({ start: index, end: index + text.length }))

function* aroundSigns(chars: string): Iterable<TextRange> {
  const dotted = new RegExp(`^${dot}(?=[\\p{L}\\p{N}])`, 'u')
  let reached = 0
  for (const { index, 0: sign } of chars.matchAll(atSign)) {
    let [start, last] = [index, index + sign.length]
    while (start > reached && index - start < 2 && chars[start - 1] === ' ') start -= 1
    while (start > reached && part.test(chars[start - 1] ?? '')) start -= 1
    while (last < chars.length && last < index + sign.length + 2 && chars[last] === ' ') last += 1
    for (let dots = 0; dots < 4; dots += 1) {
      while (last < chars.length && part.test(chars[last] ?? '')) last += 1
      const spelled = dotted.exec(chars.slice(last, last + 24))
      if (!spelled) break
      last += spelled[0].length
    }
    reached = last
    yield { start, end: last }
  }
}

/** Where a folded text spells out what it does not want read by machines: "x at example dot org", "example [dot] org". */
export function spelledOutRanges(chars: string): { mails: TextRange[]; links: TextRange[] } {
  return {
    mails: [
      ...aroundSigns(chars),
      ...findRanges(chars, mailed),
      ...findRanges(chars, atProvider),
      ...findRanges(chars, spaced),
    ],
    links: linked.flatMap((pattern) => findRanges(chars, pattern)),
  }
}
