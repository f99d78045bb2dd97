'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { parseJobReference } from '@/lib/domain/job-reference'
import { jobPath } from '@/lib/url/paths'

/** Opens a job by its id, or by its pasted address. Opening one costs nothing. */
export function OpenJobForm({ accounts }: { accounts: string[] }) {
  const router = useRouter()
  const [text, setText] = useState('')
  const [account, setAccount] = useState(accounts[0] ?? '')
  const [wrong, setWrong] = useState(false)
  const hint = useId()
  const error = useId()

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const jobId = parseJobReference(text)
        setWrong(jobId === null)
        // The default account is left out of addresses.
        if (jobId !== null) router.push(jobPath({ jobId, account: account === accounts[0] ? null : account }))
      }}
    >
      <label className="block">
        <span className="text-note font-medium">Open a job</span>
        <span className="mt-1.5 flex flex-wrap gap-2">
          <input
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setWrong(false)
            }}
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? error : hint}
            autoComplete="off"
            spellCheck={false}
            placeholder="4123456789 or a LinkedIn job address"
            className="h-9 min-w-0 flex-1 basis-64 rounded-control border border-line bg-panel px-3 placeholder:text-faint aria-invalid:border-danger"
          />
          {accounts.length > 1 ? (
            <select
              aria-label="Account"
              value={account}
              onChange={(event) => setAccount(event.target.value)}
              className="h-9 rounded-control border border-line bg-panel px-2"
            >
              {accounts.map((label) => (
                <option key={label}>{label}</option>
              ))}
            </select>
          ) : null}
          <Button type="submit" variant="primary" className="h-9">
            Open
          </Button>
        </span>
      </label>
      {wrong ? (
        <p id={error} role="alert" className="mt-1.5 text-note text-danger">
          No job id can be read from that. Paste the job’s address, or type its number alone.
        </p>
      ) : (
        <p id={hint} className="mt-1.5 text-note text-muted">
          Opening a job is free; you see the price before anything is fetched.
        </p>
      )}
    </form>
  )
}
