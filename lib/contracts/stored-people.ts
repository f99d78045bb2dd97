import * as z from 'zod/mini'
import { decisionMark } from './decisions'

/** One application of somebody who is stored. */
export const storedApplication = z.object({
  /** Null for the default one. */
  account: z.nullable(z.string()),
  jobId: z.string(),
  jobLabel: z.nullable(z.string()),
  applicationId: z.string(),
  /** The provider's. */
  rating: z.nullable(z.string()),
  /** The team's; null for nothing. */
  decision: z.nullable(decisionMark),
  appliedAt: z.nullable(z.string()),
  /** When it was loaded first and last. */
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** Since when it is not in the provider's list any more; null while it is. */
  goneAt: z.nullable(z.iso.datetime()),
})
export type StoredApplication = z.infer<typeof storedApplication>

/** Where the words of a search stand: the sentence, and in what. */
export const foundText = z.object({
  where: z.enum(['headline', 'location', 'job', 'description', 'education', 'message']),
  text: z.string(),
})
export type FoundText = z.infer<typeof foundText>

/** A person across the jobs of an account, as their newest application that matches has them. */
export const storedPerson = z.object({
  fullName: z.nullable(z.string()),
  firstName: z.nullable(z.string()),
  lastName: z.nullable(z.string()),
  unreadable: z.boolean(),
  headline: z.nullable(z.string()),
  location: z.nullable(z.string()),
  publicIdentifier: z.nullable(z.string()),
  profileUrl: z.nullable(z.string()),
  totalMonths: z.nullable(z.int()),
  /** What was searched for, in their own words; null where name, place or nothing tells. */
  found: z.nullable(foundText),
  /** Newest first, at most 20. */
  applications: z.array(storedApplication),
  /** How many there are. */
  applicationCount: z.int(),
  lastSeenAt: z.iso.datetime(),
})
export type StoredPerson = z.infer<typeof storedPerson>

/** Everyone stored that a search finds, newest first, one line a person. */
export const storedPeoplePage = z.object({
  items: z.array(storedPerson),
  nextCursor: z.nullable(z.string()),
  counts: z.object({
    /** People who match. */
    matched: z.int(),
    /** There may be more: only the newest were counted, as very many match. */
    atLeast: z.boolean(),
    /** Applications stored, in all jobs. */
    stored: z.int(),
  }),
  /** The job whose musts they meet; only where such people were asked for. */
  criteria: z.optional(
    z.object({
      jobLabel: z.nullable(z.string()),
      /** The names of the musts; a job without any finds nobody. */
      musts: z.array(z.string()),
    }),
  ),
  /** Why the search cannot be read, in which case it finds nobody; null where it can. */
  problem: z.nullable(z.enum(['quote', 'or', 'minus', 'long'])),
})
export type StoredPeoplePage = z.infer<typeof storedPeoplePage>
