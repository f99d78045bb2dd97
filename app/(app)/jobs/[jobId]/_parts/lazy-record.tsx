'use client'

import { useRef } from 'react'
import { lazyPart } from '@/components/shared/lazy-part'
import { PartNotice } from '@/components/shared/part-notice'
import { useBegun } from '@/components/ui/use-begun'
import { usePainted } from '@/components/ui/use-painted'
import type { RecordSectionsProps } from './record-sections'

// The room that it takes at least.
const room = 'h-92'

const Record = lazyPart<RecordSectionsProps>(
  async () => (await import('./record-sections')).RecordSections,
  ({ state, retry }) =>
    state === 'loading' ? <div aria-busy className={room} /> : <PartNotice state={state} retry={retry} />,
)

/** What is known of a person beside their career. It is not needed for the career, which is painted and read first. */
export function LazyRecord(props: RecordSectionsProps) {
  const place = useRef<HTMLDivElement>(null)
  const begun = useBegun(place)
  const painted = usePainted()
  return begun && painted ? <Record {...props} /> : <div ref={place} aria-busy className={room} />
}
