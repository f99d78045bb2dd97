import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Education, Person } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import { readAppliedAt } from '@/lib/domain/applied-at'
import { readCareer } from '@/lib/domain/career'
import { cleanLine, cleanText } from '@/lib/domain/clean-text'
import { decodeEntities } from '@/lib/domain/decode-entities'
import { httpUrl } from '@/lib/domain/http-url'
import { unreadablePerson } from '@/lib/domain/unreadable-person'
import { parseJson } from './read-body'
import { wireApplicationId, wireCandidate, type WireCandidate } from './wire'

const line = (text: string | null) => cleanLine(decodeEntities(text))
const lines = (text: string | null) => cleanText(decodeEntities(text))

const readEducation = ({ education }: WireCandidate): Education[] =>
  education
    .map(({ school, degree, field, years }) => ({
      school: line(school),
      degree: line(degree),
      field: line(field),
      dateRange: line(years),
    }))
    .filter(({ school, degree, field }) => school !== null || degree !== null || field !== null)

function toPerson(wire: WireCandidate, asOf: Month): Person {
  const written = wire.experiences.map((experience) => ({
    title: line(experience.title),
    company: line(experience.company),
    companyUrl: httpUrl(experience.company_url),
    dateRange: line(experience.date_range),
    description: lines(experience.description),
  }))
  return {
    applicationId: wire.application_id,
    rating: cleanLine(wire.rating),
    isTopChoice: wire.is_top_choice,
    topChoiceMessage: lines(wire.top_choice_message),
    firstName: line(wire.first_name),
    lastName: line(wire.last_name),
    fullName: line(wire.full_name),
    headline: line(wire.headline),
    publicIdentifier: cleanLine(wire.public_identifier),
    profileUrl: httpUrl(wire.profile_url),
    location: line(wire.location),
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
