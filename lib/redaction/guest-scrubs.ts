import type { Person } from '@/lib/contracts/candidate'
import { marks } from './contact-ranges'
import { commas } from '@/lib/domain/location'
import { contactScrubber, nameScrubber, namesOnlyScrubber, profileScrubber, type Scrub } from './name-scrub'
import { isKnownPlace } from '@/lib/domain/known-places'
import { foldText } from '@/lib/domain/search'

/** How each kind of text about one person is cleaned for a guest. */
export type Scrubs = { text: Scrub; company: Scrub; location: Scrub }

// An employer that is called like an address: Booking.com B.V. With any of these words it is somebody's own page.
const hostAtStart = /^[\p{L}\p{N}-]{2,40}(?:\.[\p{L}\p{N}-]{2,20}){1,2}(?=$|[\s,)])/u
const ownBusiness =
  /[@/|·•–—:]|\b(?:freelanc\w*|free-lance|self[- ]?employed|selbst\w*|independent|independiente|autonom\w*|auto-?entrepreneur|portfolio|blog|contact|consultant)\b/iu

/** A company's name without contacts; an address that is the whole name of an employer stays. */
function withoutContacts(company: string): string {
  const scrubbed = contactScrubber(company)
  if (scrubbed === company || ownBusiness.test(company)) return scrubbed
  const employer = hostAtStart.exec(company)?.[0]
  if (employer === undefined) return scrubbed
  return scrubbed === marks.link + company.slice(employer.length) ? company : scrubbed
}

function anonymising(candidate: Person): Scrubs {
  const text = nameScrubber(candidate)
  const names = namesOnlyScrubber(candidate)
  const { firstName, lastName } = candidate
  const given = namesOnlyScrubber({
    // Some write their whole name in the first field.
    firstName: firstName === lastName ? null : (firstName?.trim().split(/\s+/)[0] ?? null),
    lastName: null,
    fullName: null,
  })
  return {
    text,
    // Many a company is called like someone's given name; one that has more of their name than that is likely theirs.
    company: (company) => (names(company) === given(company) ? withoutContacts(company) : text(company)),
    location: (location) => scrubLocation(location, text),
  }
}

/** Paris stays where Paris Hilton lives; her name, and whatever else leads to her, does not. */
function scrubLocation(location: string, text: Scrub): string {
  const scrubbed = text(location)
  if (scrubbed === location) return location
  const parts = location.split(new RegExp(`(${commas.source})`, 'u'))
  // What is left of each part alone: a name that runs over a comma is hidden as one.
  if (!parts.some((part) => isKnownPlace(foldText(part)) && text(part) !== part)) return scrubbed
  const others = parts.filter((part) => text(part) !== part && !isKnownPlace(foldText(part)))
  if (others.length > 0) return scrubbed
  return parts.map((part) => (isKnownPlace(foldText(part)) ? part : text(part))).join('')
}

const same: Scrub = (text) => text
const alike = (scrub: Scrub): Scrubs => ({ text: scrub, company: scrub, location: scrub })

/** What leaves the texts about somebody, by what a link shows of them. */
export function createScrubs(candidate: Person, shown: { names: boolean; profileLinks: boolean }): Scrubs {
  if (!shown.names) return anonymising(candidate)
  if (shown.profileLinks || candidate.publicIdentifier === null) return alike(same)
  return alike(profileScrubber(candidate.publicIdentifier))
}
