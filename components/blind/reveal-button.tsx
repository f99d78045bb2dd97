'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import type { Candidate } from '@/lib/contracts/candidate'
import { blindCalls } from '@/lib/query/blind-calls'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'

export type RevealProps = { jobRef: JobRef; candidate: Pick<Candidate, 'applicationId' | 'veiled'> }

/** Shows who somebody is to a reader in a blind review. */
export function RevealButton({ jobRef, candidate: { applicationId } }: RevealProps) {
  const client = useQueryClient()
  const { isPending, problem, write } = useWrite({
    mutationFn: () => blindCalls.reveal(jobRef, applicationId),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: keys.job(jobRef) })
      announce('The name is shown to you. It is in the audit log that you asked for it.')
    },
  })
  return (
    <Button
      variant="ghost"
      busy={isPending}
      title="Shows the name to you alone. It is counted, and logged in the audit log."
      onClick={() => write()}
    >
      <span className="inline-flex items-center gap-1.5">
        <Eye aria-hidden className="size-3.5" />
        {problem ? 'Try to reveal again (logged)' : 'Reveal name (logged)'}
      </span>
    </Button>
  )
}
