import type { Person } from '@/lib/contracts/candidate'
import { unreadablePerson } from '@/lib/domain/unreadable-person'
import { readCareer } from '@/lib/domain/career'
import { reader } from '@/lib/server/providers/recruiter-v2/adapter'
import { toListState, saveList, touchJob, type JobKey } from '@/lib/server/candidates/store/jobs'
import { type IncomingRow, saveCandidates } from '@/lib/server/candidates/store/candidates'
import type { Db } from '@/lib/server/db/open-database'

const asOf = { y: 2026, m: 4 }
type Written = { title?: string; company?: string; description?: string; dateRange?: string }
type Told = Partial<Omit<Person, 'experiences'>> & { experiences?: Written[]; position?: number }

/** A person as the provider would send them. One that is to be unreadable cannot be read. */
const wireRow = (person: Person) => ({
  application_id: person.applicationId,
  rating: person.rating,
  is_top_choice: person.isTopChoice,
  top_choice_message: person.topChoiceMessage,
  first_name: person.firstName,
  last_name: person.lastName,
  full_name: person.fullName,
  headline: person.unreadable ? { not: 'a text' } : person.headline,
  public_identifier: person.publicIdentifier,
  profile_url: person.profileUrl,
  location: person.location,
  application_date: person.appliedAt,
  education: person.education.map(({ dateRange, ...each }) => ({ ...each, years: dateRange })),
  experiences: person.experiences.map((job) => ({
    title: job.title,
    company: job.company,
    company_url: job.companyUrl,
    date_range: job.dateRange,
    description: job.description,
  })),
})

/** An invented applicant as the services hand one to the store. What is not told is unknown. */
export function applicant(
  applicationId: string,
  { experiences = [], position = 0, ...told }: Told = {},
): IncomingRow {
  const written = experiences.map(({ title, company, description, dateRange }) => ({
    title: title ?? null,
    company: company ?? null,
    companyUrl: null,
    dateRange: dateRange ?? null,
    description: description ?? null,
  }))
  const person: Person = {
    ...unreadablePerson(applicationId),
    ...readCareer(written, asOf),
    unreadable: false,
    ...told,
  }
  const raw = JSON.stringify(wireRow(person))
  return { position, raw, person, identifiers: reader.identifiers(raw), reader }
}

/** Stores applicants as a fetch does, and counts them in. */
export async function store(
  db: Db,
  key: JobKey,
  rows: IncomingRow[],
  { seenAt = new Date('2026-04-02T10:00:00.000Z'), fetchId = 'fetch-1' } = {},
): Promise<{ added: number }> {
  return db.transaction(async (tx) => {
    const job = await touchJob(tx, key)
    const list = toListState(job)
    const revision = job.revision + 1
    const arrival = { seenAt, fetchId, pass: 1, revision, newcomers: false }
    const { added } = await saveCandidates(tx, key, { rows, ...arrival })
    const stored = list.stored + added
    const after = { ...list, stored, total: stored, fetched: true }
    await saveList(tx, key, { list: after, fetchedAt: seenAt, revision })
    return { added }
  })
}
