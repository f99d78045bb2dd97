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
  'observeElementRect' | 'observeElementOffset' | 'scrollToFn' | 'onChange'
>

/**
 * The library's `useVirtualizer` with its direct updates, but for rows that are drawn before its code is here: they are
 * taken over as they stand. Positions are written straight to the elements, in pixels.
 * @param redraw draws the list again, with other rows
 */
export function createRowEngine(initial: RowOptions, redraw: () => void) {
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
  const rows: Rows = new Virtualizer(complete(initial))

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
      for (const row of element.querySelectorAll<HTMLDivElement>(':scope > [data-index]')) measure(row)
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
