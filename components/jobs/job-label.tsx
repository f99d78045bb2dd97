'use client'

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { lazyPart } from '@/components/shared/lazy-part'
import { PartNotice } from '@/components/shared/part-notice'
import { useMay } from '@/components/shared/reader'
import { Pencil } from '@/components/ui/icons'
import type { Job } from '@/lib/contracts/job'
import type { JobRef } from '@/lib/url/paths'

// Fetched when a pointer or the focus comes near the pencil.
const JobLabelForm = lazyPart(
  async () => (await import('./job-label-form')).JobLabelForm,
  ({ onClose, state, retry }) => (state === 'loading' ? null : <PartNotice {...{ state, retry, onClose }} />),
)

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
  // The pencil keeps the focus until there is a field to type in.
  const [shown, setShown] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const closed = useRef(false)
  const close = () => {
    closed.current = true
    setEditing(false)
    setShown(false)
  }
  const onShown = useCallback(() => setShown(true), [])
  // The pencil comes back when the form goes: whoever was in the form goes on from there.
  useEffect(() => {
    if (editing || !closed.current) return
    closed.current = false
    pencil.current?.focus()
  }, [editing])
  const name = job.label ?? `job ${job.jobId}`
  if (!mayName) return children
  return (
    <>
      {shown ? null : (
        <>
          {children}
          <button
            ref={pencil}
            type="button"
            aria-label={job.label === null ? `Give ${name} a name` : `Rename ${name}`}
            title={job.label === null ? 'Give this job a name' : 'Rename'}
            onPointerEnter={JobLabelForm.prepare}
            onFocus={JobLabelForm.prepare}
            onClick={() => setEditing(true)}
            className="relative grid size-8 shrink-0 place-items-center rounded-control text-faint hover:bg-line hover:text-ink"
          >
            <Pencil className="size-3.5" />
          </button>
        </>
      )}
      {editing ? <JobLabelForm job={job} jobRef={jobRef} onShown={onShown} onClose={close} /> : null}
    </>
  )
}
