import * as z from 'zod/mini'

const id = z.string().check(z.minLength(1), z.maxLength(512), z.regex(/^[^\0]*$/))
const count = z.int()

/**
 * Whom a request is about: one application, with everyone who is known to be the same person; or a profile, by its public
 * identifier or its address.
 */
export const personRef = z.union([
  z.strictObject({
    applicationId: id,
    /** Null and left out: any job of the account. */
    jobId: z.optional(z.nullable(id)),
    /** The account's label; null and left out for the default one. */
    account: z.optional(z.nullable(id)),
  }),
  z.strictObject({
    publicIdentifier: z.string().check(z.minLength(1), z.maxLength(2_048), z.regex(/^[^\0]*$/)),
  }),
])
export type PersonRef = z.infer<typeof personRef>

/** What is counted of somebody beside their applications, in words for one and for several. */
export const countedRows = {
  changes: ['noted change', 'noted changes'],
  /** Those that name them. */
  links: ['share link', 'share links'],
  responses: ['answer of a guest', 'answers of guests'],
  /** Of the team, each change counted. */
  decisions: ['decision', 'decisions'],
  notes: ['note', 'notes'],
} as const
export type CountedRows = keyof typeof countedRows
export const countedKeys = Object.keys(countedRows) as CountedRows[]

const ofRows = Object.fromEntries(countedKeys.map((key) => [key, count])) as Record<CountedRows, typeof count>
const counts = z.object({ applications: count, jobs: count, ...ofRows })
export type PersonCounts = z.infer<typeof counts>

/** What is stored of somebody, before it is handed out or erased. */
export const foundPerson = z.object({
  items: z.array(
    z.object({
      account: z.string(),
      jobId: z.string(),
      jobLabel: z.nullable(z.string()),
      applicationId: z.string(),
      name: z.nullable(z.string()),
      firstSeenAt: z.iso.datetime(),
      erased: z.boolean(),
    }),
  ),
  counts,
  /**
   * People of different names are stored under one of their identifiers. By that identifier nobody is erased or handed out;
   * by an application, only that one.
   */
  sharedIdentifier: z.boolean(),
})
export type FoundPerson = z.infer<typeof foundPerson>

/** What is gone for good. */
export const erasure = z.object({
  erased: counts,
  /** Others stay who go by the same identifier under another name, and it keeps nobody from being stored. */
  sharedIdentifier: z.boolean(),
})
export type Erasure = z.infer<typeof erasure>

const privateJob = z.object({
  jobId: z.string(),
  account: z.string(),
  label: z.nullable(z.string()),
  stored: count,
})

const clockDoubt = z.object({
  /** What the store's clock said, and what it said when it was next looked at, more than a week later. */
  before: z.iso.datetime(),
  after: z.iso.datetime(),
  /** Nothing is deleted for being unused before this. */
  from: z.iso.datetime(),
})
export type ClockDoubt = z.infer<typeof clockDoubt>

/** What is stored of people, for how long, and what goes next. */
export const privacyFacts = z.object({
  retentionDays: count,
  clockDoubt: z.nullable(clockDoubt),
  stored: z.object({
    jobs: count,
    applicants: count,
    /** Rows that say that somebody applied, and nothing of them. */
    erased: count,
  }),
  /** Unused jobs, the next to be deleted first; at most 10. */
  due: z.array(
    z.extend(privateJob, {
      lastUsedAt: z.iso.datetime(),
      purgeAt: z.iso.datetime(),
      preset: z.nullable(z.string()),
    }),
  ),
  /** Jobs that are kept beyond that. */
  kept: z.array(z.extend(privateJob, { reason: z.string(), by: z.string(), at: z.iso.datetime() })),
  /** Deleted jobs of which rounded counts of the decisions stay, the latest first; at most 100. */
  counted: z.array(
    z.object({
      jobId: z.string(),
      account: z.string(),
      deletedAt: z.iso.datetime(),
      /** To the nearest 5. */
      people: count,
      decided: count,
    }),
  ),
})
export type PrivacyFacts = z.infer<typeof privacyFacts>
