import type { Education, Experience, Person } from '@/lib/contracts/candidate'
import type { GuestCandidate } from '@/lib/contracts/share'
import type { ShareFields } from '@/lib/contracts/share-fields'
import { knownRatings } from '@/lib/contracts/words'
import { createScrubs } from './guest-scrubs'

/**
 * Raised with every change of what is taken out or left in, here or in any file of this folder: people who were redacted by
 * an older version are redacted again before a guest sees them.
 */
export const redactionVersion = 1

/** Who someone is under one share link, as `refOf` and `pseudonymOf` give them. */
export type GuestMarks = { ref: string; pseudonym: string }

// Any other word is free text that nobody chose to show.
const knownRating = (rating: string | null) => knownRatings.find((known) => known === rating) ?? null

/**
 * What a guest of a share link may see of a candidate: built up from what is shown, so that a field added to a candidate
 * stays hidden until it is added here. Notes are rows of their own: scrub them with `nameScrubber` before showing them.
 * Without names, who someone is also leaves every text about them, their location and their employers; the dates of their
 * career, and the places that are no part of their name, stay.
 */
export function redactCandidate(candidate: Person, fields: ShareFields, marks: GuestMarks): GuestCandidate {
  const { names, message, descriptions } = fields
  const links = names && fields.profileLinks
  const scrubs = createScrubs(candidate, fields)
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
  const schooling = ({ school, degree, field, dateRange }: Education): Education => ({
    school: school === null ? null : scrubs.company(school),
    degree: scrub(degree),
    field: scrub(field),
    dateRange: scrub(dateRange),
  })
  return {
    ref: marks.ref,
    pseudonym: names ? null : marks.pseudonym,
    fullName: names ? candidate.fullName : null,
    firstName: names ? candidate.firstName : null,
    lastName: names ? candidate.lastName : null,
    headline: scrub(candidate.headline),
    location: candidate.location === null ? null : scrubs.location(candidate.location),
    rating: knownRating(candidate.rating),
    isTopChoice: candidate.isTopChoice,
    topChoiceMessage: message ? scrub(candidate.topChoiceMessage) : null,
    profileUrl: links ? candidate.profileUrl : null,
    experiences: candidate.experiences.map(experience),
    education: candidate.education.map(schooling),
    totalMonths: candidate.totalMonths,
    totalMonthsMax: candidate.totalMonthsMax,
    asOf: candidate.asOf,
    unreadable: candidate.unreadable,
  }
}
