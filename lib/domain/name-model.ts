import { foldChars } from './folded-chars'
import { credentials, everydayWords, linking, particles, titles } from './name-words'

/** Whose names are hidden. `publicIdentifier` is the last part of their profile's address. */
export type NamedPerson = {
  firstName: string | null
  lastName: string | null
  fullName: string | null
  publicIdentifier?: string | null
}

export const roles = { first: 1, last: 2 } as const

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
  /** Names of scripts that put no space between words: hidden inside a word. */
  pieces: string[]
  /** Cyrillic names without their endings, and what they decline to is hidden too. */
  stems: Map<string, number>
  /** First letters in the order of the full name; `at` of their roles. */
  initials: { letter: string; role: number }[]
  slug: string | null
}

const spaceless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.source
/** The words of a folded text; scripts that put no space between words stand apart from those that do. */
export const wordPattern = () =>
  new RegExp(`${spaceless}+|\\p{sc=Hangul}+|(?:(?!${spaceless}|\\p{sc=Hangul})[\\p{L}\\p{M}])+`, 'gu')
const inside = new RegExp(`^(?:${spaceless}+|\\p{sc=Hangul}+)$`, 'u')
const latin = /^\p{sc=Latin}+$/u
const cyrillic = /^\p{sc=Cyrillic}+$/u
const lengthOf = (word: string) => [...word].length

type Chunk = { words: string[]; role: number }

const bracketed = /[(（][^)）]*[)）]?/g
// Degrees and titles are no names, but Ma and He are: only what stands behind a name, or a title before one, is left out.
const isAddition = (word: string, at: number, count: number, from: number) =>
  at >= from ? credentials.has(word) : at === 0 && count > 1 && titles.has(word)

function chunksOf(name: string | null, role: number): Chunk[] {
  const folded = foldChars((name ?? '').slice(0, 300)).chars.replace(/[|•].*$/su, '')
  const read = (text: string) =>
    text
      .split(/[\s,;/&]+/)
      .map((chunk) => ({ words: chunk.replaceAll('.', '').match(wordPattern()) ?? [], role }))
      .filter(({ words }) => words.length > 0)
  const plain = read(folded.replace(bracketed, ' '))
  const aside = read((folded.match(bracketed) ?? []).join(' '))
  const from = role === 0 ? 2 : 1
  return [
    ...plain.filter(({ words }, at) => !isAddition(words.join(''), at, plain.length, from)),
    ...aside.filter(({ words }) => !credentials.has(words.join(''))),
  ]
}

const add = (map: Map<string, number>, word: string, role: number) =>
  map.set(word, (map.get(word) ?? 0) | role)

// Placeholders the provider puts where it knows no name.
const placeholder = /^linkedin member$/

function namesOf({ firstName, lastName, fullName }: NamedPerson): { first: Chunk[]; last: Chunk[] } {
  let first = chunksOf(firstName, roles.first)
  let last = chunksOf(lastName, roles.last)
  const full = chunksOf(fullName, 0)
  if (placeholder.test(foldChars(fullName ?? `${firstName ?? ''} ${lastName ?? ''}`).chars.trim())) {
    return { first: [], last: [] }
  }
  const known = new Set([...first, ...last].map(({ words }) => words.join('')))
  const rest = full.filter(({ words }) => !known.has(words.join('')))
  if (known.size > 0) {
    // A full name that is only the parts in one word, as in Chinese, adds nothing to them.
    first = first.concat(rest.filter(({ words }) => !isWhole(words.join(''), first, last)))
  } else if (rest.length === 1) [first, last] = familyFirst(rest)
  else [first, last] = [rest.slice(0, 1), rest.slice(1)]
  return {
    first: first.map((chunk) => ({ ...chunk, role: roles.first })),
    last: last.map((chunk) => ({ ...chunk, role: roles.last })),
  }
}

const joined = (chunks: Chunk[]) => chunks.flatMap(({ words }) => words).join('')
const isWhole = (word: string, first: Chunk[], last: Chunk[]) =>
  word === joined(first) + joined(last) || word === joined(last) + joined(first)

// 王小明 and 김지민 begin with the family's name: one character, or two of four.
function familyFirst(whole: Chunk[]): [Chunk[], Chunk[]] {
  const characters = [...joined(whole)]
  if (!/^(?:\p{sc=Han}{3,4}|\p{sc=Hangul}{3,4})$/u.test(characters.join(''))) return [whole, []]
  const family = characters.length === 4 ? 2 : 1
  const chunk = (part: string[]) => [{ words: [part.join('')], role: 0 }]
  return [chunk(characters.slice(family)), chunk(characters.slice(0, family))]
}

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

const orders = (first: string, last: string, between: string[]) =>
  between.flatMap((gap) => [first + gap + last, last + gap + first])

/** Reads a person's names once, for any number of texts. Never throws. */
export function nameModel(person: NamedPerson): NameModel {
  const { first, last } = namesOf(person)
  const model: NameModel = {
    strong: new Map(),
    weak: new Map(),
    particles: new Set(),
    glued: [],
    pieces: [],
    stems: new Map(),
    initials: [],
    slug: null,
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
    if (cyrillic.test(word) && length >= 4) add(model.stems, word.replace(/[аяоеийьыую]$/u, ''), role)
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
    model.pieces.push(...orders(given, family, ['', ' ', '\n', '·', '・', '-', ',', ', ']))
    return
  }
  for (const glued of new Set([...orders(given, family, ['']), ...orders(called, family, [''])])) {
    // "job" is more than Jo B.
    add(glued.length >= 6 ? model.strong : model.weak, glued, both)
    if (glued.length >= 6) model.glued.push(glued)
  }
  if (latin.test(family) && family.length >= 5) add(model.strong, `${given[0] ?? ''}${family}`, both)
}

function learnSlug(model: NameModel, publicIdentifier: string | null) {
  const slug = foldChars(publicIdentifier ?? '').chars.trim()
  if (lengthOf(slug) < 3 || slug.length > 300) return
  model.slug = slug
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
