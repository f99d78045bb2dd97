'use client'

import type { Range } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { RowRange } from './row-range'
import type { RowEngine } from './row-engine'
import { useRowEngine } from './use-row-engine'

const assumedRem = 16
// What the style sheet makes of it is measured once scripts run; the first HTML holds a screen by these.
const tableGuess = { rowHeight: 3.5 * assumedRem, height: 900 }
const cardGuess = { rowHeight: 13.5 * assumedRem, height: 760 }

type Elements = {
  scrollerRef: RefObject<HTMLDivElement | null>
  /** Everything that scrolls away above the table. */
  aboveRef: RefObject<HTMLDivElement | null>
  /** Sticks to the top and covers what passes there; has no height where rows are cards. */
  headerRef: RefObject<HTMLDivElement | null>
  rowsRef: RefObject<HTMLDivElement | null>
}

const remInPixels = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || assumedRem

// The style sheet decides at which width rows become cards; asking it keeps the two from disagreeing.
const measureRowHeight = (rows: HTMLElement) =>
  Number.parseFloat(getComputedStyle(rows).getPropertyValue('--row-h')) * remInPixels()

/** Measures all rows again where the style sheet gives them another height, and keeps the first of them in its place. */
function useRowHeight(engine: RowEngine | null, rowHeight: number): void {
  const before = useRef(rowHeight)
  useLayoutEffect(() => {
    const changed = before.current !== rowHeight
    before.current = rowHeight
    if (!engine || !changed) return
    const { rows } = engine
    const top = rows.range?.startIndex ?? 0
    rows.measure()
    // All are read before any is written, which would have each of them laid out again.
    const heights = [...rows.elementsCache.values()].map(
      (element) => [rows.indexFromElement(element), element.offsetHeight] as const,
    )
    for (const [index, height] of heights) rows.resizeItem(index, height)
    if (top > 0) rows.scrollToIndex(top, { align: 'start' })
  }, [engine, rowHeight])
}

/**
 * Rows on screen out of `range.count`, of which only `range.items` are here. Heights are measured, positions written
 * straight to the elements; until what does so is here the rows stand in normal flow, as the server drew them.
 * @param phone draws the first HTML for a phone, where rows are cards and few fit the screen
 */
export function useRowVirtualizer(
  range: RowRange | null,
  elements: Elements,
  initialIndex: number,
  phone: boolean,
) {
  const guess = phone ? cardGuess : tableGuess
  const [rowHeight, setRowHeight] = useState(guess.rowHeight)
  const [scrollMargin, setScrollMargin] = useState(0)
  const [headerHeight, setHeaderHeight] = useState(0)
  const [firstIndex] = useState(initialIndex)
  const [measured, setMeasured] = useState(false)
  const focused = useRef<number | null>(null)
  /** Keys of open rows by row number, so that they keep their height while their page is not loaded. */
  const openKeys = useRef<{ viewKey: string | undefined; at: Map<number, string> }>({
    viewKey: undefined,
    at: new Map(),
  })

  const getItemKey = useCallback(
    (index: number) =>
      range?.keys[index - range.firstIndex] ??
      (openKeys.current.viewKey === range?.viewKey ? openKeys.current.at.get(index) : undefined) ??
      index,
    [range],
  )
  const estimateSize = useCallback(() => rowHeight, [rowHeight])
  // The row that holds the focus stays in the document wherever the reader scrolls to: focus must not fall to the body.
  const rangeExtractor = useCallback(({ startIndex, endIndex, overscan, count }: Range) => {
    const first = Math.max(0, startIndex - overscan)
    const last = Math.min(count - 1, endIndex + overscan)
    const indexes = Array.from({ length: last + 1 - first }, (_, at) => first + at)
    const kept = focused.current
    if (kept === null || kept >= count || indexes.includes(kept)) return indexes
    return [...indexes, kept].sort((a, b) => a - b)
  }, [])
  const getScrollElement = useCallback(() => elements.scrollerRef.current, [elements])
  const initialOffset = useCallback(() => elements.scrollerRef.current?.scrollTop ?? 0, [elements])

  const { engine, rows, placed, measureRow, look, prepare } = useRowEngine({
    ...{ rowHeight, rowsRef: elements.rowsRef },
    guess: { offset: firstIndex * guess.rowHeight, height: guess.height },
    count: range?.count ?? 0,
    overscan: 2,
    scrollPaddingStart: headerHeight,
    ...{ scrollMargin, getScrollElement, estimateSize, getItemKey, rangeExtractor, initialOffset },
  })

  useLayoutEffect(() => {
    const { scrollerRef: scroller, aboveRef: above, rowsRef: rows } = elements
    if (!scroller.current || !above.current || !rows.current) return
    let margin: number | null = null
    const measure = () => {
      if (!scroller.current || !rows.current) return
      setRowHeight(measureRowHeight(rows.current))
      const top =
        rows.current.getBoundingClientRect().top -
        scroller.current.getBoundingClientRect().top +
        scroller.current.scrollTop
      // A notice that appears above must not push away the rows someone is reading. At the top nobody is among them,
      // and before there are any they are hidden, at no height.
      const { scrollTop } = scroller.current
      if (margin !== null && top !== margin && scrollTop > 0 && scrollTop >= margin) {
        scroller.current.scrollTop += top - margin
      }
      margin = top
      setScrollMargin(top)
      setHeaderHeight(elements.headerRef.current?.offsetHeight ?? 0)
      look()
      setMeasured(true)
    }
    // The page of a person, reached from another page: one that the server drew has been scrolled to them.
    if (firstIndex > 0 && scroller.current.scrollTop === 0) {
      scroller.current.scrollTop = firstIndex * measureRowHeight(rows.current)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(above.current)
    observer.observe(scroller.current)
    return () => observer.disconnect()
  }, [elements, look, firstIndex])

  useRowHeight(engine, rowHeight)

  const onFocus = useCallback(
    (event: { target: Element }) => {
      const item = event.target.closest<HTMLElement>('[data-index]')
      focused.current = item ? Number(item.dataset['index']) : null
      prepare()
    },
    [prepare],
  )
  const onBlur = useCallback(() => void (focused.current = null), [])

  return {
    ...{ virtualizer: rows, measureRow, prepare, measured, placed },
    ...{ scrollMargin, headerHeight, rowHeight, openKeys, onFocus, onBlur },
  }
}
