'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useReader } from '@/components/shared/reader'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { AskDialog } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import type { SecondOpinion } from '@/lib/contracts/second-opinion'
import { keys } from '@/lib/query/options'
import { secondOpinionCalls } from '@/lib/query/second-opinions'
import type { JobRef } from '@/lib/url/paths'

type Props = { jobRef: JobRef; opinion: SecondOpinion }

/** Closes a second opinion, for the one who asked or an owner. */
export function CloseButton({ jobRef, opinion }: Props) {
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const isOwner = useMay('people')
  const { id: reader } = useReader()
  const { write, isPending, problem } = useWrite({
    mutationFn: () => secondOpinionCalls.close(jobRef, opinion.id),
    async onSuccess() {
      setAsking(false)
      announce('Second opinion closed')
      await client.invalidateQueries({ queryKey: keys.job(jobRef) })
    },
  })
  if (opinion.closedAt !== null || !(isOwner || reader === opinion.asker.id)) return null
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
        Close
        <span className="sr-only"> the second opinion of {opinion.colleague.name}</span>
      </Button>
      {asking ? (
        <AskDialog
          title="Close this second opinion?"
          onClose={() => setAsking(false)}
          onConfirm={() => write()}
          action={
            <Button type="submit" variant="primary" busy={isPending}>
              Close it
            </Button>
          }
        >
          <p>
            {opinion.colleague.name} can choose on nobody else of it, and sees the team’s decisions again.
            What both of you chose so far stays.
          </p>
          {problem ? (
            <p role="alert" className="text-note text-danger">
              {problem.title}. {problem.detail}
            </p>
          ) : null}
        </AskDialog>
      ) : null}
    </>
  )
}
