'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useReader } from '@/components/shared/reader'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { useMemberLabel } from '@/components/shared/use-member-label'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { AskDialog } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { TextField } from '@/components/ui/text-field'
import { maxOpinionPeople } from '@/lib/contracts/second-opinion'
import { keys } from '@/lib/query/options'
import { secondOpinionCalls, secondOpinionsQuery } from '@/lib/query/second-opinions'
import { type JobRef } from '@/lib/url/paths'
import { secondOpinionsPath } from '@/lib/url/job-pages'

export type AskOpinionProps = {
  jobRef: JobRef
  /** The people selected, or the query string of the view whose people are meant. */
  about: { applicationIds: readonly string[] } | { view: string }
  count: number
  onClose: () => void
  /** What opened it, where the focus goes back to. */
  anchor: () => HTMLElement | null
}

/** What stands instead where nobody can be asked. */
function NobodyToAsk({ onClose, anchor }: Pick<AskOpinionProps, 'onClose' | 'anchor'>) {
  return (
    <AskDialog
      title="A second opinion needs a colleague"
      onClose={onClose}
      onConfirm={onClose}
      returnTo={anchor}
      leave="Close"
      action={null}
    >
      <p>
        Ask somebody who signs in and may decide, as owner or recruiter. Nobody else can here yet: see{' '}
        <Link href="/settings/people" className="underline underline-offset-2">
          People
        </Link>
        .
      </p>
    </AskDialog>
  )
}

/** Asks a colleague to decide about people on their own. */
export function AskOpinionDialog({ jobRef, about, count, onClose, anchor }: AskOpinionProps) {
  const { people } = useFormats()
  const { signIn } = useReader()
  const memberLabel = useMemberLabel()
  const client = useQueryClient()
  const { data } = useQuery({
    ...secondOpinionsQuery(jobRef, (signal) => secondOpinionCalls.list(jobRef, signal)),
    enabled: signIn,
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const colleagues = data?.colleagues ?? []
  const colleague = chosen ?? colleagues[0]?.id ?? null
  const { write, isPending, problem } = useWrite({
    mutationFn: (of: string) =>
      secondOpinionCalls.ask(jobRef, {
        ...{ colleague: of, note },
        ...('view' in about ? about : { applicationIds: [...about.applicationIds] }),
      }),
    async onSuccess(opinion) {
      announce(`Asked ${opinion.colleague.name} about ${people(opinion.people)}`)
      onClose()
      await client.invalidateQueries({ queryKey: keys.job(jobRef) })
    },
  })
  if (!signIn || data?.colleagues.length === 0) return <NobodyToAsk onClose={onClose} anchor={anchor} />
  const tooMany = count > maxOpinionPeople
  return (
    <AskDialog
      title={`Ask for a second opinion on ${people(count)}`}
      onClose={onClose}
      returnTo={anchor}
      onConfirm={() => (colleague === null || tooMany ? undefined : write(colleague))}
      action={
        tooMany ? null : (
          <Button type="submit" variant="primary" busy={isPending || data === undefined}>
            Ask
          </Button>
        )
      }
    >
      {tooMany ? (
        <p>A second opinion is about at most {people(maxOpinionPeople)}. Narrow the list first.</p>
      ) : (
        <>
          <p>
            They decide without seeing the team’s decisions on these people. What they choose shows once you
            have decided as well. Notes and tags stay visible to both. See{' '}
            <Link href={secondOpinionsPath(jobRef)} className="underline underline-offset-2">
              second opinions of this job
            </Link>
            .
          </p>
          <fieldset className="flex max-h-56 flex-col gap-0.5 overflow-y-auto">
            <legend className="text-note font-medium text-ink">Colleague</legend>
            {colleagues.map((each) => (
              <label
                key={each.id}
                className="flex cursor-pointer items-center gap-2.5 rounded-control px-2 py-1.5 text-ink hover:bg-soft"
              >
                <input
                  type="radio"
                  name="colleague"
                  className="size-3.5 shrink-0 accent-accent"
                  checked={colleague === each.id}
                  onChange={() => setChosen(each.id)}
                />
                <span className="flex min-w-0 flex-col wrap-anywhere">
                  <Bdi>{each.email === undefined ? memberLabel(each, colleagues) : each.name}</Bdi>
                  {each.email === undefined ? null : (
                    <span className="text-small text-muted">{each.email}</span>
                  )}
                </span>
              </label>
            ))}
          </fieldset>
          <TextField
            label="Note (optional)"
            value={note}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => setNote(event.target.value)}
            className="text-ink"
          />
        </>
      )}
      {problem ? (
        <p role="alert" className="text-note text-danger">
          {problem.title}. {problem.detail}
        </p>
      ) : null}
    </AskDialog>
  )
}
