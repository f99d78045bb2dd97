'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import type { Job } from '@/lib/contracts/job'
import { bff } from '@/lib/query/bff'
import { ProblemError } from '@/lib/query/http'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'

type Props = { job: Pick<Job, 'jobId' | 'label'>; jobRef: JobRef; onClose: () => void }

const why = (error: unknown) =>
  error instanceof ProblemError ? error.problem.detail : 'The name could not be saved. Try again.'

/** The name of a job, to be typed. What was typed stays until it is saved. */
export function JobLabelForm({ job, jobRef, onClose }: Props) {
  const client = useQueryClient()
  const [text, setText] = useState(job.label ?? '')
  const [failure, setFailure] = useState<string | null>(null)
  // Not a mutation of the query library: nothing else on the page of a job needs that part of it at first.
  const [saving, setSaving] = useState(false)
  const save = async () => {
    setSaving(true)
    setFailure(null)
    try {
      await bff.patchJob(jobRef, { label: text.trim() || null })
      await Promise.all(
        [keys.jobs, keys.job(jobRef)].map((queryKey) => client.invalidateQueries({ queryKey })),
      )
      announce('Name saved')
      onClose()
    } catch (error) {
      setFailure(why(error))
      setSaving(false)
    }
  }
  return (
    <form
      className="relative flex min-w-0 basis-full flex-wrap items-center gap-2 py-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!saving) void save()
      }}
    >
      <input
        autoFocus
        aria-label={`Name of ${job.label ?? `job ${job.jobId}`}`}
        aria-invalid={failure !== null || undefined}
        value={text}
        maxLength={120}
        placeholder="A name for your team"
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
        className="h-8 min-w-0 flex-1 basis-36 rounded-control border border-edge bg-canvas px-2.5 placeholder:text-faint"
      />
      <Button type="submit" busy={saving}>
        Save
      </Button>
      <Button variant="ghost" onClick={onClose}>
        Cancel
      </Button>
      {failure ? (
        <p role="alert" className="basis-full text-note text-danger">
          {failure}
        </p>
      ) : null}
    </form>
  )
}
