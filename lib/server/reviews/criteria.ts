import 'server-only'
import { randomUUID } from 'node:crypto'
import type {
  CheckedCriterion,
  Checklist,
  CriteriaRequest,
  Criterion,
  CriterionDraft,
  CriterionTrial,
  JobCriteria,
  OverruleRequest,
} from '@/lib/contracts/criteria'
import { unknownChoice } from '@/lib/contracts/words'
import { memberLine } from '@/lib/domain/clean-text'
import { applyRule, employerOnly, ruleText } from '@/lib/domain/criteria'
import { everyMust, toUnmetChoice } from '@/lib/domain/criteria-counts'
import { getCountry } from '@/lib/domain/location'
import { queryProblems } from '@/lib/domain/query-problems'
import { foldText } from '@/lib/domain/search'
import { parseWords } from '@/lib/domain/word-query'
import { audit, inOneStep } from '@/lib/server/audit/audit'
import { type Context, type JobKey, toJobKey } from '@/lib/server/auth/context'
import {
  criteriaProgress,
  refreshCriteria,
  restartCriteria,
} from '@/lib/server/candidates/store/criteria-results'
import { getCriteria } from '@/lib/server/candidates/store/job-criteria'
import { recordJobEvent, touchMarks } from '@/lib/server/candidates/store/job-events'
import { lockJob } from '@/lib/server/candidates/store/jobs'
import { parsePerson } from '@/lib/server/candidates/store/stored-person'
import { workOutCriteria } from '@/lib/server/candidates/work-out-criteria'
import { AppError } from '@/lib/server/platform/app-error'
import * as store from '@/lib/server/reviews/store/criteria'
import type { JobRef } from '@/lib/url/paths'
import { renameInQuery } from '@/lib/url/renamed-choice'
import { normalText } from '@/lib/url/texts'
import { beginWriting, stamp, toPersonKey } from './person'
import { rewriteSavedViews } from './store/saved-views'

/** The criteria of a job, and those of other jobs to copy from. @throws AppError account_not_found */
export async function showCriteria(context: Context, ref: JobRef): Promise<JobCriteria> {
  const key = toJobKey(context, ref)
  const [now, others] = [
    await getCriteria(context.db, key),
    await store.listCriteriaElsewhere(context.db, key),
  ]
  const usedIn = (rule: string) =>
    1 + others.filter(({ criteria }) => criteria.some((each) => ruleText(each) === rule)).length
  return {
    version: now?.version ?? 0,
    criteria: (now?.criteria ?? []).map((each) => ({ ...each, usedIn: usedIn(ruleText(each)) })),
    by: now ? { id: now.by, name: now.byName } : null,
    at: now?.at.toISOString() ?? null,
    progress: await criteriaProgress(context.db, key),
    others,
  }
}

/** @throws AppError invalid_body for a rule that cannot be read, or asks for nothing */
function assertRule({ name, kind, words, minYears }: CriterionDraft): void {
  const refuse = (why: string) => new AppError('invalid_body', { reason: `“${name}”: ${why}` })
  if (minYears !== null && kind !== 'title') throw refuse('years belong to a rule on titles.')
  if (kind === 'country') {
    if (getCountry(words) === null) throw refuse('no country has this name. Write it as in “Germany”.')
    return
  }
  const { clauses, problem } = parseWords(words)
  if (problem !== null) throw refuse(queryProblems[problem])
  if (!clauses.some(({ not }) => !not)) throw refuse('name at least one word to look for.')
}

/** @throws AppError invalid_body where filters could not tell criteria by their names */
function assertNames(criteria: readonly { name: string }[]): void {
  const names = new Set([unknownChoice, foldText(everyMust)])
  for (const { name } of criteria) {
    const folded = foldText(name)
    if (name.startsWith('-')) {
      const why = `“${name}”: begin the name with a letter. In filters “-” stands for “not met”.`
      throw new AppError('invalid_body', { reason: why })
    }
    const reason = `“${name}” is taken. Give each criterion a name of its own.`
    if (names.has(folded)) throw new AppError('invalid_body', { reason })
    names.add(folded)
  }
}

/** Saved views that filter by a criterion keep doing so under its new name. */
async function renameInViews(
  within: Context,
  key: JobKey,
  before: readonly Criterion[],
  after: readonly Criterion[],
): Promise<void> {
  const renamed = new Map(
    before.flatMap(({ id, name }) => {
      const now = after.find((each) => each.id === id)
      if (!now || now.name === name) return []
      return [
        [foldText(name), now.name] as const,
        [foldText(toUnmetChoice(name)), toUnmetChoice(now.name)] as const,
      ]
    }),
  )
  if (renamed.size === 0) return
  const rename = (query: string) =>
    renameInQuery(query, 'criteria', (choice) => renamed.get(foldText(choice)) ?? null)
  const jobs = await rewriteSavedViews(within.db, 'criteria', rename, key)
  if (jobs.length > 0) await recordJobEvent(within.db, key, { kind: 'views', data: {}, by: within.actor.id })
}

/**
 * Saves the criteria of a job as a new version. Who of a long list meets them is worked out after that. One whose rule changed gets a new id: what people said against the old
 * rule is not said against the new one.
 * Names are told apart as filters compare them.
 * @throws AppError account_not_found, job_not_found, invalid_body, criteria_changed
 */
