'use client'

import { useRouter } from 'next/navigation'
import { useId, useRef, useState, useTransition } from 'react'
import { Select } from '@/components/shared/select'
import { Button } from '@/components/ui/button'
import { type JobReferenceFault, readJobReference } from '@/lib/domain/job-reference'
import { jobPath } from '@/lib/url/paths'

const help: Record<JobReferenceFault, string> = {
  empty: 'Enter a job ID, or paste a job link.',
  linkedin:
    'That LinkedIn link isn’t a job. Open the job itself and copy its link: it has a number such as 4123456789.',
  project: 'That link is a project, not a job. Open the job posting in it and copy its link or job ID.',
  elsewhere: 'That link is not a LinkedIn job. Paste a link such as linkedin.com/jobs/view/4123456789.',
  unreadable: 'We couldn’t find a job ID in that. Enter the number or paste the full job link.',
}

/** Opens a job by its id, or by its pasted address. Opening one costs nothing. */
export function OpenJobForm({ accounts }: { accounts: string[] }) {
  const router = useRouter()
  const [account, setAccount] = useState(accounts[0] ?? '')
  const [wrong, setWrong] = useState<string | null>(null)
  const [opening, startOpening] = useTransition()
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  const open = () => {
    // Held by the field itself, so that what is typed before scripts run is not lost.
    const text = input.current?.value ?? ''
    const read = readJobReference(text)
    if ('fault' in read) {
      setWrong(help[read.fault])
      input.current?.focus()
      return
    }
    // The default account is left out of addresses.
    const ref = { jobId: read.jobId, account: account === accounts[0] ? null : account }
    startOpening(() => router.push(jobPath(ref)))
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!opening) open()
      }}
    >
      <label htmlFor={id} className="text-note font-medium">
        Open a job
      </label>
      <div className="mt-1.5 flex flex-wrap gap-2">
        <input
          ref={input}
          id={id}
          onChange={() => setWrong(null)}
          aria-invalid={wrong !== null || undefined}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="Job ID or LinkedIn job link"
          className="h-8 min-w-0 flex-1 basis-48 rounded-control border border-edge bg-panel px-3 placeholder:text-faint aria-invalid:border-danger"
        />
        {accounts.length > 1 ? (
          <Select
            label="Account"
            value={account}
            options={accounts.map((label) => ({ value: label, label }))}
            onValueChange={setAccount}
            className="h-8 max-w-48 min-w-0 rounded-control border border-edge bg-panel px-2.5"
          />
        ) : null}
        <Button type="submit" variant="primary" busy={opening}>
          Open
        </Button>
      </div>
      <p
        id={`${id}-hint`}
        role={wrong === null ? undefined : 'alert'}
        className={`mt-1.5 text-note ${wrong === null ? 'text-muted' : 'text-danger'}`}
      >
        {wrong ?? 'Opening a job is free. You’ll see the price before you load anyone.'}
      </p>
    </form>
  )
}
