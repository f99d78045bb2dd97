import 'server-only'
import type { WorkedTogether, WorkedWith } from '@/lib/contracts/candidate'
import { displayName } from '@/lib/domain/current-role'
import { findOverlaps, staysByCompany } from '@/lib/domain/job-overlaps'
import { toMonth } from '@/lib/domain/tenure'
import type { Context } from '@/lib/server/auth/context'
import * as candidates from '@/lib/server/candidates/store/candidates'
import { listSameCompany } from '@/lib/server/candidates/store/same-company'
import { parsePerson } from '@/lib/server/candidates/store/stored-person'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { toReaderKey } from './reader-key'

// Enough for all but the largest employers of the largest lists, whose people are too many to read through anyway.
const maxCompared = 2_000
const maxShown = 50

/**
 * Who of the same list was at one company with somebody at the same time: by company name and dates alone. Free.
 * @throws AppError account_not_found, candidate_not_found
 */
export async function showWorkedTogether(
  context: Context,
  ref: JobRef,
  applicationId: string,
): Promise<WorkedTogether> {
  const key = toReaderKey(context, ref)
  const candidate = await candidates.getCandidate(context.db, key, applicationId)
  if (!candidate) throw new AppError('candidate_not_found')
  const now = toMonth(context.now().toISOString())
  const mine = staysByCompany(candidate.experiences, candidate.asOf ?? now)
  if (mine.size === 0) return { items: [], people: 0, sameCompany: 0, compared: 0 }
  const { rows, people: sameCompany } = await listSameCompany(context.db, key, applicationId, maxCompared)
  const found = rows.flatMap(({ person: text, decision, applicationId: id }): WorkedWith[] => {
    const person = parsePerson(text)
    const [longest] = findOverlaps(mine, staysByCompany(person.experiences, person.asOf ?? now))
    return longest ? [{ applicationId: id, name: displayName(person), ...longest, decision }] : []
  })
  const isShortlisted = ({ decision }: WorkedWith) => Number(decision === 'shortlist')
  const items = found
    .toSorted(
      (a, b) => isShortlisted(b) - isShortlisted(a) || b.months - a.months || b.monthsMax - a.monthsMax,
    )
    .slice(0, maxShown)
  return { items, people: found.length, sameCompany, compared: rows.length }
}
