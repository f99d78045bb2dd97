import 'server-only'
import type { Criterion } from '@/lib/contracts/criteria'
import { parseWords, type Word, wordPattern } from '@/lib/domain/word-query'
import type { BaseContext, JobKey } from '@/lib/server/auth/context'
import { type CriteriaResult, tryCriteria } from '@/lib/server/candidates/store/criteria-results'
import { getCriteria } from '@/lib/server/candidates/store/job-criteria'
import { findNamed, readRedacted } from './store/blind-candidates'

/** When more people than this have a word of the criteria in their names, the answer hides who meets them. */
const maxNamed = 500

/** Each word by itself, and as a name without its umlauts is stored: `mueller` as `muller`. */
const wordsOf = ({ text, prefix }: Word): Word[] =>
  text
    .split(/\s+/)
    .flatMap((word) => [word, word.replace(/([aou])e/g, '$1').replace(/aa/g, 'a')])
    .map((word) => ({ text: word, prefix }))

/** A regular expression for folded names that hold a word that criteria look for, or look to be absent. */
function namePattern(criteria: readonly Criterion[]): string {
  const words = criteria
    .filter(({ kind }) => kind !== 'country')
    .flatMap((each) => parseWords(each.words).clauses ?? [])
    .flatMap(({ any }) => any.flatMap(wordsOf))
  return [...new Set(words.map(wordPattern))].join('|')
}

const known = new Map<string, { version: string; ids: Promise<string[]> }>()

/** Whose names hold a word of the criteria. @param version of the people and the criteria; null where it is not known */
function namedIn(base: BaseContext, key: JobKey, pattern: string, version: string | null): Promise<string[]> {
  const of = JSON.stringify([base.instance, key.account, key.jobId])
  const before = known.get(of)
  if (before && before.version === version) return before.ids
  const ids = findNamed(base.db, key, pattern, maxNamed + 1)
  if (version !== null) {
    known.set(of, { version, ids })
    ids.catch(() => known.delete(of))
  }
  return ids
}

/**
 * What people meet of a job's criteria where that could tell their names: for those whose name holds a word of one, by
 * their redacted texts, as a search finds them. Of everyone else it stays as it is.
 * @param readyFor the version of the people; null where it is not known
 * @returns null where they are too many
 */
export async function readBlindCriteria(
  base: BaseContext,
  { account, jobId, hidesYears }: JobKey & { hidesYears: boolean },
  readyFor: string | null,
): Promise<CriteriaResult[] | null> {
  const key = { account, jobId }
  const now = await getCriteria(base.db, key)
  const pattern = namePattern(now?.criteria ?? [])
  if (!now || pattern === '') return []
  const version = readyFor === null ? null : JSON.stringify([readyFor, now.version])
  const ids = await namedIn(base, key, pattern, version)
  if (ids.length > maxNamed) return null
  if (ids.length === 0) return []
  return tryCriteria(base.db, key, now.criteria, await readRedacted(base.db, key, hidesYears, ids))
}
