'use client'

import { type ReactNode, useRef } from 'react'
import { ScrollEdge } from '@/components/ui/scroll-edge'
import { useFocusRestore } from '@/components/ui/use-focus-restore'
import { CandidateGrid } from './candidate-grid'
import { CareerPointer } from './career-pointer'
import { type ListOptions, useCandidateList } from './use-candidate-list'

type Props = ListOptions & {
  /** Scrolls away above the table. */
  above: ReactNode
  /** In place of the rows, when there are none. */
  instead: ReactNode
  /** After the last row. */
  below: ReactNode
  /** Stays in sight below the list, which is shorter by it. */
  notice: ReactNode
}

/** The one scroller of a job's page, in both directions, and the table inside it. */
export function CandidateList({ above, instead, below, notice, ...options }: Props) {
  const list = useCandidateList(options)
  const { onScroll, tracks } = list
  const { scrollerRef, aboveRef } = list.elements
  const insteadRef = useRef<HTMLDivElement>(null)
  // Where the focus goes when rows come and `instead`, which held it, goes: after the list has settled its own focus.
  const keepFocus = useFocusRestore(insteadRef, list.focus.enter)
  return (
    <div className="flex h-full flex-col">
      {/* Bars that float over the list, and notices below it, are fixed within this pane and write their height to it. */}
      <div data-list-pane className="min-h-0 flex-1 contain-layout">
        <div
          ref={scrollerRef}
          data-scroller
          onScroll={onScroll}
          className="@container/desk h-[calc(100%-var(--below,0px))] overflow-auto [overflow-anchor:none]"
        >
          <div
            data-tracks
            className="min-w-(--table-min) card:min-w-0 beside:min-w-(--table-min-beside)"
            style={tracks}
          >
            <div ref={aboveRef} className="sticky start-0 z-3 flow-root w-[100cqw]">
              {above}
            </div>
            <div className="relative">
              <CandidateGrid list={list} hidden={instead !== null} />
              {instead === null ? <ScrollEdge /> : null}
            </div>
            <div className="sticky start-0 w-[100cqw]">
              <div ref={insteadRef} tabIndex={-1} className="outline-none" {...keepFocus}>
                {instead}
              </div>
              {below}
            </div>
          </div>
        </div>
      </div>
      <CareerPointer list={list} />
      {notice}
    </div>
  )
}
