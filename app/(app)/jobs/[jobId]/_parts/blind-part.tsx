import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { BlindNotice } from '@/components/blind/blind-notice'
import { blindQuery } from '@/lib/query/blind'
import { getServices } from '@/lib/server/runtime/page-services'
import type { JobRef } from '@/lib/url/paths'

/** On a page below a job's: that its reader is in a blind review. */
export async function BlindPart({ jobRef }: { jobRef: JobRef }) {
  const services = await getServices()
  const client = new QueryClient()
  await client.prefetchQuery(blindQuery(jobRef, () => services.showBlindReview(jobRef)))
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <BlindNotice jobRef={jobRef} />
    </HydrationBoundary>
  )
}
