'use client'

import { useRouter } from 'next/navigation'
import { useId, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { parseJobReference } from '@/lib/domain/job-reference'
import { jobPath } from '@/lib/url/paths'

const help = (text: string): string => {
  if (text.trim() === '') return 'Type a job’s id, or paste its address.'
  if (/linkedin\.com/i.test(text)) {
    return 'That address names no job. Open the job itself on LinkedIn, then copy its address: it holds a number such as 4123456789.'
  }
  return 'No job id can be read from that. Type the number alone, or paste the job’s whole address.'
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
    const jobId = parseJobReference(text)
    if (jobId === null) {
      setWrong(help(text))
      input.current?.focus()
      return
    }
    // The default account is left out of addresses.
    const ref = { jobId, account: account === accounts[0] ? null : account }
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
          placeholder="Job id or LinkedIn job address"
          className="h-8 min-w-0 flex-1 basis-48 rounded-control border border-edge bg-panel px-3 placeholder:text-faint aria-invalid:border-danger"
        />
        {accounts.length > 1 ? (
          <select
            aria-label="Account"
            value={account}
            onChange={(event) => setAccount(event.target.value)}
            className="h-8 max-w-48 min-w-0 rounded-control border border-edge bg-panel px-2"
          >
            {accounts.map((label) => (
              <option key={label}>{label}</option>
            ))}
          </select>
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
        {wrong ?? 'Opening a job is free; you see the price before anything is fetched.'}
      </p>
    </form>
  )
}
