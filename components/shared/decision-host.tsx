'use client'

import { useEffect } from 'react'
import { lazyPart } from '@/components/shared/lazy-part'
import { orderKey } from '@/lib/query/order-key'
import { showDecisions, useDecisionsShown } from './decisions-shown'

const Notices = lazyPart<object>(
  async () => (await import('./decision-notices')).DecisionNotices,
  () => null,
)

/** Where decisions are told of that were made, refused or are not saved yet. Loaded with the first of them. */
export function DecisionHost() {
  useEffect(() => {
    try {
      // An earlier page left some that the server has not got.
      if (Object.keys(window.localStorage).some((key) => key.startsWith(orderKey))) showDecisions()
    } catch {
      // A browser that keeps nothing has kept none.
    }
  }, [])
  const shown = useDecisionsShown()
  return shown ? <Notices /> : null
}
