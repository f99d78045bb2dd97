'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useRef, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import type { Job } from '@/lib/contracts/job'
import { bff, ProblemError } from '@/lib/query/bff'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'

/** Lets a recruiter give a job a name of their own. What was typed stays until it is saved. */
export function JobLabel({ job, jobRef }: { job: Job; jobRef: JobRef }) {
  const client = useQueryClient()
  const [text, setText] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const save = useMutation({
    mutationFn: (label: string) => bff.patchJob(jobRef, { label: label.trim() === '' ? null : label.trim() }),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: keys.jobs })
      await client.invalidateQueries({ queryKey: keys.job(jobRef) })
      announce('Name saved')
      close()
    },
  })
  const close = () => {
    setText(null)
    save.reset()
    requestAnimationFrame(() => button.current?.focus())
  }
  const name = job.label ?? `job ${job.jobId}`

  if (text === null) {
    return (
      <button
        ref={button}
        type="button"
        aria-label={`Name ${name}`}
        title="Give this job a name"
        onClick={() => setText(job.label ?? '')}
        className="relative grid size-8 shrink-0 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink"
      >
        <Pencil aria-hidden className="size-3.5" />
      </button>
    )
  }
  return (
    <form
      className="relative flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate(text)
      }}
    >
      <input
        autoFocus
        aria-label={`Name of ${name}`}
        value={text}
        maxLength={120}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
        className="h-8 w-56 max-w-full rounded-control border border-line bg-panel px-2.5"
      />
      <button
        type="submit"
        aria-busy={save.isPending}
        className="h-8 rounded px-1.5 text-note font-medium text-accent"
      >
        Save
      </button>
      <button type="button" onClick={close} className="h-8 rounded px-1.5 text-note font-medium text-muted">
        Cancel
      </button>
      {save.error ? (
        <p role="alert" className="basis-full text-note text-danger">
          {save.error instanceof ProblemError
            ? save.error.problem.detail
            : 'The name could not be saved. Try again.'}
        </p>
      ) : null}
    </form>
  )
}
