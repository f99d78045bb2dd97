import type { Person } from '@/lib/contracts/candidate'
import { readCareer } from '@/lib/domain/career'
import { listOf, saveList, touchJob, type JobKey } from '@/lib/server/store/jobs'
import { type IncomingRow, saveCandidates } from '@/lib/server/store/candidates'
import type { Db } from '@/lib/server/db/open-database'

const asOf = { y: 2026, m: 4 }
type Written = { title?: string; company?: string; description?: string; dateRange?: string }
type Told = Partial<Omit<Person, 'experiences'>> & { experiences?: Written[]; position?: number }

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
    ...readCareer(written, asOf),
    unreadable: false,
    ...told,
  }
  return { position, raw: JSON.stringify({ application_id: applicationId }), person, identifiers: [] }
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
    const list = listOf(job)
    const edition = job.edition + 1
    const arrival = { seenAt, fetchId, pass: 1, edition, newcomers: false }
    const { added } = await saveCandidates(tx, key, { rows, ...arrival })
    const stored = list.stored + added
    const after = { ...list, stored, total: stored, fetched: true }
    await saveList(tx, key, { list: after, fetchedAt: seenAt, edition })
    return { added }
  })
}