export async function saveCriteria(
  context: Context,
  ref: JobRef,
  { version, criteria }: CriteriaRequest,
): Promise<JobCriteria> {
  criteria.forEach(assertRule)
  const named = criteria.map((each) => ({ ...each, name: normalText(memberLine(each.name) ?? each.name) }))
  assertNames(named)
  const key = toJobKey(context, ref)
  const saved = await inOneStep(context, async (within) => {
    const { db, actor, now } = within
    if (!(await lockJob(db, key))) throw new AppError('job_not_found')
    const before = await getCriteria(db, key)
    if ((before?.version ?? 0) !== version) throw new AppError('criteria_changed')
    const taken = new Set<string>()
    const next = named.map(({ id, ...rest }): Criterion => {
      const same = before?.criteria.find((each) => each.id === id && ruleText(each) === ruleText(rest))
      const keeps = same !== undefined && !taken.has(same.id)
      const own = keeps ? same.id : `crt_${randomUUID().replaceAll('-', '')}`
      taken.add(own)
      return { id: own, ...rest }
    })
    await store.addCriteria(db, key, {
      ...{ version: version + 1, criteria: next },
      ...{ by: actor.id, byName: actor.name, at: now() },
    })
    await restartCriteria(db, key)
    await touchMarks(db, key, { what: 'criteria', applicationIds: null, by: actor.id })
    await renameInViews(within, key, before?.criteria ?? [], next)
    await audit(within, 'criteria.changed', {
      subject: key.jobId,
      detail: { version: version + 1, criteria: next.length },
    })
    return showCriteria(within, ref)
  })
  if (saved.progress !== null) startWork(context)
  return saved
}

/** Nobody waits for it: a schedule goes on with what fails or is stopped. */
function startWork({ db, log, stopping, track }: Context): void {
  void track(workOutCriteria(db, stopping)).catch((error: unknown) => {
    log.warn({ err: error }, 'criteria not worked out')
  })
}

/** So many people are looked through for rules that the store cannot count. */
const sampleSize = 300
const employerSample = 50

/**
 * What a criterion would find among the people stored of a job, before it is used.
 * @throws AppError account_not_found, invalid_body
 */
export async function tryCriterion(
  context: Context,
  ref: JobRef,
  draft: CriterionDraft,
): Promise<CriterionTrial> {
  assertRule(draft)
  const key = toJobKey(context, ref)
  const { clauses } = parseWords(draft.words)
  if (draft.kind !== 'words' || clauses === null) {
    const [stored, people] = await Promise.all([
      store.countPeople(context.db, key),
      store.readPeople(context.db, key, { clauses: null, limit: sampleSize }),
    ])
    const met = people.filter(
      ({ person, searchText }) => applyRule(parsePerson(person), searchText, draft).met,
    )
    return { met: met.length, checked: people.length, stored, oneEmployer: null }
  }
  const [counts, people] = await Promise.all([
    store.countWithWords(context.db, key, clauses),
    store.readPeople(context.db, key, { clauses, limit: employerSample }),
  ])
  const employers = new Set(people.map(({ person }) => employerOnly(parsePerson(person), draft.words)))
  const [only = null] = employers
  return { ...counts, stored: counts.checked, oneEmployer: employers.size === 1 ? only : null }
}

const toOverruled = ({ met, reason, by, byName, at }: store.Overrule) => ({
  ...{ met, reason },
  by: { id: by, name: byName },
  at: at.toISOString(),
})

/**
 * The checklist of somebody: each criterion of the job, what its rule found and where, and what a person said against it.
 * @throws AppError account_not_found, candidate_not_found
 */
export async function showChecklist(
  context: Context,
  ref: JobRef,
  applicationId: string,
): Promise<Checklist> {
  const key = toPersonKey(context, ref, applicationId)
  // One after the other, as a transaction has but one connection.
  const now = await getCriteria(context.db, key)
  const row = await store.readPerson(context.db, key)
  const overrules = await store.listOverrules(context.db, key)
  if (!row) throw new AppError('candidate_not_found')
  if (row.erased) return { version: now?.version ?? 0, items: [] }
  const person = parsePerson(row.person)
  const items = (now?.criteria ?? []).map((criterion): CheckedCriterion => {
    const said = overrules.find(({ criterionId }) => criterionId === criterion.id)
    return {
      criterion,
      ...applyRule(person, row.searchText, criterion),
      overruled: said ? toOverruled(said) : null,
    }
  })
  return { version: now?.version ?? 0, items }
}

/**
 * Says something against what a rule found, with a reason, or takes it back.
 * @throws AppError account_not_found, candidate_not_found, candidate_erased, criterion_not_found, invalid_body
 */
export async function overruleCriterion(
  context: Context,
  ref: JobRef,
  applicationId: string,
  criterionId: string,
  { met, reason: written = '' }: OverruleRequest,
): Promise<Checklist> {
  const key = toPersonKey(context, ref, applicationId)
  const reason = memberLine(written)
  if (met !== null && reason === null)
    throw new AppError('invalid_body', { reason: 'Say why: the reason is kept with it.' })
  return inOneStep(context, async (within) => {
    const { db } = within
    await beginWriting(within, key, 'criteria')
    const criterion = (await getCriteria(db, key))?.criteria.find(({ id }) => id === criterionId)
    if (!criterion) throw new AppError('criterion_not_found')
    await store.saveOverrule(db, {
      ...key,
      criterionId,
      criterionName: criterion.name,
      met,
      reason: reason ?? '',
      ...stamp(within),
    })
    await refreshCriteria(db, key, [applicationId])
    return showChecklist(within, ref, applicationId)
  })
}
