import type { UnreadFilter } from '@/lib/contracts/saved-views'
import { getFacet } from '@/lib/contracts/facet-definitions'
import { facetKeys } from '@/lib/contracts/words'
import { unreadKeys } from './unread-keys'
import { parseAsSortRule } from './view'

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
