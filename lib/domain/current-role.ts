import type { Candidate, Experience } from '@/lib/contracts/candidate'

export type Role = { experience: Experience; current: boolean }

/** The job a person holds now, else the one listed first, which is the latest by the provider's order; null for none. */
export function currentRole({ experiences }: Pick<Candidate, 'experiences'>): Role | null {
  const now = experiences.find((experience) => experience.current)
  if (now) return { experience: now, current: true }
  const [first] = experiences
  return first ? { experience: first, current: false } : null
}

/** A person's name as a reader knows them; their application when the provider gave none. */
export function displayName({
  fullName,
  firstName,
  lastName,
  unreadable,
  erased,
}: Pick<Candidate, 'fullName' | 'firstName' | 'lastName' | 'unreadable'> & { erased?: boolean }): string {
  if (erased) return 'Erased person'
  const name = fullName ?? [firstName, lastName].filter((part) => part !== null).join(' ')
  if (name !== '') return name
  return unreadable ? 'Unreadable applicant' : 'Name not given'
}
