import type { Person } from '@/lib/contracts/candidate'

/** A person known only to have applied. Its keys are in the order of one that is read, since stored texts are compared. */
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
  totalMonths: null,
  totalMonthsMax: null,
  asOf: null,
  education: [],
  appliedAt: null,
  unreadable: true,
})
