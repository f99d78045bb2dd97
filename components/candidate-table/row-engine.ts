import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
  type VirtualizerOptions,
} from '@tanstack/react-virtual'
import { flushSync } from 'react-dom'
import { measureRow } from './measure-row'

type Rows = Virtualizer<HTMLDivElement, HTMLDivElement>

export type RowOptions = Omit<
  VirtualizerOptions<HTMLDivElement, HTMLDivElement>,
  'observeElementRect' | 'observeElementOffset' | 'scrollToFn' | 'onChange' | 'getItemKey'
> & { getItemKey: (index: number) => string | number }

const rowsIn = (element: HTMLElement) => [
  ...element.querySelectorAll<HTMLDivElement>(':scope > [data-index]'),
]

/** Rows as they stand, of which the heights are read, in pixels: by others the list would jump when it is taken over. */
const measured = (element: HTMLElement, { count, getItemKey }: RowOptions): VirtualItem[] =>
  rowsIn(element).flatMap((row) => {
    const index = Number(row.dataset['index'])
    const place = { start: 0, end: 0, lane: 0 }
    return index < count ? [{ ...place, index, key: getItemKey(index), size: row.offsetHeight }] : []
  })

/**
 * The library's `useVirtualizer` with its direct updates, but for rows that are drawn before its code is here: they are
 * taken over as they stand. Positions are written straight to the elements, in pixels.
 * @param standing what the rows stand in
 * @param redraw draws the list again, with other rows
 */
export function createRowEngine(initial: RowOptions, standing: HTMLElement, redraw: () => void) {
  let container: HTMLElement | null = null
  let height: number | null = null
  let drawn = ''
  // React cannot draw at once while it is handing over an element.
  let measuring = false
  const places = new WeakMap<Element, number>()

  const resize = () => {
    const total = rows.getTotalSize()
    if (!container || total === height) return
    height = total
    container.style.height = `${total}px`
  }
  const place = ({ start }: VirtualItem, element: HTMLElement) => {
    const top = start - rows.options.scrollMargin
    if (places.get(element) === top) return
    places.set(element, top)
    element.style.transform = `translate3d(0, ${top}px, 0)`
  }
  const placeAll = () => {
    if (!container) return
    resize()
    for (const item of rows.getVirtualItems()) {
      const element = rows.elementsCache.get(item.key)
      if (element) place(item, element)
    }
  }
  const complete = (options: RowOptions): VirtualizerOptions<HTMLDivElement, HTMLDivElement> => ({
    ...options,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    measureElement: measureRow,
    onChange(_, sync) {
      placeAll()
      const { range, isScrolling } = rows
      const now = `${range?.startIndex} ${range?.endIndex} ${isScrolling}`
      if (now === drawn) return
      drawn = now
      if (sync && !measuring) flushSync(redraw)
      else redraw()
    },
  })
  const rows: Rows = new Virtualizer({
    ...complete(initial),
    initialMeasurementsCache: measured(standing, initial),
  })
  // Read at once: later options are without them.
  rows.getTotalSize()

  const measure = (element: HTMLDivElement | null) => {
    measuring = true
    rows.measureElement(element)
    measuring = false
    // A row may come without the list being drawn again.
    const item = element && rows.measurementsCache[rows.indexFromElement(element)]
    if (item && container) place(item, element)
  }

  return {
    rows,
    measure,
    /** To be called at each drawing, before rows are read. */
    update: (options: RowOptions) => rows.setOptions(complete(options)),
    /** Takes over the rows in an element. @returns what lets go of them */
    attach(element: HTMLElement): () => void {
      container = element
      height = null
      const detach = rows._didMount()
      for (const row of rowsIn(element)) measure(row)
      return detach
    },
    /** To be called after each drawing. The height comes first: a scroller cannot stand beyond it. */
    settle() {
      resize()
      rows._willUpdate()
      placeAll()
    },
  }
}

export type RowEngine = ReturnType<typeof createRowEngine>
