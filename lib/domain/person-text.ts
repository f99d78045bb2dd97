import { decidedWords } from '@/lib/contracts/decision-words'
import type { ExportedPerson } from '@/lib/contracts/export'
import type { Month } from '@/lib/contracts/month'
import { jobWords } from './career-words'
import { currentRole, displayName } from './current-role'
import { formatMonths } from './months'
import { ratingLabel } from './ratings'

const line = (label: string, value: string | null | undefined) => (value ? `${label}: ${value}` : null)

function decisionText({ decision, decidedBy, reason, comment }: ExportedPerson): string | null {
  if (decision === null) return null
  const why = [reason, comment].filter(Boolean).join('. ')
  return `${decidedWords[decision]}${decidedBy ? ` by ${decidedBy}` : ''}${why ? ` (${why})` : ''}`
}

function nowText(person: ExportedPerson): string | null {
  const role = currentRole(person)
  if (!role?.current) return null
  const { title, company } = role.experience
  return [title ?? 'No title', company].filter(Boolean).join(' at ')
}

/**
 * A person as plain text, for a mail or a chat: who they are, what the team decided, their jobs and their education.
 * @param person as an export has them
 * @param link to them in this product
 */
export function personText(person: ExportedPerson, asOf: Month, link: string): string {
  const { headline, location, totalMonths, totalMonthsMax, experiences, education, tags } = person
  const facts = [
    displayName(person),
    headline,
    '',
    line('Rating', person.unreadable ? null : ratingLabel(person.rating)),
    line('Decision', decisionText(person)),
    line('Tags', tags.join(', ')),
    line('Now', nowText(person)),
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
