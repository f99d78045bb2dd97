import 'server-only'
import { createHash } from 'node:crypto'
import type { Month } from '@/lib/contracts/candidate'
import { readCareer } from '@/lib/domain/career'
import { cleanLine, cleanText } from '@/lib/domain/clean-text'
import { httpUrl } from '@/lib/domain/http-url'
import type { IncomingRow, PersonRecord } from '@/lib/server/store/candidates'
import type { UpstreamRow } from '@/lib/server/upstream/upstream-page'
import type { WireCandidate } from '@/lib/server/upstream/wire'

function readPerson(wire: WireCandidate, asOf: Month): PersonRecord {
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
    unreadable: false,
  }
}

const unreadPerson = (applicationId: string): PersonRecord => ({
  applicationId,
  rating: null,
  isTopChoice: null,
  topChoiceMessage: null,
  firstName: null,
  lastName: null,
  fullName: null,
  headline: null,
  publicIdentifier: null,
  profileUrl: null,
  location: null,
  experiences: [],
  totalMonths: null,
  totalMonthsMax: null,
  unreadable: true,
})

// Not even an id: what was sent names the row, so that the same answer again is the same row.
const nameless = (raw: string) => `unreadable-${createHash('sha256').update(raw).digest('hex').slice(0, 20)}`

/**
 * One row of the provider's answer as the store keeps it: text cleaned, links http(s) or nothing, dates read.
 * @param position zero-based place in the provider's list
 * @param asOf the month in which a current job is counted up to
 */
export function incomingRow(row: UpstreamRow, position: number, asOf: Month): IncomingRow {
  const person = row.readable
    ? readPerson(row.candidate, asOf)
    : unreadPerson(row.applicationId ?? nameless(row.raw))
  return { position, raw: row.raw, person }
}
