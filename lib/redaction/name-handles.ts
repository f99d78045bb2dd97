import { latin, type Chunk } from './name-chunks'
import { joinSpellings, type Speller } from './name-spellings'
import { everydayWords } from './name-words'

/** What names someone's handles are made of; all folded Latin. */
export type HandleParts = { given: string[]; family: string[]; familyInitials: string }

const getInitials = (chunks: Chunk[]) =>
  chunks.flatMap(({ words }) => words.map((word) => word[0] ?? '')).join('')
/** Every Latin spelling of some parts of a name as one word. */
export const spelled = (chunks: Chunk[], { latin: spell }: Speller): string[] =>
  joinSpellings(chunks.flatMap(({ words }) => words.map(spell)))
// No other word has so many letters of it inside.
export const longName = 8

const plain = (word: string) => latin.test(word) && !everydayWords.has(word)

// How an English syllable begins: "chart" is a word, not always C. Hart, while "jdiaz" can only be a name.
const onset = /^(?:[aeiouy].|.[aeiouy]|[bcfgp][lr]|[cgpstw]h|[dtw]r|[gk]n|kr|p[hs]|s[cklmnpqtw]|[dt]w|kl|sch)/

/** The family name with initials stuck to it, as in jmgarcia and schmidta, where that cannot be another word. */
export function initialHandles(first: Chunk[], last: Chunk[], speller: Speller): string[] {
  const initials = getInitials(first)
  const families = new Set(
    [last, ...last.map((chunk) => [chunk])].flatMap((chunks) => spelled(chunks, speller)),
  )
  const found: string[] = []
  for (const family of families) {
    if (!latin.test(family) || family.length < 4 || !latin.test(initials)) continue
    for (let count = 1; count <= Math.min(initials.length, 4); count += 1) {
      const letters = initials.slice(0, count)
      const before = letters + family
      if (count > 1 || family.length > 4 || !onset.test(before)) found.push(before)
      if (plain(family) && (count > 1 || family.length > 4)) found.push(family + letters)
    }
  }
  const [one, ...more] = last.map(({ words }) => words.join(''))
  const [given, rest] = [initials[0] ?? '', more.map((word) => word[0] ?? '').join('')]
  // M. López García is mlopezg.
  if (one !== undefined && rest !== '' && one.length >= 4 && latin.test(given + one + rest))
    found.push(given + one + rest)
  return found
}

/** What `isHandle` looks for. */
export function handleParts(first: Chunk[], last: Chunk[], speller: Speller): HandleParts {
  const wholes = (chunks: Chunk[]) =>
    [
      ...new Set([chunks, ...chunks.map((chunk) => [chunk])].flatMap((some) => spelled(some, speller))),
    ].filter(plain)
  return {
    given: wholes(first).filter(({ length }) => length >= 3),
    family: wholes(last).filter(({ length }) => length >= 4),
    familyInitials: getInitials(last),
  }
}

/**
 * Is a folded word a handle made of the names: annaschm, alexsmirnov, xXannaXx, SeanOD? `capital` tells of a place in the
 * word whether a capital letter was written there.
 */
export function isHandle(
  word: string,
  { given, family, familyInitials }: HandleParts,
  capital: (at: number) => boolean,
): boolean {
  if (word.length < 4 || word.length > 60) return false
  if (family.some((name) => isStuckTo(word, name, capital))) return true
  const wrapped = /^x+(.{3,}?)x+$/.exec(word)?.[1]
  if (wrapped !== undefined && (given.includes(wrapped) || family.includes(wrapped))) return true
  for (const name of given) {
    if (!word.startsWith(name)) continue
    const rest = word.slice(name.length)
    if (rest.length >= 3 && word.length >= 7 && family.some((whole) => whole.startsWith(rest))) return true
    // Anna S. is AnnaS; "annas" may be anything.
    const stands = !capital(name.length - 1) && [...rest].every((_, at) => capital(name.length + at))
    if (rest !== '' && familyInitials.startsWith(rest) && (stands || (rest.length > 1 && word.length >= 6)))
      return true
  }
  return family.some((name) => {
    const start = word.slice(0, -name.length)
    return word.endsWith(name) && start.length >= 3 && given.some((whole) => whole.startsWith(start))
  })
}

/** Is another word stuck to a family name: MuellerDesign, photoKowalski; kowalskidesign where the name is long enough? */
function isStuckTo(word: string, name: string, capital: (at: number) => boolean): boolean {
  const after = word.length - name.length
  if (after <= 0) return false
  const isLong = name.length >= longName
  const begins = word.startsWith(name) && (isLong || (capital(name.length) && !capital(name.length - 1)))
  const ends = word.endsWith(name) && (isLong || (capital(after) && !capital(after - 1)))
  return begins || ends
}
