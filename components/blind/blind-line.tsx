'use client'

import { useIsMutating, useQueryClient } from '@tanstack/react-query'
import { EyeOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { PartNotice } from '@/components/shared/part-notice'
import { useMay } from '@/components/shared/reader'
import { useDecisionState } from '@/components/shared/use-decide'
import { useFormats } from '@/components/shared/use-formats'
import { useWrite } from '@/components/shared/use-write'
import { Button } from '@/components/ui/button'
import type { BlindReview } from '@/lib/contracts/blind'
import { blindCalls } from '@/lib/query/blind-calls'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { untilWords } from './blind-words'

export type BlindLineProps = { jobRef: JobRef; review: BlindReview }

/** Somebody may have a name by what the reader just did: what is on screen is read again. */
function useNamesAfterWrites(jobRef: JobRef) {
  const client = useQueryClient()
  const writing = useIsMutating() > 0
  const wrote = useRef(false)
  useEffect(() => {
    if (wrote.current && !writing) void client.invalidateQueries({ queryKey: keys.job(jobRef) })
    wrote.current = writing
  }, [client, jobRef, writing])
  // Decisions are sent by a queue of their own, one after the other: the last one saved stands for those before it.
  const { last } = useDecisionState()
  const savedId = last?.saved ? last.id : null
  useEffect(() => {
    if (savedId !== null) void client.invalidateQueries({ queryKey: keys.job(jobRef) })
  }, [client, jobRef, savedId])
}

/** Says that names are hidden from the reader, and ends it. */
export function BlindLine({ jobRef, review }: BlindLineProps) {
  const { number } = useFormats()
  const { scope, until, graduationYears, revealed, startedBy } = review
  const mayEnd = useMay(scope === 'job' ? 'decide' : 'own')
  const ending = useWrite({
    mutationFn: () => blindCalls.end(jobRef, scope),
    // Nothing that was read while names were hidden, or before, stays in this browser.
    onSuccess: () => window.location.reload(),
  })
  useNamesAfterWrites(jobRef)
  const hidden = graduationYears === 'hidden' ? 'names, links and years of graduation' : 'names and links'
  return (
    <section
      aria-label="Blind review"
      className="mx-5 my-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-panel border border-line bg-panel px-3.5 py-2 card:mx-4"
    >
      <EyeOff aria-hidden className="size-4 shrink-0 text-muted" />
      <p className="min-w-0 flex-1 basis-64 text-note wrap-anywhere">
        <span className="font-medium">Blind review{scope === 'job' ? '' : ' for you'}:</span> {hidden} are
        hidden {untilWords[until]}
        {scope === 'job' ? ` · started by ${startedBy.name}` : ''} · {number(revealed)} revealed
      </p>
      {ending.problem ? <PartNotice state="missing" retry={() => ending.write()} /> : null}
      {mayEnd ? (
        <Button busy={ending.isPending} onClick={() => ending.write()}>
          End
        </Button>
      ) : null}
    </section>
  )
}
