'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '@/components/shared/reader'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import type { NoticeSender } from '@/lib/contracts/applicant-notice'
import { noticeCalls } from '@/lib/query/applicant-notice'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'

type Props = { jobRef: JobRef; sender: NoticeSender }

/** Who answers for applicants’ data. An owner says it once for every job; others see what is missing. */
export function SenderForm({ jobRef, sender }: Props) {
  const client = useQueryClient()
  const mayEdit = useMay('privacy')
  const [controller, setController] = useState(sender.controller ?? '')
  const [contact, setContact] = useState(sender.contact ?? '')
  const { isPending, problem, write } = useWrite({
    mutationFn: () => noticeCalls.saveSender({ controller, contact }),
    async onSuccess() {
      announce('Saved')
      await client.invalidateQueries({ queryKey: keys.job(jobRef) })
    },
  })
  if (!mayEdit) {
    return sender.controller === null || sender.contact === null ? (
      <p className="text-note text-muted">
        Your organisation or its contact is missing. An owner can fill them in on this page.
      </p>
    ) : null
  }
  const isSaved = controller.trim() === (sender.controller ?? '') && contact.trim() === (sender.contact ?? '')
  return (
    <form
      aria-label="Who answers for applicants’ data"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSaved) write()
      }}
    >
      <AnyProblem problem={problem} />
      <TextField
        label="Your organisation"
        hint="As it stands in the notice of every job."
        autoComplete="organization"
        maxLength={200}
        value={controller}
        onChange={({ target }) => setController(target.value)}
      />
      <TextField
        label="Contact for questions about data"
        hint="An e-mail or postal address that applicants can write to."
        autoComplete="off"
        maxLength={200}
        value={contact}
        onChange={({ target }) => setContact(target.value)}
      />
      <div>
        <Button type="submit" busy={isPending} disabled={isSaved}>
          Save
        </Button>
      </div>
    </form>
  )
}
