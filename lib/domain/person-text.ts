import type { Candidate, Mark } from '@/lib/contracts/candidate'
import { decidedWords } from '@/lib/contracts/decision-words'
import type { Month } from '@/lib/contracts/month'
import { jobWords } from './career-words'
import { displayName } from './current-role'
import { formatMonths } from './months'
import { ratingLabel } from './ratings'

const line = (label: string, value: string | null | undefined) => (value ? `${label}: ${value}` : null)

function decisionLine({ decision }: Mark): string | null {
  if (!decision) return null
  const why = [decision.reason?.label, decision.comment].filter(Boolean).join('. ')
  return `Decision: ${decidedWords[decision.decision]} by ${decision.by.name}${why ? ` (${why})` : ''}`
}

/**
 * A person as plain text, for a mail or a chat: who they are, what the team decided, their jobs and their education.
 * @param link to them in this product
 */
export function personText(person: Candidate & Mark, asOf: Month, link: string): string {
  const { headline, location, totalMonths, totalMonthsMax, experiences, education, tags } = person
  const facts = [
    displayName(person),
    headline,
    '',
    line('Rating', person.unreadable ? null : ratingLabel(person.rating)),
    decisionLine(person),
    line('Tags', tags?.map(({ name }) => name).join(', ')),
    line('Location', location),
    line('Experience', totalMonths === null ? null : formatMonths(totalMonths, totalMonthsMax)),
    line('Message', person.topChoiceMessage),
    line('Profile', person.profileUrl),
    line('In Shortlist', link),
  ]
  const jobs = experiences.map((each) => `- ${jobWords(each, person.asOf ?? asOf)}`)
  const schools = education.map(
    ({ school, degree, field, dateRange }) =>
      `- ${[degree, field, school, dateRange].filter(Boolean).join(', ')}`,
  )
  const parts = [
    facts.filter((each) => each !== null),
    jobs.length > 0 ? ['Jobs', ...jobs] : [],
    schools.length > 0 ? ['Education', ...schools] : [],
  ]
  return parts.flatMap((part, at) => (part.length === 0 ? [] : at === 0 ? part : ['', ...part])).join('\n')
}
