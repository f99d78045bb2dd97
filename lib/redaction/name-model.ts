import { foldChars } from '@/lib/domain/folded-chars'
import { inside, joined, latin, type NamedPerson, toNameChunks, type Chunk, roles } from './name-chunks'
import { handleParts, type HandleParts, initialHandles, spelled } from './name-handles'
import { type Speller, speller } from './name-spellings'
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
  handles: HandleParts[]
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

const countLetters = (word: string) => [...word].length

/** Reads a person's names once, for any number of texts. Never throws. */
export function nameModel(person: NamedPerson): NameModel {
  const { first, last } = toNameChunks(person)
  const written = [person.firstName, person.lastName, person.fullName].filter(Boolean).join(' ')
  const spelling = speller(written)
  const model: NameModel = {
    strong: new Map(),
    weak: new Map(),
    particles: new Set(),
    glued: [],
    handles: [handleParts(first, last, spelling)],
    pieces: [],
    turned: [],
    stems: new Map(),
    initials: [],
    slugs: [],
  }
  const addWord = (word: string, role: number) => {
    const length = countLetters(word)
    if (inside.test(word)) {
      if (length >= 2) model.pieces.push(word)
      // One character of a name says nothing alone, and a surname of one is a common word.
      else model.particles.add(word)
      return
    }
    if (length < 2) return void model.particles.add(word)
    const isWeak = latin.test(word) && (length === 2 || everydayWords.has(word))
    for (const way of spelling.latin(word)) add(isWeak ? model.weak : model.strong, way, role)
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
      addWord(word, role)
      words.forEach((part, place) => {
        if (words.length === 1) return
        if (particles.has(part) && place < words.length - 1) model.particles.add(part)
        else addWord(part, role)
      })
    })
    const whole = joined(chunks)
    if (chunks.length > 1 && countLetters(whole) >= 4) addWord(whole, chunks[0]?.role ?? 0)
  }
  addWholeNames(model, first, last, spelling)
  addRomanizedNames(model, first, last, spelling)
  addSlug(model, person.publicIdentifier ?? null)
  return model
}

function addWholeNames(model: NameModel, first: Chunk[], last: Chunk[], spelling: Speller) {
  if (first.length === 0 || last.length === 0) return
  const [given, family] = [joined(first), joined(last)]
  if (inside.test(given) && inside.test(family)) {
    const gaps = ['', ' ', '\n', '·', '・', '-', ',', ', ']
    model.pieces.push(...gaps.map((gap) => family + gap + given))
    const turned = countLetters(family) === 1 ? model.turned : model.pieces
    turned.push(...gaps.map((gap) => given + gap + family))
    return
  }
  addGluedNames(model, first, last, spelling)
}

function addGluedNames(model: NameModel, first: Chunk[], last: Chunk[], spelling: Speller) {
  const families = spelled(last, spelling)
  const glued = [first, first.slice(0, 1)]
    .flatMap((chunks) => spelled(chunks, spelling))
    .flatMap((given) => families.flatMap((family) => [given + family, family + given]))
  for (const whole of new Set(glued)) {
    // "job" is more than Jo B, and a longer word may begin with five letters.
    add(whole.length >= 5 ? model.strong : model.weak, whole, roles.first | roles.last)
    if (whole.length >= 6 && !model.glued.includes(whole)) model.glued.push(whole)
  }
  for (const handle of initialHandles(first, last, spelling))
    add(model.strong, handle, roles.first | roles.last)
}

/** A name of another script is written in Latin letters in handles, and beside itself. */
function addRomanizedNames(model: NameModel, first: Chunk[], last: Chunk[], spelling: Speller) {
  if ([...first, ...last].every(({ words }) => words.every((word) => latin.test(word)))) return
  const asSpelled = (chunks: Chunk[], way: number): Chunk[] =>
    chunks.flatMap(({ words, role }) => {
      const spelt = words.map((word) => {
        const ways = spelling.roman(word)
        return ways[way] ?? ways[0] ?? ''
      })
      return spelt.some((word) => word === '') ? [] : [{ words: spelt, role }]
    })
  const learned = new Set<string>()
  for (let way = 0; way < 6; way += 1) {
    const [given, family] = [asSpelled(first, way), asSpelled(last, way)]
    const whole = `${joined(given)} ${joined(family)}`
    if (learned.has(whole)) continue
    learned.add(whole)
    for (const { words, role } of [...given, ...family]) {
      const word = words.join('')
      // Short ones are words of many languages: Min, Wei, Lan.
      const isWeak = word.length <= 3 || everydayWords.has(word)
      if (word.length >= 2) add(isWeak ? model.weak : model.strong, word, role)
      model.initials.push(...words.map(([letter = '']) => ({ letter, role })))
    }
    if (given.length === 0 || family.length === 0) continue
    addGluedNames(model, given, family, spelling)
    model.handles.push(handleParts(given, family, spelling))
  }
}

/** The last part of a profile's address, folded, as written and percent-encoded or not; none for under three letters. */
export function toSlugs(publicIdentifier: string | null): string[] {
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
  return [...new Set(ways)].filter((way) => countLetters(way) >= 3)
}

function addSlug(model: NameModel, publicIdentifier: string | null) {
  model.slugs = toSlugs(publicIdentifier)
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
