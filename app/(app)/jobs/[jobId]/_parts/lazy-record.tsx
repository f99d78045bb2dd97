'use client'

import { lazyPart } from '@/components/shared/lazy-part'
import { PartNotice } from '@/components/shared/part-notice'
import type { RecordSectionsProps } from './record-sections'

/** What is known of a person beside their career. It is not needed for the career, which is read first. */
export const LazyRecord = lazyPart<RecordSectionsProps>(
  async () => (await import('./record-sections')).RecordSections,
  ({ state, retry }) =>
    state === 'loading' ? <div aria-busy className="h-92" /> : <PartNotice state={state} retry={retry} />,
)
