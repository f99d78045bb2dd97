import { foldChars } from './folded-chars'
import { inside, joined, latin, type NamedPerson, namesOf, type Chunk, roles } from './name-chunks'
import { handleParts, type HandleParts, initialHandles } from './name-handles'
import { everydayWords, linking, particles } from './name-words'

/** What of a person to look for; every word is folded. The numbers are `roles`, added up. */
export type NameModel = {
  /** Hidden wherever they stand as a word. */
  strong: Map<string, number>
  /** Also words of everyday speech: hidden only where they are used as a name. */
  weak: Map<string, number>
  /** Hidden only before a part of the name: "van der", the O of O'Neill. */
  particles: Set<string>
  /** Whole names written as one word, six letters at least: hidden with what is stuck to them. */
  glued: string[]
  /** What else is made of the names and written as one word. */
  handles: HandleParts
  /** Names of scripts that put no space between words: hidden inside a word. */
  pieces: string[]
  /** The same with a family name of one character at the end: hidden where no word goes on with it. */
  turned: string[]
  /** Cyrillic names without their endings, and what they decline to is hidden too. */
  stems: Map<string, number>
  /** First letters of the parts of the name. */
  initials: { letter: string; role: number }[]
  /** How the last part of their profile's address may be written. */
  slugs: string[]
}

const cyrillic = /^\p{sc=Cyrillic}+$/u
const add = (map: Map<string, number>, word: string, role: number) =>
  map.set(word, (map.get(word) ?? 0) | role)

const lengthOf = (word: string) => [...word].length

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** Other ways to write a folded Latin word: Müller is also Mueller, and the other way round. */
function spellings(word: string, written: string): string[] {
  const found = new Set([word])
  if (!latin.test(word) || word.length < 4) return [word]
  const short = word.replace(/([aou])e/g, '$1')
  if (short.length >= 4) found.add(short)
  for (const own of written
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s\-'’]+/)) {
    if (foldChars(own).chars !== word) continue
    found.add(foldChars(own.replace(/[äöüøå]/g, (letter) => umlauts[letter] ?? letter)).chars)
  }
  return [...found]
}

/** Reads a person's names once, for any number of texts. Never throws. */
export function nameModel(person: NamedPerson): NameModel {
  const { first, last } = namesOf(person)
  const model: NameModel = {
    strong: new Map(),
    weak: new Map(),
    particles: new Set(),
    glued: [],
    handles: handleParts(first, last),
    pieces: [],
    turned: [],
    stems: new Map(),
    initials: [],
    slugs: [],
  }
  const written = [person.firstName, person.lastName, person.fullName].filter(Boolean).join(' ')
  const learn = (word: string, role: number) => {
    const length = lengthOf(word)
    if (inside.test(word)) {
      if (length >= 2) model.pieces.push(word)
      // One character of a name says nothing alone, and a surname of one is a common word.
      else model.particles.add(word)
      return
    }
    if (length < 2) return void model.particles.add(word)
    const isWeak = latin.test(word) && (length === 2 || everydayWords.has(word))
    for (const spelling of spellings(word, written)) add(isWeak ? model.weak : model.strong, spelling, role)
    if (!isWeak && latin.test(word) && length >= 4 && !word.endsWith('s')) add(model.strong, `${word}s`, role)
    if (cyrillic.test(word) && length >= 4) {
      for (const ending of [/[аяоеийьыую]$/u, /(?:[иыо]и|ая|яя)$/u])
        add(model.stems, word.replace(ending, ''), role)
    }
    if (/^ال\p{L}{3,}$/u.test(word)) add(model.strong, word.slice(2), role)
  }
  for (const chunks of [first, last]) {
    chunks.forEach(({ words, role }, at) => {
      const word = words.join('')
      model.initials.push(...words.map((part) => ({ letter: [...part][0] ?? '', role })))
      const before = at < chunks.length - 1
      const within = role === roles.last ? before : at > 0 && (before || linking.has(word))
      if (within && particles.has(word)) return void model.particles.add(word)
      learn(word, role)
      words.forEach((part, place) => {
        if (words.length === 1) return
        if (particles.has(part) && place < words.length - 1) model.particles.add(part)
        else learn(part, role)
      })
    })
    const whole = joined(chunks)
    if (chunks.length > 1 && lengthOf(whole) >= 4) learn(whole, chunks[0]?.role ?? 0)
  }
  learnWhole(model, first, last)
  learnSlug(model, person.publicIdentifier ?? null)
  return model
}

function learnWhole(model: NameModel, first: Chunk[], last: Chunk[]) {
  if (first.length === 0 || last.length === 0) return
  const both = roles.first | roles.last
  const [given, family, called] = [joined(first), joined(last), joined(first.slice(0, 1))]
  if (inside.test(given) && inside.test(family)) {
    const gaps = ['', ' ', '\n', '·', '・', '-', ',', ', ']
    model.pieces.push(...gaps.map((gap) => family + gap + given))
    const turned = lengthOf(family) === 1 ? model.turned : model.pieces
    turned.push(...gaps.map((gap) => given + gap + family))
    return
  }
  for (const glued of new Set([given + family, family + given, called + family, family + called])) {
    // "job" is more than Jo B, and a longer word may begin with five letters.
    add(glued.length >= 5 ? model.strong : model.weak, glued, both)
    if (glued.length >= 6) model.glued.push(glued)
  }
  for (const handle of initialHandles(first, last)) add(model.strong, handle, both)
}

/** The last part of a profile's address, folded, as written and percent-encoded or not; none for under three letters. */
export function slugsOf(publicIdentifier: string | null): string[] {
  const given = (publicIdentifier ?? '')
    .trim()
    .slice(0, 300)
    .replace(/\p{Cs}/gu, '')
  let decoded = given
  try {
    decoded = decodeURIComponent(given)
  } catch {
    // Not an encoded one, then.
  }
  const ways = [decoded, given, encodeURIComponent(decoded)].map((way) => foldChars(way).chars.trim())
  return [...new Set(ways)].filter((way) => lengthOf(way) >= 3)
}

function learnSlug(model: NameModel, publicIdentifier: string | null) {
  model.slugs = slugsOf(publicIdentifier)
  const [slug] = model.slugs
  if (slug === undefined) return
  // A name of another script is spelled in Latin letters in its profile's address: those are their names too.
  const names = [...model.strong.keys(), ...model.pieces]
  if (names.length === 0 || names.some((name) => latin.test(name))) return
  const parts = slug.split('-').filter((part) => /^[a-z]{2,}$/.test(part))
  for (const part of parts.slice(0, 2)) {
    add(
      part.length === 2 || everydayWords.has(part) ? model.weak : model.strong,
      part,
      roles.first | roles.last,
    )
  }
}
