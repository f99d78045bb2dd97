'use client'

import { lazyPart } from '@/components/shared/lazy-part'
import { PartNotice } from '@/components/shared/part-notice'
import { loadRun } from './use-fetch-more'

// What a load came to is known after a press, and most visits press nothing: fetched at the first sign of a reader.

/** What a failed load means, and what can be done about it. */
export const FetchNotice = lazyPart(
  async () => (await import('./fetch-notice')).FetchNotice,
  ({ failure, state, retry }) => (
    // The reader's money is more than a part that did not load: the reason stands here by itself.
    <>
      <p className="min-h-8 text-note">
        <b className="font-semibold">{failure.problem.title}.</b> {failure.problem.detail}
      </p>
      {state === 'loading' ? null : <PartNotice state={state} retry={retry} />}
    </>
  ),
)

/** What the last load came to, where a press led to expect otherwise. */
export const OutcomeNote = lazyPart(
  async () => (await import('./outcome-note')).OutcomeNote,
  () => null,
)

/** Gets both ready, and what a press runs. */
export function prepareLoads() {
  FetchNotice.prepare()
  OutcomeNote.prepare()
  void loadRun().catch(() => undefined)
}
