import type { FoldedChars } from './folded-chars'
import { phoneRanges } from './phone-ranges'
import type { TextRange } from './search'

/** A part of a folded text that is replaced, and by what. */
export type Hidden = TextRange & { mark: string }

/** What takes the place of what is hidden: words, so that a screen reader says them too. */
export const marks = { name: '[name]', link: '[link]', contact: '[contact]' } as const

const endings = new Set(
  `com net org io dev me co app ai eu info biz xyz site online tech design page link pro name blog studio works cloud
  agency digital media live world space website academy email tv fm gg ly to cc ws id in it is at be br ca ch cl cn cz
  de dk es fi fr gr hk hr hu ie il jp kr lt lu lv mx my ng nl no nz pe ph pl pt ro rs ru sa se sg si sk th tr tw ua uk
  us vn za ar au ae bg ee`.split(/\s+/),
)
// Products written like addresses.
const products = new Set([
  'asp.net',
  'vb.net',
  'ml.net',
  'ado.net',
  'socket.io',
  'draw.io',
  'm.com',
  'b.com',
  'm.tech',
  'b.tech',
])

const scheme = /[a-z][a-z0-9+.-]{1,15}:\/\//g
const chunk = /[^\s<>"“”«»()[\]{},;:|=，。、；：（）「」【】]+/gu
const host = /^[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){1,8}(?=\.?$|[/?#]|\.$)/u
const atSign = /[[({]\s?(?:at|@|arroba)\s?[\])}]/g
const services =
  /(?<![\p{L}\p{N}])(?:skype|telegram|whatsapp|wechat|weixin|微信号?|微博|instagram|insta|ig|twitter|discord|github|gitlab|linkedin|behance|dribbble|tiktok|facebook|fb|kakao(?:talk)?|viber|qq)(?: ?(?:id|handle|user(?:name)?))?[ \t]{0,2}:[ \t]{0,3}/gu
const outsideAddress = /[\s<>"“”«»，。、；（）「」【】]/u
const trailing = /[.,;:!?'"’”»)\]}*_~-]/
const leading = /[.,;!?'*_~`-]/

function trimmed(text: string, start: number, end: number): TextRange {
  let [from, to] = [start, end]
  while (to > from && trailing.test(text[to - 1] ?? '')) to -= 1
  while (from < to && leading.test(text[from] ?? '')) from += 1
  return { start: from, end: to }
}

function endOfAddress(text: string, from: number): number {
  let to = from
  while (to < text.length && !outsideAddress.test(text[to] ?? '')) to += 1
  return to
}

function* addresses({ chars }: FoldedChars): Iterable<Hidden> {
  let reached = 0
  for (const { index, 0: begin } of chars.matchAll(scheme)) {
    if (index < reached) continue
    reached = endOfAddress(chars, index + begin.length)
    yield { ...trimmed(chars, index, reached), mark: marks.link }
  }
}

// "…the team.It was" is two sentences; "silva.it" is an address.
function isHost(text: string, { chars, upper }: FoldedChars, start: number): boolean {
  const name = host.exec(text)?.[0]
  if (name === undefined) return false
  const [ending = '', bare] = [name.slice(name.lastIndexOf('.') + 1), name.length >= text.length - 1]
  if (name.startsWith('www.')) return true
  if (!endings.has(ending) || products.has(name)) return false
  const at = start + name.length - ending.length
  const sentence = upper[at] === 1 && upper[at + 1] === 0
  return !bare || (!sentence && name.indexOf('.') > 1) || chars.slice(start, at).includes('-')
}

function* inChunks(folded: FoldedChars): Iterable<Hidden> {
  const { chars } = folded
  let reached = 0
  for (const { index, 0: text } of chars.matchAll(chunk)) {
    if (index < reached) continue
    const { start, end } = trimmed(chars, index, index + text.length)
    const word = chars.slice(start, end)
    const at = word.indexOf('@')
    if (at !== -1 && /\p{L}/u.test(word.slice(0, 400))) yield { start, end, mark: marks.contact }
    else if (at === -1 && isHost(word, folded, start)) {
      const goesOn = /[/?#]/.test(word) || chars[end] === ':'
      reached = goesOn ? endOfAddress(chars, end) : end
      yield { ...trimmed(chars, start, reached), mark: marks.link }
    } else if (at === -1 && /^[\p{L}_.]{2,32}#\d{4}$/u.test(word)) yield { start, end, mark: marks.contact }
  }
}

function* spelledOut({ chars }: FoldedChars): Iterable<Hidden> {
  const part = /[\p{L}\p{N}._%+'-]/u
  let reached = 0
  for (const { index, 0: sign } of chars.matchAll(atSign)) {
    let [start, end] = [index, index + sign.length]
    while (start > reached && index - start < 2 && chars[start - 1] === ' ') start -= 1
    while (start > reached && part.test(chars[start - 1] ?? '')) start -= 1
    while (end < chars.length && end < index + sign.length + 2 && chars[end] === ' ') end += 1
    while (end < chars.length && part.test(chars[end] ?? '')) end += 1
    reached = end
    yield { start, end, mark: marks.contact }
  }
}

function* named({ chars }: FoldedChars): Iterable<Hidden> {
  let reached = 0
  for (const { index, 0: label } of chars.matchAll(services)) {
    if (index < reached) continue
    const start = index + label.length
    reached = endOfAddress(chars, start)
    const range = trimmed(chars, start, reached)
    if (range.start < range.end && chars[start] !== '[') yield { ...range, mark: marks.contact }
  }
}

/**
 * Where links, e-mail addresses, handles and phone numbers stand in a folded text: by themselves they say who it is.
 * In no order, and they may overlap.
 */
export function contactRanges(folded: FoldedChars): Hidden[] {
  const phones = phoneRanges(folded.chars).map((range) => ({ ...range, mark: marks.contact }))
  return [...addresses(folded), ...inChunks(folded), ...spelledOut(folded), ...named(folded), ...phones]
}
