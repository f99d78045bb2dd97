import { measureElement, type Virtualizer } from '@tanstack/react-virtual'

const heights = new Map<Element, number>()

/**
 * The height of a row, in pixels. Rows that are drawn together are measured together: read one by one, between the
 * writes of their places, each would have the browser lay out the page again.
 */
export function measureRow(
  row: HTMLDivElement,
  entry: ResizeObserverEntry | undefined,
  rows: Virtualizer<HTMLDivElement, HTMLDivElement>,
): number {
  const known = rows.itemSizeCache.get(rows.options.getItemKey(rows.indexFromElement(row)))
  if (entry || known !== undefined) return measureElement(row, entry, rows)
  if (!heights.has(row)) {
    if (heights.size === 0) queueMicrotask(() => heights.clear())
    for (const each of row.parentElement?.children ?? [row]) {
      if (each instanceof HTMLElement) heights.set(each, each.offsetHeight)
    }
  }
  return heights.get(row) ?? row.offsetHeight
}
