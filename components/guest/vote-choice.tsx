'use client'

import { useId } from 'react'
import { voteLabels } from '@/components/shared/vote-words'
import type { Vote } from '@/lib/contracts/votes'

const votes = Object.keys(voteLabels) as Vote[]

type Props = {
  value: Vote | null
  /** The vote that was pressed and not sent; its look is dashed. */
  unsent: Vote | null
  onVote: (vote: Vote) => void
}

/** The votes a guest chooses from. */
export function VoteChoice({ value, unsent, onVote }: Props) {
  const id = useId()
  return (
    <fieldset>
      <legend className="mb-1 text-note text-muted">Your vote</legend>
      <div className="flex gap-1.5">
        {votes.map((each) => (
          <label key={each} className="relative">
            <input
              type="radio"
              name={`${id}-vote`}
              value={each}
              checked={value === each}
              onChange={() => onVote(each)}
              className="peer absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <span
              className={`inline-flex h-8 items-center rounded-control border px-3 text-note font-medium ${unsent === each ? 'border-dashed border-accent text-accent' : 'border-edge peer-checked:border-accent peer-checked:bg-accent peer-checked:text-accent-ink'} peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent card:h-10`}
            >
              {voteLabels[each]}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
