import type { Candidate, Experience } from '@/lib/contracts/candidate'
import type { GuestCandidate, ShareFields } from '@/lib/contracts/share'
import { nameScrubber, namesOnlyScrubber, profileScrubber, type Scrub } from './name-scrub'

/** Who someone is under one share link, as `refOf` and `pseudonymOf` give them. */
export type GuestMarks = { ref: string; pseudonym: string }

type Scrubs = { text: Scrub; company: Scrub }

function anonymising(candidate: Candidate): Scrubs {
  const text = nameScrubber(candidate)
  // Many a company is called like someone's given name; one that has the family name, or the whole one, is likely theirs.
  const { lastName, publicIdentifier } = candidate
  const family = namesOnlyScrubber({ firstName: null, fullName: null, lastName, publicIdentifier })
  const names = namesOnlyScrubber(candidate)
  const whole = /\[name\]|\[link\]/
  return {
    text,
    company: (company) => {
      const theirs = family(company) !== company || whole.test(names(company).trim().slice(0, 6))
      return theirs ? text(company) : company
    },
  }
}

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
    rating: candidate.rating,
    isTopChoice: candidate.isTopChoice,
    topChoiceMessage: message ? scrub(candidate.topChoiceMessage) : null,
    profileUrl: links ? candidate.profileUrl : null,
    experiences: candidate.experiences.map(experience),
    totalMonths: candidate.totalMonths,
    totalMonthsMax: candidate.totalMonthsMax,
    unreadable: candidate.unreadable,
  }
}
