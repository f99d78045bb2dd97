'use client'

import type { PersonRecordProps } from '@/components/notes/person-record'
import { lazyPart } from '@/components/shared/lazy-part'
import { PartNotice } from '@/components/shared/part-notice'

/** What the team wrote about a person. It is not needed for the career, which is read first. */
export const LazyRecord = lazyPart<PersonRecordProps>(
  async () => (await import('./record-sections')).RecordSections,
  ({ state, retry }) =>
    state === 'loading' ? <div aria-busy className="h-64" /> : <PartNotice state={state} retry={retry} />,
)
