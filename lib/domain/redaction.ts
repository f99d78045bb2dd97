import type { Candidate, Experience } from '@/lib/contracts/candidate'
import type { GuestCandidate, ShareFields } from '@/lib/contracts/share'
import { knownRatings } from '@/lib/contracts/words'
import { nameScrubber, namesOnlyScrubber, profileScrubber, type Scrub } from './name-scrub'

/** Who someone is under one share link, as `refOf` and `pseudonymOf` give them. */
export type GuestMarks = { ref: string; pseudonym: string }

type Scrubs = { text: Scrub; company: Scrub }

function anonymising(candidate: Candidate): Scrubs {
  const text = nameScrubber(candidate)
  // Many a company is called like someone's given name; one that has more of their name than that is likely theirs.
  const { firstName, lastName } = candidate
  const given = namesOnlyScrubber({
    // Some write their whole name in the first field.
    firstName: firstName === lastName ? null : (firstName?.trim().split(/\s+/)[0] ?? null),
    lastName: null,
    fullName: null,
  })
  const names = namesOnlyScrubber(candidate)
  return { text, company: (company) => (names(company) === given(company) ? company : text(company)) }
}

// Any other word is free text that nobody chose to show.
const knownRating = (rating: string | null) => knownRatings.find((known) => known === rating) ?? null

const same: Scrub = (text) => text

function scrubsOf(candidate: Candidate, { names, profileLinks }: ShareFields): Scrubs {
  if (!names) return anonymising(candidate)
  if (profileLinks) return { text: same, company: same }
  const scrub = candidate.publicIdentifier === null ? same : profileScrubber(candidate.publicIdentifier)
  return { text: scrub, company: scrub }
}

/**
 * What a guest of a share link may see of a candidate: built up from what is shown, so that a field added to a candidate
 * stays hidden until it is added here. Notes are rows of their own: scrub them with `nameScrubber` before showing them.
 * Without names, who someone is also leaves every text about them; their location, and the dates and places of their
 * career, stay.
 */
export function redactCandidate(
  candidate: Candidate,
  fields: ShareFields,
  marks: GuestMarks,
): GuestCandidate {
  const { names, message, descriptions } = fields
  const links = names && fields.profileLinks
  const scrubs = scrubsOf(candidate, fields)
  const scrub = (text: string | null) => (text === null ? null : scrubs.text(text))
  const experience = (job: Experience): Experience => ({
    title: scrub(job.title),
    company: job.company === null ? null : scrubs.company(job.company),
    companyUrl: links ? job.companyUrl : null,
    dateRange: scrub(job.dateRange),
    description: descriptions ? scrub(job.description) : null,
    start: job.start,
    end: job.end,
    current: job.current,
    months: job.months,
    monthsMax: job.monthsMax,
  })
  return {
    ref: marks.ref,
    pseudonym: names ? null : marks.pseudonym,
    fullName: names ? candidate.fullName : null,
    firstName: names ? candidate.firstName : null,
    lastName: names ? candidate.lastName : null,
    headline: scrub(candidate.headline),
    location: candidate.location,
    rating: knownRating(candidate.rating),
    isTopChoice: candidate.isTopChoice,
    topChoiceMessage: message ? scrub(candidate.topChoiceMessage) : null,
    profileUrl: links ? candidate.profileUrl : null,
    experiences: candidate.experiences.map(experience),
    totalMonths: candidate.totalMonths,
    totalMonthsMax: candidate.totalMonthsMax,
    unreadable: candidate.unreadable,
  }
}
