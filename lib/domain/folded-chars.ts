import { plainLetters } from './search'

/**
 * A text made comparable, with the way back: `chars[i]` was written at `starts[i]`…`ends[i]` of the text, `upper[i]` is 1
 * where it was a capital letter. Indices are UTF-16.
 */
export type FoldedChars = { chars: string; starts: number[]; ends: number[]; upper: number[] }

const kindsOf = { drop: 0, mark: 1, joins: 2, base: 3 } as const
type Kind = (typeof kindsOf)[keyof typeof kindsOf]

// Marks that do not make another letter of the one they stand on: accents, vowel points, nuktas, variation selectors.
// Vowel signs of Indic scripts and Thai, and the voicing of kana, do: without them other words would look like the name.
const accents =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u093c\u09bc\u0a3c\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u{e0100}-\u{e01ef}]/u
const allAccents = new RegExp(accents.source, 'gu')
// Unseen, or shown as nothing: they must not split a name. Tatweel only stretches a word.
const unseen = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u0640\ufffd]/u
const control = /\p{Cc}/u
const space = /\s/
// What is part of the syllable begun before it: marks, Hangul vowels and finals, half-width voicing.
const continues = /[\p{M}\u1160-\u11ff\uff9e\uff9f]/u
const digit = /^\p{Nd}$/u

const letters: Record<string, string> = {
  ...plainLetters,
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  '\u0901': '\u0902',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ʻ: "'",
  '＇': "'",
  '′': "'",
}
const smallCapitals = 'ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzɑaɡg'
for (const [, small = '', plain = ''] of smallCapitals.matchAll(/(.)(.)/gu)) letters[small] = plain
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu')

// Digits of every script stand in rows of ten: count back to the zero of the row.
function asDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}

function foldCluster(cluster: string): string {
  if (digit.test(cluster) && cluster > '9') return asDigit(cluster.normalize('NFKC'))
  const resolved = cluster.normalize('NFKD').replace(allAccents, '')
  // Signs that stand for a whole phrase are no one's name, and would make a text many times longer.
  if (resolved.length > cluster.length + 4) return cluster
  return resolved
    .toLowerCase()
    .normalize('NFKD')
    .replace(allAccents, '')
    .replace(special, (letter) => letters[letter] ?? letter)
    .normalize('NFC')
}

function getKind(character: string): Kind {
  if (control.test(character)) return space.test(character) ? kindsOf.base : kindsOf.drop
  if (accents.test(character)) return kindsOf.mark
  if (unseen.test(character)) return kindsOf.drop
  return continues.test(character) ? kindsOf.joins : kindsOf.base
}

// Looked up once per character there is, not per character of a text.
const unknown = 255
const kinds = new Uint8Array(0x110000).fill(unknown)
function kindAt(text: string, at: number): Kind {
  const code = text.codePointAt(at) ?? 0
  if (kinds[code] === unknown) kinds[code] = getKind(String.fromCodePoint(code))
  return kinds[code] as Kind
}

const widthAt = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
// Longer piles of marks belong to no script; without an end, one of a megabyte would be normalised at once.
const maxJoined = 8

/**
 * Folds a text for finding names in it: compatibility forms resolved, accents, case and unseen characters dropped,
 * curly apostrophes straight, digits European. White space stays as it is. Never throws; takes time in line with length.
 */
export function foldChars(text: string): FoldedChars {
  const folded: FoldedChars = { chars: '', starts: [], ends: [], upper: [] }
  const pieces: string[] = []
  const known = new Map<string, string>()
  const put = (piece: string, start: number, end: number, upper: boolean) => {
    pieces.push(piece)
    for (let unit = 0; unit < piece.length; unit += 1) {
      folded.starts.push(start)
      folded.ends.push(end)
      folded.upper.push(upper ? 1 : 0)
    }
  }
  let at = 0
  while (at < text.length) {
    const kind = kindAt(text, at)
    const start = at
    at += widthAt(text, at)
    if (kind === kindsOf.drop || kind === kindsOf.mark) continue
    const plain = text.charCodeAt(start) < 0x80 && (at === text.length || text.charCodeAt(at) < 0x80)
    if (plain) {
      const letter = text[start] ?? ''
      const lower = letter.toLowerCase()
      put(lower, start, at, lower !== letter)
      continue
    }
    let cluster = text.slice(start, at)
    let end = at
    let joined = 0
    // An unseen character is passed over, and only taken in when something that belongs to the letter follows it.
    for (let next = at; next < text.length && joined < maxJoined;) {
      const follows = kindAt(text, next)
      if (follows === kindsOf.base) break
      const after = next + widthAt(text, next)
      if (follows === kindsOf.joins) {
        cluster += text.slice(next, after)
        joined += 1
      }
      if (follows !== kindsOf.drop) end = at = after
      next = after
    }
    let piece = known.get(cluster)
    if (piece === undefined) {
      piece = foldCluster(cluster)
      if (known.size < 20_000) known.set(cluster, piece)
    }
    put(piece, start, end, cluster !== cluster.toLowerCase())
  }
  folded.chars = pieces.join('')
  return folded
}
