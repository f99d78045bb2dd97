import type { UnreadFilter } from '@/lib/contracts/saved-views'
import { getFacet } from '@/lib/contracts/facet-definitions'
import { facetKeys, unknownChoice } from '@/lib/contracts/words'
import { foldText } from '@/lib/domain/search'
import { unreadKeys } from './unread-keys'
import { parseAsSortRule, parseView } from './view'

// Their values are words of ours, each of which is understood or not. Names are taken as they come.
const kinds = ['choice', 'years', 'day', 'days']
const listed = facetKeys.filter((key) => kinds.includes(getFacet(key).kind)) as string[]

// A sort that is not understood changes an order that somebody saved.
const isSort = (rule: string): boolean => rule === '' || parseAsSortRule.parse(rule) !== null

/**
 * The filters of a query string that a view would leave out, each with what was asked of it: of a facet that is gone or
 * has another name, or a value that is no choice any more.
 */
export function unreadFilters(search: string): UnreadFilter[] {
  return [...new URLSearchParams(search)].flatMap(([key, value]) => {
    const values = listed.includes(key) || key === 'sort' ? value.split(',') : [value]
    return values
      .filter((each) => {
        const alone = new URLSearchParams({ [key]: each }).toString()
        return key === 'sort' ? !isSort(each) : unreadKeys(alone).length > 0
      })
      .map((each) => ({ key, value: each }))
  })
}

/** What of a job decides which criteria a filter can name. */
export type NamedCriteria = { hasCriteria: boolean; criteriaNames?: readonly string[] | null }

/**
 * The criteria that a query string filters by and the job does not have: they were renamed or deleted. Unlike other filters
 * that are not understood they show nobody, so that a list never has more people in it than its sender meant.
 */
export function unreadCriteria(
  search: string,
  { hasCriteria, criteriaNames }: NamedCriteria,
): UnreadFilter[] {
  // Criteria older than the names that are kept of them may have this one.
  if (hasCriteria && !criteriaNames) return []
  const known = new Set([unknownChoice, ...(hasCriteria ? (criteriaNames ?? []) : []).map(foldText)])
  return parseView(search)
    .criteria.filter(
      (choice) => !known.has(foldText(choice)) && !known.has(foldText(choice.replace(/^-/, ''))),
    )
    .map((value) => ({ key: 'criteria', value }))
}
