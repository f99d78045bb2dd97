import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual'

/** What the list asks about its rows: of the virtualizer, or of `stillRows` until its code is here. */
export type RowWindow = Pick<
  Virtualizer<HTMLDivElement, HTMLDivElement>,
  | 'getVirtualItemForOffset'
  | 'scrollToIndex'
  | 'resizeItem'
  | 'range'
  | 'scrollOffset'
  | 'scrollRect'
  | 'itemSizeCache'
  | 'measurementsCache'
> & { getVirtualItems: () => VirtualItem[]; options: { estimateSize: (index: number) => number } }

type Options = {
  count: number
  /** In pixels, the same for all. */
  rowHeight: number
  overscan: number
  scrollMargin: number
  scrollPaddingStart: number
  /** Where the list is scrolled to, and how much of it is seen, in pixels. */
  offset: number
  height: number
  getItemKey: (index: number) => string | number
  getScrollElement: () => HTMLElement | null
}

const nothing = () => undefined

/** The rows at a place of the list, all of one height: enough to be read, and to be scrolled before anything is measured. */
export function stillRows(options: Options): RowWindow {
  const { count, rowHeight, overscan, scrollMargin, scrollPaddingStart, height } = options
  // A list that has become shorter is not scrolled beyond its end.
  const end = scrollMargin + count * rowHeight - height
  const offset = Math.max(0, Math.min(options.offset, end))
  const within = (index: number) => Math.max(0, Math.min(count - 1, index))
  const itemAt = (index: number) => {
    const start = scrollMargin + index * rowHeight
    return { index, key: options.getItemKey(index), start, end: start + rowHeight, size: rowHeight, lane: 0 }
  }
  const first = within(Math.floor((offset - scrollMargin) / rowHeight))
  const last = within(Math.ceil((offset + height - scrollMargin) / rowHeight) - 1)
  const from = within(first - overscan)
  const items =
    count === 0
      ? []
      : Array.from({ length: within(last + overscan) + 1 - from }, (_, at) => itemAt(from + at))
  return {
    range: count === 0 ? null : { startIndex: first, endIndex: last },
    scrollOffset: offset,
    scrollRect: { width: 0, height },
    itemSizeCache: new Map(),
    measurementsCache: [],
    options: { estimateSize: () => rowHeight },
    resizeItem: nothing,
    getVirtualItems: () => items,
    getVirtualItemForOffset: (at) =>
      count === 0 ? undefined : itemAt(within(Math.floor((at - scrollMargin) / rowHeight))),
    scrollToIndex(index, { align } = {}) {
      const element = options.getScrollElement()
      if (!element) return
      const { start, end } = itemAt(index)
      const top = start - scrollPaddingStart
      if (align === 'start' || element.scrollTop > top) element.scrollTop = top
      else if (element.scrollTop + height < end) element.scrollTop = end - height
    },
  }
}
