import * as z from 'zod/mini'
import { candidate, experience, plainMarks } from './candidate'
import { decision } from './decisions'
import { exportFormats, exportLines, exportTrackers } from './export-words'

const shortText = z.string().check(z.maxLength(200))

/** What is exported, and how. Everything has a default: the whole list as CSV with commas, one line a person. */
export const exportRequest = z.strictObject({
  format: z.optional(z.enum(exportFormats)),
  per: z.optional(z.enum(exportLines)),
  /** Keys of the columns, in their order. */
  columns: z.optional(z.array(shortText).check(z.maxLength(100))),
  separator: z.optional(shortText),
  bom: z.optional(z.boolean()),
  /** The columns that a tracker's import expects, in place of `columns`. */
  tracker: z.optional(z.enum(exportTrackers)),
  /** The query string of the view: its filters say who, its sort in which order. */
  view: z.optional(z.string().check(z.maxLength(8_000))),
  /** These people, whoever the view's filters would show. */
  applicationIds: z.optional(
    z.array(z.string().check(z.minLength(1), z.maxLength(512))).check(z.minLength(1), z.maxLength(10_000)),
  ),
})
export type ExportRequest = z.infer<typeof exportRequest>

/** Where a file comes from: what it holds, as of when, and what it does not hold. */
export const exportProvenance = z.object({
  job: z.object({ jobId: z.string(), label: z.nullable(z.string()), account: z.string() }),
  /** The query string of the view; '' for everyone in the network's order. */
  view: z.string(),
  asOf: z.iso.datetime(),
  exportedBy: z.string(),
  /** How many people the file was to hold: those who match the view, or those selected. */
  people: z.int(),
  /** They were selected one by one: the view says their order alone. */
  selected: z.boolean(),
  stored: z.int(),
  total: z.nullable(z.int()),
  notLoaded: z.int(),
  /** How many people of the whole job were decided about though nobody had opened them. */
  decidedUnopened: z.int(),
  /** The same in a sentence. */
  scope: z.string(),
  per: z.enum(exportLines),
  /** Made in a blind review: people are without their names. */
  blind: z.optional(z.literal(true)),
})
export type ExportProvenance = z.infer<typeof exportProvenance>

/** Which of the job's criteria somebody meets, by the rules and by what colleagues said against them. */
export const exportedCriteria = z.object({
  /** Each of them in the job's order. An id stays that of its rule, whatever its name becomes. */
  each: z.array(
    z.object({ id: z.string(), name: z.string(), need: z.enum(['must', 'nice']), met: z.boolean() }),
  ),
  met: z.array(z.string()),
  notMet: z.array(z.string()),
  overruled: z.array(
    z.object({ criterion: z.string(), met: z.boolean(), reason: z.string(), by: z.string() }),
  ),
})
export type ExportedCriteria = z.infer<typeof exportedCriteria>

type Plain = { [Name in keyof typeof plainMarks]: z.ZodMiniNullable<(typeof plainMarks)[Name]> }
/** Null where nobody did it. */
const plain = Object.fromEntries(
  Object.entries(plainMarks).map(([name, schema]) => [name, z.nullable(schema)]),
) as Plain

/** What people did about somebody, as a file has it. */
export const exportedMarks = z.object({
  decision: z.nullable(decision),
  reason: z.nullable(z.string()),
  comment: z.nullable(z.string()),
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(z.iso.datetime()),
  /** Whoever decided had opened them before. */
  openedBefore: z.nullable(z.boolean()),
  suggestions: z.array(z.object({ decision, by: z.string() })),
  tags: z.array(z.string()),
  nextAction: z.nullable(
    z.object({
      text: z.string(),
      dueOn: z.nullable(z.string()),
      assignee: z.nullable(z.string()),
    }),
  ),
  ...plain,
  /** Newest first; only where notes were chosen. */
  notes: z.optional(z.array(z.object({ text: z.string(), by: z.string(), at: z.iso.datetime() }))),
  /** Only where criteria were chosen, on a job that has some. */
  criteria: z.optional(exportedCriteria),
})
export type ExportedMarks = z.infer<typeof exportedMarks>

/** A person of a JSON export without chosen columns; with one line a job, `job` is the one of this line. */
export const exportedPerson = z.extend(z.extend(candidate, exportedMarks.shape), {
  job: z.optional(z.nullable(experience)),
})
export type ExportedPerson = z.infer<typeof exportedPerson>
