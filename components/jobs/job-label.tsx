'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useMay } from '@/components/shared/reader'
import { Pencil } from '@/components/ui/icons'
import type { Job } from '@/lib/contracts/job'
import type { JobRef } from '@/lib/url/paths'
import { JobLabelForm } from './job-label-form'

type Props = {
  job: Pick<Job, 'jobId' | 'label'>
  jobRef: JobRef
  /** The name itself, where the form stands in its place. */
  children?: ReactNode
}

/** Lets a recruiter give a job a name of their own. */
export function JobLabel({ job, jobRef, children }: Props) {
  const mayName = useMay('edit')
  const [editing, setEditing] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const closed = useRef(false)
  const close = () => {
    closed.current = true
    setEditing(false)
  }
  // The pencil comes back when the form goes: whoever was in the form goes on from there.
  useEffect(() => {
    if (editing || !closed.current) return
    closed.current = false
    pencil.current?.focus()
  }, [editing])
  const name = job.label ?? `job ${job.jobId}`
  if (!mayName) return children
  if (editing) return <JobLabelForm job={job} jobRef={jobRef} onClose={close} />
  return (
    <>
      {children}
      <button
        ref={pencil}
        type="button"
        aria-label={job.label === null ? `Give ${name} a name` : `Rename ${name}`}
        title={job.label === null ? 'Give this job a name' : 'Rename'}
        onClick={() => setEditing(true)}
        className="relative grid size-8 shrink-0 place-items-center rounded-control text-faint hover:bg-line hover:text-ink"
      >
        <Pencil className="size-3.5" />
      </button>
    </>
  )
}
