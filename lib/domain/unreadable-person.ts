import type { Person } from '@/lib/contracts/candidate'

/** A person of whom nothing is known but that they applied. */
export const unreadablePerson = (applicationId: string): Person => ({
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
  education: [],
  appliedAt: null,
  totalMonths: null,
  totalMonthsMax: null,
  asOf: null,
  unreadable: true,
})
