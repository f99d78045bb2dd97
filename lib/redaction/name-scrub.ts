import { contactRanges, type Hidden, marks } from './contact-ranges'
import { type FoldedChars, foldChars } from '@/lib/domain/folded-chars'
import type { NamedPerson } from './name-chunks'
import { type NameModel, nameModel, toSlugs } from './name-model'
import { nameRanges } from './name-ranges'
import { signOffRanges } from './sign-off'

/** Takes what says who someone is out of a text; see `nameScrubber`. */
export type Scrub = (text: string) => string

const written = /\[(?:name|link|contact)\]/g

function slugRanges({ chars }: FoldedChars, slugs: readonly string[]): Hidden[] {
  const found: Hidden[] = []
  const letter = /[\p{L}\p{N}]/u
  for (const slug of slugs) {
    for (let at = chars.indexOf(slug); at !== -1; at = chars.indexOf(slug, at + slug.length)) {
      const end = at + slug.length
      const cuts = letter.test(chars[at - 1] ?? '') || letter.test(chars[end] ?? '')
      if (!cuts) found.push({ start: at, end, mark: marks.link })
    }
  }
  return found
}

/** Sorted and apart: of those that overlap, the one that begins first gives the mark. */
function apart(ranges: Hidden[]): Hidden[] {
  const kept: Hidden[] = []
  for (const range of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end)
    else kept.push({ ...range })
  }
  return kept
}

// Marks that stand in a text already: scrubbing it again must leave them alone, whatever the person's name is.
function ownMarks(text: string, { chars, starts, ends }: FoldedChars): Hidden[] {
  return [...chars.matchAll(written)]
    .map(({ index, 0: mark }) => ({ start: index, end: index + mark.length, mark }))
    .filter(({ start, end, mark }) => text.slice(starts[start], ends[end - 1]) === mark)
}

function replaced(text: string, { starts, ends }: FoldedChars, ranges: Hidden[]): string {
  const parts: string[] = []
  let reached = 0
  for (const { start, end, mark } of ranges) {
    parts.push(text.slice(reached, starts[start]), mark)
    reached = ends[end - 1] ?? text.length
  }
  return parts.join('') + text.slice(reached)
}

function scrubbed(text: string, model: NameModel, contacts: boolean): string {
  const folded = foldChars(text)
  const links = slugRanges(folded, model.slugs)
  const taken = apart([...ownMarks(text, folded), ...links, ...(contacts ? contactRanges(folded) : [])])
  const names = [...nameRanges(folded, model, taken), ...signOffRanges(folded, model)]
  return replaced(text, folded, apart([...taken, ...names.map((range) => ({ ...range, mark: marks.name }))]))
}

/**
 * A function that takes a person's names out of free text, whole words only, and with them every link, e-mail address,
 * handle and phone number: `[name]`, `[link]`, `[contact]` stand in their place, all else stays as it was written.
 * Names are found in any case, with or without accents, in all scripts, in part, turned round, glued into one word, broken
 * over lines and unseen characters, as `J. Smith`, and as initials where a text is signed, in handles
 * made of them, and with letters of another alphabet that look the same. It never throws, and takes time
 * in line with the text's length. Make it once per person.
 *
 * In doubt it hides: a name that is an everyday word ("Will") goes wherever it has a capital letter. Not found: nicknames,
 * names written in another script than on the profile unless the profile's address spells them, misspellings, and what the
 * text tells without naming anyone.
 */
export function nameScrubber(person: NamedPerson): Scrub {
  const model = nameModel(person)
  return (text) => scrubbed(text, model, true)
}

/** The same for names alone, and the last part of their profile's address: other links and addresses stay. */
export function namesOnlyScrubber(person: NamedPerson): Scrub {
  const model = nameModel(person)
  return (text) => scrubbed(text, model, false)
}

/** Takes every link, e-mail address, handle and phone number out of a text, whoever they belong to. */
export const contactScrubber: Scrub = (text) => {
  const folded = foldChars(text)
  return replaced(text, folded, apart([...ownMarks(text, folded), ...contactRanges(folded)]))
}

/** Takes out every link to a profile, and the last part of its address wherever it stands; the names stay. */
export function profileScrubber(publicIdentifier: string): Scrub {
  const slugs = toSlugs(publicIdentifier)
  return (text) => {
    const folded = foldChars(text)
    const found = slugRanges(folded, slugs)
    const links = contactRanges(folded).filter(({ start, end }) =>
      slugs.some((slug) => folded.chars.slice(start, end).includes(slug)),
    )
    // "Anne-Marie" is a name, "anne-marie" as likely the address.
    const written = found.filter(({ start, end }) => {
      const slug = folded.chars.slice(start, end)
      return /[\d-]/.test(slug) && !folded.upper.slice(start, end).includes(1)
    })
    return replaced(text, folded, apart([...written, ...links]))
  }
}
