import { decodeHTML } from 'entities'

// What Windows-1252 shows for the bytes 0x80 to 0x9f; every other byte is its own code point.
const windows1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']
const toByte = (char: string) => {
  const at = windows1252.indexOf(char)
  return at === -1 ? (char.codePointAt(0) ?? 0) : 0x80 + at
}
const maybeMisread = new RegExp(`[\\u0080-\\u00ff${windows1252.join('')}]{2,}`, 'gu')

/** UTF-8 that was read as Windows-1252 (a dash shown as `â€“`), as it was meant; any other text as it is. */
const repairEncoding = (text: string): string =>
  text.replace(maybeMisread, (run) => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from([...run], toByte))
    } catch {
      return run
    }
  })

// Decimal digits stand in Unicode as runs of ten, which begin at …0 or at …6.
function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const low = code & 0xf
  const fromZero = /\p{Nd}/u.test(String.fromCodePoint(code - low))
  return String(fromZero ? low : low - 6)
}

const letters: Record<string, string> = {
  ...{ ı: 'i', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ς: 'σ' },
  // Arabic, Persian and Urdu keyboards have different letters for the same sound.
  ...{ ي: 'ی', ى: 'ی', ك: 'ک', ہ: 'ه', ۂ: 'ه', ة: 'ه' },
}

const toBuddhistEra = 543

/**
 * A written date as it is compared: entities and misread bytes resolved, Latin digits, no invisible marks, lower case,
 * accents dropped. Marks that make another letter stay (Thai, Indic, the Nordic å, the Vietnamese đ): without
 * them the Thai March is January.
 */
export function foldDateText(text: string): string {
  const folded = repairEncoding(decodeHTML(text))
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, latinDigit)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u0309\u030b-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g, '')
    .normalize('NFC')
    .replace(/[ıłøæœßςيىكہۂة]/g, (letter) => letters[letter] ?? letter)
    .replace(/[’‘`´ʼ′׳]/g, "'")
    .replace(/[،、]/g, ',')
    .replace(/\s+/g, ' ')
    .trim()
  // Thai years count from 543 BC.
  return /\p{Script=Thai}/u.test(folded)
    ? folded.replace(/(?<!\d)2[4-6]\d\d(?!\d)/g, (year) => String(Number(year) - toBuddhistEra))
    : folded
}
