import { type ColumnId, columnIds } from '@/lib/domain/columns'

/** The shown columns in their order, then the hidden ones. */
export const editorOrder = (shown: readonly ColumnId[]): ColumnId[] => [
  ...shown,
  ...columnIds.filter((id) => !shown.includes(id)),
]

/**
 * The order that the column editor lists: hidden columns stay where they were hidden, for as long as `order` agrees with
 * the layout. A layout that changed elsewhere begins a new order.
 */
export function keepOrder(order: readonly ColumnId[], shown: readonly ColumnId[]): readonly ColumnId[] {
  const agrees = order.filter((id) => shown.includes(id)).join() === shown.join()
  return agrees ? order : editorOrder(shown)
}

/** @returns the order with one column moved to where another stands; unchanged where either is missing */
export function moveColumn(order: readonly ColumnId[], id: ColumnId, target: ColumnId): readonly ColumnId[] {
  const to = order.indexOf(target)
  if (to === -1 || !order.includes(id)) return order
  return order.filter((each) => each !== id).toSpliced(to, 0, id)
}
