'use client'

import { lazyPart } from '@/components/shared/lazy-part'
import { useScreen } from './use-job-screen'

// Few addresses need it. Its place is kept from the start, so that nothing below it moves.
const UnreadFilters = lazyPart(
  async () => (await import('@/components/saved-views/unread-filters')).UnreadFilters,
  () => <div className="h-18 card:h-28" />,
)

/** Names the filters of the address that are not understood. */
export function UnreadNotice() {
  const { unread } = useScreen().address
  return unread.length === 0 ? null : <UnreadFilters unread={unread} />
}
