'use client'

import { StoreNotice } from '@/components/credits/store-notice'
import { useScreen } from './use-job-screen'

/** Says below the list that its rows could not be read again. */
export function ListNotice() {
  const { range, problem, fetching, retry } = useScreen().pages
  if (range === null || problem === null) return null
  return <StoreNotice problem={problem} retrying={fetching} onRetry={retry} />
}
