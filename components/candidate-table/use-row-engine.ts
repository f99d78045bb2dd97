'use client'

import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react'
import { checkBuild } from '@/components/shared/build-state'
import { onceReleased } from '@/components/ui/once-released'
import { useIntent } from '@/components/ui/use-intent'
import type * as Engines from './row-engine'
import type { RowEngine, RowOptions } from './row-engine'
import { type RowWindow, stillRows } from './still-rows'

type Module = typeof Engines
// Not with each scroll where it cannot be had: offline, or of another build.
const retryMs = 5_000
let loaded: Module | null = null
let loading: Promise<Module> | null = null

function load(): Promise<Module> {
  loading ??= import('./row-engine').then(
    (module) => (loaded = module),
    (error: unknown) => {
      setTimeout(() => (loading = null), retryMs)
      // Another build may have taken the file away.
      void checkBuild()
      throw error
    },
  )
  return loading
}

type Options = RowOptions & {
  count: number
  rowHeight: number
  overscan: number
  scrollMargin: number
  scrollPaddingStart: number
  rowsRef: RefObject<HTMLDivElement | null>
  /** Where the list stands before anything is measured, in pixels. */
  guess: { offset: number; height: number }
}

/**
 * The rows to be drawn; `placed` once they are to be absolute: measured in normal flow, and the height of all of them
 * written. Their virtualizer comes when a reader first moves, or something has to be found or restored;
 * until then they stand where their number says, by one height for all.
 */
export function useRowEngine({ rowHeight, rowsRef, guess, ...given }: Options) {
  const { count, overscan, scrollMargin, scrollPaddingStart, getItemKey, getScrollElement } = given
  const [engine, setEngine] = useState<RowEngine | null>(null)
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const [offset, setOffset] = useState(guess.offset)
  const [height, setHeight] = useState(guess.height)

  const options = { ...given, initialRect: { width: 0, height } }
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  /** Reads where the list stands. */
  const look = useCallback(() => {
    const scroller = getScrollElement()
    if (!scroller) return
    setOffset(scroller.scrollTop)
    setHeight(scroller.offsetHeight)
  }, [getScrollElement])
  const prepare = useCallback(() => {
    const start = ({ createRowEngine }: Module) =>
      onceReleased(() => {
        const standing = rowsRef.current
        if (standing) setEngine((present) => present ?? createRowEngine(latest.current, standing, redraw))
      })
    if (loaded) start(loaded)
    else load().then(start, look)
  }, [look, rowsRef])
  useIntent(prepare)
  useLayoutEffect(() => {
    if (loaded) prepare()
  }, [prepare])

  engine?.update(options)
  const still = useMemo(
    () =>
      stillRows({
        ...{ count, rowHeight, overscan, scrollMargin, scrollPaddingStart, offset, height },
        ...{ getItemKey, getScrollElement },
      }),
    [
      count,
      rowHeight,
      overscan,
      scrollMargin,
      scrollPaddingStart,
      offset,
      height,
      getItemKey,
      getScrollElement,
    ],
  )
  const rows: RowWindow = engine?.rows ?? still

  const current = useRef<RowEngine | null>(null)
  const [placed, setPlaced] = useState(false)
  useLayoutEffect(() => {
    current.current = engine
    if (!engine || !rowsRef.current) return
    const detach = engine.attach(rowsRef.current)
    setPlaced(true)
    return detach
  }, [engine, rowsRef])
  useLayoutEffect(() => engine?.settle())
  const measureRow = useCallback((element: HTMLDivElement | null) => current.current?.measure(element), [])

  useEffect(() => {
    const scroller = getScrollElement()
    if (engine || !scroller) return
    const onScroll = () => {
      // A row that scrolls away must not take the focus with it: the rows stay until they can be drawn apart.
      if (!rowsRef.current?.contains(document.activeElement)) look()
      prepare()
    }
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => scroller.removeEventListener('scroll', onScroll)
  }, [engine, getScrollElement, rowsRef, look, prepare])

  return { engine, rows, placed, measureRow, look, prepare }
}
