import type { TextRange } from '@/lib/domain/search'

const run = /[+(]?\d(?:[ ().\-/·\u2010-\u2015]{0,3}\d)*/g
const year = /^(?:19|20)\d\d$/
const callWords =
  /(?:tel|phone|call|cell|mobile|mobil|whatsapp|handy|fon|text|sms|telefon[oe]?|celular)\W{0,8}$/
const money = /[$€£¥₹₩]\s?$/

const isDate = (groups: string[]) =>
  groups.some((group) => year.test(group)) && groups.every((group) => group.length <= 2 || year.test(group))

const isCount = (groups: string[]) =>
  groups.length > 1 &&
  (groups[0] ?? '').length <= 3 &&
  groups.slice(1).every((group) => group.length === 3) &&
  groups.at(-1) === '000'

const isPairs = (groups: string[]) => groups.length === 4 && groups.every((group) => group.length === 2)
const isFours = (groups: string[]) => groups.length === 2 && groups.every((group) => group.length === 4)

/** Dates, years and round counts are not phone numbers; nine digits and more otherwise are, fewer where they look it. */
function isPhone(number: string, before: string): boolean {
  const groups = number.match(/\d+/g) ?? []
  const count = groups.join('').length
  if (count < 7 || isDate(groups) || money.test(before)) return false
  if (/^(?:\+|\(?0)/.test(number) || callWords.test(before)) return true
  if (isCount(groups)) return false
  return count >= 9 || isPairs(groups) || isFours(groups)
}

/** Where phone numbers stand in a folded text, ascending. */
export function phoneRanges(folded: string): TextRange[] {
  const found: TextRange[] = []
  for (const match of folded.matchAll(run)) {
    const [number] = match
    const before = folded.slice(Math.max(0, match.index - 20), match.index)
    if (isPhone(number, before)) found.push({ start: match.index, end: match.index + number.length })
  }
  return found
}
