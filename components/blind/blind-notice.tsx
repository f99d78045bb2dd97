'use client'

import { useQuery } from '@tanstack/react-query'
import { lazyPart } from '@/components/shared/lazy-part'
import { blindQuery } from '@/lib/query/blind'
import type { JobRef } from '@/lib/url/paths'
import type { BlindLineProps } from './blind-line'

// Few jobs are under review. The line has its place from the start, so that nothing below it moves.
const BlindLine = lazyPart<BlindLineProps>(
  async () => (await import('./blind-line')).BlindLine,
  () => <div aria-hidden className="my-3 h-13 card:h-32" />,
)

/** Above the list of a job: that its reader is in a blind review. */
export function BlindNotice({ jobRef }: { jobRef: JobRef }) {
  const { data } = useQuery(blindQuery(jobRef))
  return data?.review ? <BlindLine jobRef={jobRef} review={data.review} /> : null
}
