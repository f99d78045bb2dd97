import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Education, Person } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import { readAppliedAt } from '@/lib/domain/applied-at'
import { readCareer } from '@/lib/domain/career'
import { cleanLine, cleanText } from '@/lib/domain/clean-text'
import { httpUrl } from '@/lib/domain/http-url'
import { unreadablePerson } from '@/lib/domain/unreadable-person'
import { parseJson } from './read-body'
import { wireApplicationId, wireCandidate, type WireCandidate } from './wire'

const readEducation = ({ education }: WireCandidate): Education[] =>
  education
    .map(({ school, degree, field, years }) => ({
      school: cleanLine(school),
      degree: cleanLine(degree),
      field: cleanLine(field),
      dateRange: cleanLine(years),
    }))
    .filter(({ school, degree, field }) => school !== null || degree !== null || field !== null)

function toPerson(wire: WireCandidate, asOf: Month): Person {
  const written = wire.experiences.map((experience) => ({
    title: cleanLine(experience.title),
    company: cleanLine(experience.company),
    companyUrl: httpUrl(experience.company_url),
    dateRange: cleanLine(experience.date_range),
    description: cleanText(experience.description),
  }))
  return {
    applicationId: wire.application_id,
    rating: cleanLine(wire.rating),
    isTopChoice: wire.is_top_choice,
    topChoiceMessage: cleanText(wire.top_choice_message),
    firstName: cleanLine(wire.first_name),
    lastName: cleanLine(wire.last_name),
    fullName: cleanLine(wire.full_name),
    headline: cleanLine(wire.headline),
    publicIdentifier: cleanLine(wire.public_identifier),
    profileUrl: httpUrl(wire.profile_url),
    location: cleanLine(wire.location),
    ...readCareer(written, asOf),
    education: readEducation(wire),
    appliedAt: readAppliedAt(wire.application_date),
    unreadable: false,
  }
}

// Without even an id, the raw text names the row, so that the same answer again is the same row.
const idFromRaw = (raw: string) => `unreadable-${createHash('sha256').update(raw).digest('hex').slice(0, 20)}`

const withId = z.object({ application_id: wireApplicationId })

/** Reads one raw row: text cleaned, links http(s) or nothing, dates parsed. See `Reader.read`. */
export function readRow(raw: string, asOf: Month): Person {
  const value = parseJson(raw)
  const wire = wireCandidate.safeParse(value)
  if (wire.success) return toPerson(wire.data, asOf)
  const id = withId.safeParse(value)
  return unreadablePerson(id.success ? id.data.application_id : idFromRaw(raw))
}
