import * as z from 'zod/mini'
import { memberName } from './decisions'
import { foundText } from './stored-people'

/** words: stand anywhere · title: years in jobs of that title · education: school, degree or field · country: where they live. */
export const ruleKinds = ['words', 'title', 'education', 'country'] as const
export type RuleKind = (typeof ruleKinds)[number]

const rule = {
  /** Must have, or nice to have. */
  need: z.enum(['must', 'nice']),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  kind: z.enum(ruleKinds),
  /** A query of words; of `country` the country's name. */
  words: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  /** Of `title`: how many years at least; null for any time. */
  minYears: z.nullable(z.int().check(z.minimum(1), z.maximum(60))),
}

/** A criterion as it is written. `id` is that of one whose rule stays; its overrules stay with it. */
export const criterionDraft = z.object({ id: z.optional(z.string().check(z.maxLength(64))), ...rule })
export type CriterionDraft = z.infer<typeof criterionDraft>
export const criterion = z.object({ id: z.string(), ...rule })
export type Criterion = z.infer<typeof criterion>

/** The criteria of a job. Version 0 is that of a job without any. */
export const jobCriteria = z.object({
  version: z.int(),
  criteria: z.array(
    z.extend(criterion, { /** In how many jobs this rule is used, this one among them. */ usedIn: z.int() }),
  ),
  /** Who changed them last, and when. */
  by: z.nullable(memberName),
  at: z.nullable(z.iso.datetime()),
  /** For how many people these are worked out, and of how many; null once they are for everyone. */
  progress: z.nullable(z.object({ done: z.int(), of: z.int() })),
  /** Other jobs of the account that have some, to copy from. */
  others: z.array(
    z.object({ jobId: z.string(), jobLabel: z.nullable(z.string()), criteria: z.array(criterion) }),
  ),
})
export type JobCriteria = z.infer<typeof jobCriteria>

/** `version` is the one that was changed: a colleague's change in between is not lost. */
export const criteriaRequest = z.object({
  version: z.int().check(z.minimum(0)),
  criteria: z.array(criterionDraft).check(z.maxLength(30)),
})
export type CriteriaRequest = z.infer<typeof criteriaRequest>

/** What a criterion would find among the people stored of the job. */
export const criterionTrial = z.object({
  met: z.int(),
  /** How many were looked through: of rules that the store cannot count, the first of them. */
  checked: z.int(),
  /** How many are loaded. */
  stored: z.int(),
  /** It stands in the name of this one employer and nowhere else; null otherwise. */
  oneEmployer: z.nullable(z.string()),
})
export type CriterionTrial = z.infer<typeof criterionTrial>

/** What a person said against what the rule found. */
export const overrule = z.object({
  met: z.boolean(),
  reason: z.string(),
  by: memberName,
  at: z.iso.datetime(),
})

/** One criterion about one person. */
export const checkedCriterion = z.object({
  criterion,
  /** What the rule found. */
  met: z.boolean(),
  /**
   * The sentences it stands in: of a rule of several words one for each, where no sentence before has it. Where in them:
   * UTF-16 ranges, ascending and apart.
   */
  found: z.array(z.extend(foundText, { marks: z.array(z.object({ start: z.int(), end: z.int() })) })),
  /** Of a rule on years: the fewest months that the written dates allow. */
  months: z.nullable(z.int()),
  /** A person's word, which counts; null where nobody spoke against the rule. */
  overruled: z.nullable(overrule),
})
export type CheckedCriterion = z.infer<typeof checkedCriterion>

/** The checklist of a person: in the order of the criteria, without a sum. */
export const checklist = z.object({ version: z.int(), items: z.array(checkedCriterion) })
export type Checklist = z.infer<typeof checklist>

/** `met: null` takes it back. */
export const overruleRequest = z.object({
  met: z.nullable(z.boolean()),
  reason: z.optional(z.string().check(z.trim(), z.maxLength(500))),
})
export type OverruleRequest = z.infer<typeof overruleRequest>
