'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { useMay } from '@/components/shared/reader'
import type { Job } from '@/lib/contracts/job'
import { bff } from '@/lib/query/bff'
import { ProblemError } from '@/lib/query/http'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'

const why = (error: Error) =>
  error instanceof ProblemError ? error.problem.detail : 'The name could not be saved. Try again.'

/** Lets a recruiter give a job a name of their own. What was typed stays until it is saved. */
export function JobLabel({ job, jobRef }: { job: Job; jobRef: JobRef }) {
  const mayName = useMay('edit')
  const client = useQueryClient()
  const [text, setText] = useState<string | null>(null)
  const pencil = useRef<HTMLButtonElement>(null)
  const closed = useRef(false)
  const save = useMutation({
    mutationFn: (label: string) => bff.patchJob(jobRef, { label: label.trim() || null }),
    async onSuccess() {
      await Promise.all(
        [keys.jobs, keys.job(jobRef)].map((queryKey) => client.invalidateQueries({ queryKey })),
      )
      announce('Name saved')
      close()
    },
  })
  const close = () => {
    closed.current = true
    setText(null)
    save.reset()
  }
  // The pencil comes back when the form goes: whoever was in the form goes on from there.
  useEffect(() => {
    if (text !== null || !closed.current) return
    closed.current = false
    pencil.current?.focus()
  }, [text])
  const name = job.label ?? `job ${job.jobId}`
  if (!mayName) return null

  if (text === null) {
    return (
      <button
        ref={pencil}
        type="button"
        aria-label={job.label === null ? `Give ${name} a name` : `Rename ${name}`}
        title={job.label === null ? 'Give this job a name' : 'Rename'}
        onClick={() => setText(job.label ?? '')}
        className="relative grid size-8 shrink-0 place-items-center rounded-control text-faint hover:bg-line hover:text-ink"
      >
        <Pencil aria-hidden className="size-3.5" />
      </button>
    )
  }
  return (
    <form
      className="relative flex min-w-0 basis-full flex-wrap items-center gap-2 py-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate(text)
      }}
    >
      <input
        autoFocus
        aria-label={`Name of ${name}`}
        aria-invalid={save.isError || undefined}
        value={text}
        maxLength={120}
        placeholder="A name for your team"
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
        className="h-8 min-w-0 flex-1 basis-36 rounded-control border border-edge bg-canvas px-2.5 placeholder:text-faint"
      />
      <Button type="submit" busy={save.isPending}>
        Save
      </Button>
      <Button variant="ghost" onClick={close}>
        Cancel
      </Button>
      {save.error ? (
        <p role="alert" className="basis-full text-note text-danger">
          {why(save.error)}
        </p>
      ) : null}
    </form>
  )
}
