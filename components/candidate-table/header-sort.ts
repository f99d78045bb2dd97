import type { SortRule } from '@/lib/contracts/view'
import type { ColumnDeclaration } from '@/lib/domain/columns'

type SortedColumn = Pick<ColumnDeclaration, 'sort' | 'descendingFirst'>

/** How a list is sorted by a column now; undefined where it is not. */
export const findRule = (rules: readonly SortRule[], { sort }: SortedColumn): SortRule | undefined =>
  rules.find(({ key }) => key === sort)

/**
 * The order after a press on a column's header: its first direction, then the other, then none.
 * @param several Shift was held: the column joins what the list is sorted by, or changes in its place there
 */
export function sortAfterPress(
  rules: readonly SortRule[],
  column: SortedColumn,
  several: boolean,
): SortRule[] {
  const { sort, descendingFirst = false } = column
  if (!sort) return [...rules]
  const now = findRule(rules, column)
  const next = (descending: boolean): SortRule[] => [{ key: sort, descending }]
  const after =
    now === undefined
      ? next(descendingFirst)
      : now.descending === descendingFirst
        ? next(!descendingFirst)
        : []
  if (!several) return after
  return now === undefined ? [...rules, ...after] : rules.flatMap((rule) => (rule === now ? after : rule))
}
