'use client'

import { ShareButton } from '@/components/share/share-button'
import { useMay } from '@/components/shared/reader'
import { viewToSearch } from '@/lib/url/view'
import { useScreen } from './use-job-screen'

/** Shares the view, or the people selected in it, where the reader may. */
export function ShareView({ selected }: { selected: string[] }) {
  const { jobRef, title, view, matched, filtered } = useScreen()
  if (!useMay('share')) return null
  return (
    <ShareButton
      jobRef={jobRef}
      jobTitle={title}
      view={viewToSearch(view)}
      matched={matched}
      filtered={filtered}
      selected={selected}
    />
  )
}
