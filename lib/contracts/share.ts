import * as z from 'zod/mini'
import { education, experience } from './candidate'
import { month } from './month'
import { getShareField, type ShareFields, shareFieldKeys } from './share-fields'

/** What the maker of a share link lets its guests see, beyond the career itself. */
export const shareFields: z.ZodMiniType<ShareFields> = z.object(
  Object.fromEntries(
    shareFieldKeys.map((key) => [key, getShareField(key).mark ? z.optional(z.boolean()) : z.boolean()]),
  ) as Record<keyof ShareFields, z.ZodMiniBoolean>,
)

/**
 * A candidate as a guest of a share link gets them. What is hidden is null: a guest cannot tell it from unknown.
 * There is no application id, no public identifier and no place in the provider's list, whatever is shown.
 */
export const guestCandidate = z.object({
  /** Names this person under this link only; the key for votes and comments. */
  ref: z.string(),
  /** Null when names are shown. */
  pseudonym: z.nullable(z.string()),
  fullName: z.nullable(z.string()),
  firstName: z.nullable(z.string()),
  lastName: z.nullable(z.string()),
  headline: z.nullable(z.string()),
  location: z.nullable(z.string()),
  rating: z.nullable(z.string()),
  isTopChoice: z.nullable(z.boolean()),
  topChoiceMessage: z.nullable(z.string()),
  /** http(s) only; null unless names and profile links are shown. */
  profileUrl: z.nullable(z.string()),
  /** `companyUrl` is null unless names and profile links are shown. */
  experiences: z.array(experience),
  education: z.array(education),
  totalMonths: z.nullable(z.int()),
  totalMonthsMax: z.nullable(z.int()),
  /** The month up to which a current job counts in these lengths. */
  asOf: z.nullable(month),
  /** True when the provider's answer for this person could not be read: nothing else is known. */
  unreadable: z.boolean(),
})
export type GuestCandidate = z.infer<typeof guestCandidate>
