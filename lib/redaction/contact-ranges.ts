import topLevelDomains from 'tlds'
import type { FoldedChars } from '@/lib/domain/folded-chars'
import { phoneRanges } from './phone-ranges'
import { spokenPhoneRanges } from './spoken-phones'
import { spelledOutRanges } from './spelled-out'
import { foldText, type TextRange } from '@/lib/domain/search'

/** A part of a folded text that is replaced, and by what. */
export type Hidden = TextRange & { mark: string }

/** What takes the place of what is hidden: words, so that a screen reader says them too. */
export const marks = { name: '[name]', link: '[link]', contact: '[contact]' } as const

// Folded as the texts are: the list has endings with marks.
const endings = new Set(topLevelDomains.map(foldText))
// Products and degrees written like addresses.
const products = new Set(
  `asp.net vb.net ml.net ado.net socket.io draw.io dr.med dipl.ing
  b.com m.com b.tech m.tech b.design m.design b.ba m.ba b.law m.law b.as m.as b.arch m.arch`.split(/\s+/),
)

const scheme = /[a-z][a-z0-9+.-]{1,15}:\/\//g
const chunk = /[^\s<>"“”«»()[\]{},;:|=，。、；：（）「」【】]+/gu
const host = /^[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){1,8}(?=\.?$|[/?#]|\.$)/u
const services =
  /(?<![\p{L}\p{N}])(?:skype|telegram|whatsapp|wechat|weixin|微信号?|微博|instagram|insta|ig|twitter|discord|github|gitlab|linkedin|behance|dribbble|tiktok|facebook|fb|kakao(?:talk)?|viber|qq)(?: ?(?:id|handle|user(?:name)?))?[ \t]{0,2}:[ \t]{0,3}/gu
// The same without a colon, where what follows can be nothing but somebody's name there: ana_r, anar92.
const mentioned =
  /(?<![\p{L}\p{N}])(?:skype|telegram|whatsapp|wechat|instagram|insta|ig|twitter|discord|github|gitlab|tiktok|facebook|fb|snapchat|snap|viber)(?: ?(?:id|handle|user(?:name)?))?[ \t]{1,2}(?:(?:is|ist|es|est|=|->|→|-)[ \t]{1,2})?(?=([\p{L}\p{N}_.]{5,40})(?![\p{L}\p{N}_]))/gu
const username = /_|^\p{L}[\p{L}.]{2,}\d{1,4}\.?$/u
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

// What files and libraries end in, never hosts: Node.js/React.
const filed =
  /^(?:jsx?|tsx?|mjs|css|html?|php|json|ya?ml|xml|sql|csv|txt|pdf|docx?|xlsx?|pptx?|png|jpe?g|psd|sc|ed)$/
// With a path or a port: alone it may be a version.
const address = /^(?:\d{1,3}\.){3}\d{1,3}(?=[/?#]|$)/

// "…the team.It was" is two sentences; "silva.it" is an address.
function isHost(text: string, { chars, upper }: FoldedChars, start: number): boolean {
  const name = host.exec(text)?.[0]
  if (name === undefined) return false
  if (address.test(text))
    return name.length < text.length || /^:\d/.test(chars.slice(start + name.length, start + name.length + 2))
  const [ending = '', bare] = [name.slice(name.lastIndexOf('.') + 1), name.length >= text.length - 1]
  if (name.startsWith('www.')) return true
  if (products.has(name)) return false
  const at = start + name.length - ending.length
  const sentence = upper[at] === 1 && upper[at + 1] === 0
  // A path makes a host of what has any ending.
  const goesOn = /^\/[\p{L}\p{N}@~_-]/u.test(text.slice(name.length))
  if (filed.test(ending)) return false
  if (!endings.has(ending) && !ending.startsWith('xn--')) {
    return goesOn && !sentence && /^\p{L}{2,}$/u.test(ending)
  }
  const short = name.indexOf('.') === 1 && ending.length < 4
  return !bare || (!sentence && !short) || chars.slice(start, at).includes('-')
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

function* behindServices({ chars }: FoldedChars): Iterable<Hidden> {
  for (const { index, 0: label, 1: name = '' } of chars.matchAll(mentioned)) {
    const start = index + label.length
    if (username.test(name)) yield { ...trimmed(chars, start, start + name.length), mark: marks.contact }
  }
}

/**
 * Where links, e-mail addresses, handles and phone numbers stand in a folded text: by themselves they say who it is.
 * In no order, and they may overlap.
 */
export function contactRanges(folded: FoldedChars): Hidden[] {
  const phones = [...phoneRanges(folded.chars), ...spokenPhoneRanges(folded.chars)].map((range) => ({
    ...range,
    mark: marks.contact,
  }))
  const { mails, links } = spelledOutRanges(folded.chars)
  return [
    ...addresses(folded),
    ...named(folded),
    ...behindServices(folded),
    ...inChunks(folded),
    ...phones,
    ...mails.map((range) => ({ ...range, mark: marks.contact })),
    ...links.map((range) => ({ ...range, mark: marks.link })),
  ]
}
