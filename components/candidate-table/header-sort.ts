import type { SortRule } from '@/lib/contracts/view'
import type { ColumnDeclaration } from '@/lib/domain/columns'
import { parseAsSortRule } from '@/lib/url/view'

type SortedColumn = Pick<ColumnDeclaration, 'sort'>

const firstRule = ({ sort }: SortedColumn) => (sort === undefined ? null : parseAsSortRule.parse(sort))

/** How a list is sorted by a column now; undefined where it is not. */
export const findRule = (rules: readonly SortRule[], column: SortedColumn): SortRule | undefined => {
  const first = firstRule(column)
  return rules.find(({ key }) => key === first?.key)
}

/**
 * The order after a press on a column's header: its first direction, then the other, then none.
 * @param several Shift was held: the column joins what the list is sorted by, or changes in its place there
 */
export function sortAfterPress(
  rules: readonly SortRule[],
  column: SortedColumn,
  several: boolean,
): SortRule[] {
  const first = firstRule(column)
  if (!first) return [...rules]
  const turned = { ...first, descending: !first.descending }
  const now = findRule(rules, column)
  const after = now === undefined ? [first] : now.descending === first.descending ? [turned] : []
  if (!several) return after
  return now === undefined ? [...rules, ...after] : rules.flatMap((rule) => (rule === now ? after : rule))
}
