'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormats } from '@/components/shared/use-formats'
import { decisions } from '@/lib/contracts/decision-words'
import { bff } from '@/lib/query/bff'
import { decidedQuery } from '@/lib/query/options'
import { useScreen } from './use-job-screen'

const link = 'min-h-6 rounded-mark text-accent underline-offset-2 hover:underline'
const staleMs = 30_000

/** Beside the job's news: who was decided about without being opened, and who is shown that the network hides. */
export function JobDecided() {
  const { jobRef, decided, change } = useScreen()
  const { number } = useFormats()
  const { data } = useQuery({
    ...decidedQuery(jobRef, (signal) => bff.job(jobRef, signal)),
    initialData: decided,
    staleTime: staleMs,
  })
  if (!data) return null
  return (
    <>
      {data.unopened === 0 ? null : (
        <>
          <span>{' · '}</span>
          <button
            type="button"
            className={link}
            onClick={() => change({ decision: [...decisions], opened: ['nobody'] })}
          >
            <span className="@max-[100rem]/desk:sr-only">Decided without being opened: </span>
            {number(data.unopened)}
            <span aria-hidden className="hidden @max-[100rem]/desk:inline">
              {' decided unopened'}
            </span>
          </button>
        </>
      )}
      {data.notAFit === 0 ? null : (
        <>
          <span>{' · '}</span>
          <button
            type="button"
            className={link}
            title="The network hides people rated Not a fit, possibly by its own rules. Here they are shown."
            onClick={() => change({ rating: ['NOT_A_FIT'] })}
          >
            {`${number(data.notAFit)} Not a fit`}
            {/* Read out always; drawn where the row of the head has room for it. */}
            <span className="sr-only @min-[110rem]/desk:not-sr-only"> shown, whom the network hides</span>
          </button>
        </>
      )}
    </>
  )
}
