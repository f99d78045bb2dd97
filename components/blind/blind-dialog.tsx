'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useMay } from '@/components/shared/reader'
import { useWrite } from '@/components/shared/use-write'
import { Button } from '@/components/ui/button'
import { CheckBox } from '@/components/ui/check-box'
import { Modal } from '@/components/ui/modal'
import { AnyProblem } from '@/components/ui/problem-note'
import type { BlindRequest } from '@/lib/contracts/blind'
import { blindScopes, blindUntil } from '@/lib/contracts/blind-words'
import { blindQuery } from '@/lib/query/blind'
import { blindCalls } from '@/lib/query/blind-calls'
import type { JobRef } from '@/lib/url/paths'
import { untilWords } from './blind-words'

const scopeWords = { job: 'Everyone who reads this job', me: 'Only me' }

type ChoiceProps<T> = {
  legend: string
  values: readonly T[]
  value: T
  label: (value: T) => ReactNode
  onChange: (value: T) => void
}

function Choices<T extends string>({ legend, values, value, label, onChange }: ChoiceProps<T>) {
  const name = useId()
  return (
    <fieldset>
      <legend className="mb-1 text-note font-medium">{legend}</legend>
      {values.map((each) => (
        <label key={each} className="flex min-h-8 cursor-pointer items-center gap-2.5 py-1">
          <input
            type="radio"
            name={name}
            checked={each === value}
            onChange={() => onChange(each)}
            className="size-4 shrink-0 accent-accent"
          />
          {label(each)}
        </label>
      ))}
    </fieldset>
  )
}

type Props = { jobRef: JobRef; onClose: () => void }

/** Starts a blind review of a job, or changes the one there is. */
export function BlindDialog({ jobRef, onClose }: Props) {
  const mayDecide = useMay('decide')
  const { data } = useQuery(blindQuery(jobRef))
  const review = data?.review ?? null
  const [changed, setChanged] = useState<Partial<BlindRequest>>({})
  const { scope, until, graduationYears }: BlindRequest = {
    ...{ scope: mayDecide ? 'job' : 'me', until: 'decided', graduationYears: 'hidden' },
    ...review,
    ...changed,
  }
  // Nothing that was read with names stays in this browser.
  const onSuccess = () => window.location.reload()
  const starting = useWrite({
    mutationFn: () => blindCalls.start(jobRef, { scope, until, graduationYears }),
    onSuccess,
  })
  const set = (patch: Partial<BlindRequest>) => setChanged({ ...changed, ...patch })
  const { problem } = starting
  return (
    <Modal title="Blind review" onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          starting.write()
        }}
      >
        <p className="text-note text-muted">
          Names, links and whatever in an applicant’s texts tells who they are leave every list, search,
          filter and file. People go by made-up names instead. Notes and comments from before, and those of
          others, are hidden as well.
        </p>
        {mayDecide ? (
          <Choices
            legend="For"
            values={blindScopes}
            value={scope}
            label={(each) => scopeWords[each]}
            onChange={(each) => set({ scope: each })}
          />
        ) : null}
        <Choices
          legend="A name is hidden"
          values={blindUntil}
          value={until}
          label={(each) => untilWords[each]}
          onChange={(each) => set({ until: each })}
        />
        <label className="flex min-h-8 cursor-pointer items-center gap-2.5">
          <CheckBox
            className="-m-2"
            checked={graduationYears === 'hidden'}
            onCheckedChange={(on) => set({ graduationYears: on ? 'hidden' : 'shown' })}
          />
          Hide years of graduation
        </label>
        <AnyProblem problem={problem} />
        <p className="text-small text-muted">
          Starting, changing, ending and each name that is revealed are in the audit log.
        </p>
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" busy={starting.isPending}>
            {review?.scope === scope ? 'Change blind review' : 'Start blind review'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
