'use client'

import { useState } from 'react'
import { AskDialog } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import type { ListedJob } from '@/lib/contracts/job'
import { retentionPresetKeys, retentionPresets } from '@/lib/domain/retention-presets'
import { privacyCalls } from '@/lib/query/privacy'
import type { JobRef } from '@/lib/url/paths'
import { useJobChange } from './use-job-change'

type Props = {
  job: ListedJob
  jobRef: JobRef
  name: string
  onClose: () => void
  returnTo?: () => HTMLElement | null
}

const choices = [
  { key: null, label: 'Like other jobs', detail: 'For the time that RETENTION_DAYS sets' },
  ...retentionPresetKeys.map((key) => {
    const { label, time, rule, source } = retentionPresets[key]
    return {
      key,
      label: `${label}: ${time}`,
      detail: `${rule === 'at most' ? 'At most' : 'At least'}. ${source}`,
    }
  }),
]

/** Asks by whose rule a job is deleted once nobody uses it. */
export function RetentionDialog({ job, jobRef, name, onClose, returnTo }: Props) {
  const before = job.retention?.preset ?? null
  const [preset, setPreset] = useState(before)
  const { act, busy, problem } = useJobChange(jobRef, {
    change: () => privacyCalls.setRetention(jobRef, { preset }),
    done: 'Retention period saved',
    then: onClose,
  })
  return (
    <AskDialog
      title={`How long is ${name} kept?`}
      onClose={onClose}
      returnTo={returnTo}
      onConfirm={() => (preset === before ? onClose() : act())}
      action={
        <Button type="submit" variant="primary" busy={busy}>
          Save
        </Button>
      }
    >
      <p>
        A job that nobody opens or loads for this long is deleted with its applicants. A shorter period takes
        effect after a week’s notice.
      </p>
      <fieldset className="flex flex-col gap-0.5">
        <legend className="sr-only">Retention period</legend>
        {choices.map(({ key, label, detail }) => (
          <label
            key={key ?? ''}
            className="flex cursor-pointer gap-2.5 rounded-control px-2 py-1.5 text-ink hover:bg-soft"
          >
            <input
              type="radio"
              name="preset"
              className="mt-1 size-3.5 shrink-0 accent-accent"
              checked={preset === key}
              onChange={() => setPreset(key)}
            />
            <span className="min-w-0">
              {label}
              <span className="block text-note text-muted">{detail}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {problem ? (
        <p role="alert" className="text-note text-danger">
          {problem.title}. {problem.detail}
        </p>
      ) : null}
    </AskDialog>
  )
}
