'use client'

import { HangingPopover } from '@/components/ui/popover'
import { useCreditMeter } from '@/components/shared/use-credit-meter'
import { useFormats } from '@/components/shared/use-formats'
import type { Job } from '@/lib/contracts/job'
import { creditsText } from '@/lib/domain/credits'
import { type Offering, type Purchase, toPurchase } from './purchase'

type Props = {
  job: Offering & Pick<Job, 'status'>
  /** Why nothing can be bought now; null while something can. */
  blocked: string | null
  /** The button that checks for new people has no room beside it. */
  withCheck?: boolean
  anchor: () => HTMLElement | null
  onSpend: (purchase: Purchase) => void
  onClose: () => void
}

type Kind = 'check' | 'complete' | 'refresh'
const words: Record<Kind, { title: string; detail: string; nothing: string }> = {
  check: {
    title: 'Check for new',
    detail: 'Loads the first ten, to see who applied since.',
    nothing: 'Nobody is loaded yet.',
  },
  complete: {
    title: 'Load the rest',
    detail: 'Loads everyone who’s left. Stop any time and pick up later.',
    nothing: 'Everyone is loaded.',
  },
  refresh: {
    title: 'Refresh everyone',
    detail: 'Updates ratings and headlines and finds who withdrew.',
    nothing: 'Nobody is loaded yet.',
  },
}
const anotherPass = {
  title: 'Look for who is missing',
  detail: 'Goes through the whole list again: it changed while it was loading.',
}

const goesOn = 'Picks up where it was stopped.'

type ItemProps = Pick<Props, 'job' | 'blocked' | 'onSpend' | 'onClose'> & { kind: Kind }

/** One way to load, with the most it can cost now. */
function Item({ job, blocked, kind, onSpend, onClose }: ItemProps) {
  const credits = useCreditMeter()
  const { number } = useFormats()
  const { title, detail } = kind === 'complete' && job.status === 'short' ? anotherPass : words[kind]
  const offer = job.offers[kind]
  const leftToday = credits ? Math.max(0, credits.perDay - credits.today) : null
  const tooDear = offer !== null && leftToday !== null && offer.credits > leftToday
  const possible = offer !== null && !tooDear && blocked === null
  return (
    <button
      type="button"
      disabled={!possible}
      onClick={() => {
        onClose()
        const purchase = toPurchase(job, kind, 'scope')
        if (purchase) onSpend(purchase)
      }}
      className="flex w-full flex-col gap-0.5 rounded-control px-2.5 py-2 text-start hover:bg-soft disabled:cursor-default disabled:hover:bg-transparent"
    >
      <span className="flex w-full justify-between gap-3">
        <span className={`font-medium ${possible ? '' : 'text-muted'}`}>{title}</span>
        <span className="whitespace-nowrap text-muted">
          {offer ? `up to ${creditsText(offer.credits, number)}` : ''}
        </span>
      </span>
      <span className="text-note text-muted">
        {offer === null
          ? words[kind].nothing
          : tooDear
            ? `More than the ${creditsText(leftToday ?? 0, number)} left today.`
            : (blocked ?? (offer.resumes ? goesOn : detail))}
      </span>
    </button>
  )
}

/** The dearer ways to load, under their button. */
export function MoreLoads({ anchor, onClose, withCheck = false, ...rest }: Props) {
  return (
    <HangingPopover
      anchor={anchor}
      onClose={onClose}
      align="end"
      aria-label="More ways to load"
      className="w-88 p-1"
    >
      {withCheck ? <Item kind="check" onClose={onClose} {...rest} /> : null}
      <Item kind="complete" onClose={onClose} {...rest} />
      <Item kind="refresh" onClose={onClose} {...rest} />
    </HangingPopover>
  )
}
