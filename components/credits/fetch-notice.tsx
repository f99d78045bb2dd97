'use client'

import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { type Formats, useFormats } from '@/components/shared/use-formats'
import { chargeOfProblem, chargeText, creditsText } from '@/lib/domain/credits'
import { useCountdown } from './use-countdown'
import { canRetry, type Failure, type FetchMore, leftOfPrice } from './use-fetch-more'

/** What a failed load means for the money, in one sentence. */
const money = ({ problem, sameKey }: Failure, number: Formats['number']): string =>
  sameKey
    ? 'The load may have gone through. Trying again picks it up and won’t charge you twice.'
    : chargeText(chargeOfProblem(problem), number)

const final = new Set([
  'invalid_api_key',
  'account_inactive',
  'invalid_account',
  'invalid_action',
  'credits_capped',
])

const defaultWait = 60

/** Seconds until it goes on by itself: once, where the provider only asked to slow down and nothing was charged. */
const getWait = (failure: Failure): number | null =>
  failure.problem.code === 'rate_limited' && !failure.purchase.afterWait && canRetry(failure)
    ? Math.ceil(failure.problem.retryAfter ?? defaultWait)
    : null

/** A load that failed. The rows stay; the reader decides whether to try again, knowing what that can cost. */
export function FetchNotice({ failure, more }: { failure: Failure; more: FetchMore }) {
  const { problem, sameKey } = failure
  const { number } = useFormats()
  const [stopped, setStopped] = useState(false)
  const wait = stopped ? null : getWait(failure)
  const left = useCountdown(wait, () => void more.retry({ afterWait: true }))
  const charge = chargeOfProblem(problem)
  const possibly = charge.lastCall === 'unknown' || sameKey !== null
  const Icon = possibly ? TriangleAlert : CircleAlert
  const again = sameKey ? 'Try again' : final.has(problem.code) ? 'Try again anyway' : 'Try again'
  return (
    <div
      role="group"
      aria-label="The last load failed"
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-panel border px-3.5 py-2.5 ${
        possibly ? 'border-maybe/30 bg-maybe-soft' : 'border-danger/30 bg-danger-soft'
      }`}
    >
      <Icon aria-hidden className={`size-4 shrink-0 ${possibly ? 'text-maybe' : 'text-danger'}`} />
      <p className="min-w-0 flex-1 basis-56 text-note">
        <b className="font-semibold">{problem.title}.</b>{' '}
        {left === null
          ? `${problem.detail} ${money(failure, number)}`
          : `${chargeText(charge, number)} Retrying in ${left} s.`}
      </p>
      <span className="flex gap-2">
        {left === null ? (
          <Button variant="ghost" onClick={more.dismiss}>
            Dismiss
          </Button>
        ) : (
          <Button variant="ghost" onClick={() => setStopped(true)}>
            Stop
          </Button>
        )}
        {canRetry(failure) ? (
          <Button
            price={sameKey ? 'already agreed' : creditsText(leftOfPrice(failure), number)}
            busy={more.running !== null}
            onClick={() => void more.retry()}
          >
            {again}
          </Button>
        ) : null}
      </span>
    </div>
  )
}
