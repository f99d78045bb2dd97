'use client'

import { useQuery } from '@tanstack/react-query'
import { HangingPopover } from '@/components/ui/popover'
import type { FetchKind } from '@/lib/contracts/fetch'
import { bff } from '@/lib/query/bff'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { creditsText } from './next-load'
import type { Purchase } from './use-fetch-more'

type Props = {
  jobRef: JobRef
  /** The list was read to its end and someone may be missing. */
  short: boolean
  anchor: () => HTMLElement | null
  onSpend: (purchase: Purchase) => void
  onClose: () => void
}

const words: Record<'complete' | 'refresh', { title: string; detail: string; nothing: string }> = {
  complete: {
    title: 'Load everyone left',
    detail:
      'Page by page, until everyone the provider gives is here. It can be stopped, and goes on from there.',
    nothing: 'Everyone is loaded.',
  },
  refresh: {
    title: 'Read everyone again',
    detail: 'Every row anew: ratings and headlines that changed, and who is no longer listed.',
    nothing: 'Nothing was loaded yet.',
  },
}
const anotherPass = {
  title: 'Look for who is missing',
  detail: 'Another pass over the whole list, which moved while it was read.',
}

const goesOn = 'It was begun and stopped before its end: it goes on from there.'

type ItemProps = Pick<Props, 'jobRef' | 'short' | 'onSpend' | 'onClose'> & { kind: 'complete' | 'refresh' }

/** One way to load, with the most it can cost now. Its price is asked for, free, before it can be pressed. */
function Item({ jobRef, kind, short, onSpend, onClose }: ItemProps) {
  const { data, isError } = useQuery({
    queryKey: [...keys.job(jobRef), 'quote', kind satisfies FetchKind],
    queryFn: ({ signal }) => bff.quote(jobRef, kind, signal),
    staleTime: 10_000,
  })
  const { title, detail } = kind === 'complete' && short ? anotherPass : words[kind]
  const credits = data?.credits ?? null
  const price = data ? (credits ?? data.firstCredits) : null
  const tooDear = data !== undefined && price !== null && price > data.leftToday
  const possible = price !== null && price > 0 && !tooDear
  return (
    <button
      type="button"
      disabled={!possible}
      onClick={() => {
        onClose()
        onSpend({ kind, price: price ?? 0, rows: data?.rows ?? 0, origin: 'scope' })
      }}
      className="flex w-full flex-col gap-0.5 rounded-md px-2.5 py-2 text-start hover:bg-soft disabled:cursor-default disabled:hover:bg-transparent"
    >
      <span className="flex w-full justify-between gap-3">
        <span className={`font-medium ${possible ? '' : 'text-muted'}`}>{title}</span>
        <span className="whitespace-nowrap text-muted">
          {price === null || price === 0 ? '' : `at most ${creditsText(price)}`}
        </span>
      </span>
      <span className="text-note text-muted">
        {isError
          ? 'Its price could not be read. Close and open this to try again.'
          : data === undefined
            ? 'Asking for its price…'
            : price === 0
              ? words[kind].nothing
              : tooDear
                ? `More than the ${creditsText(data.leftToday)} left of today’s limit.`
                : data.resumes
                  ? goesOn
                  : detail}
      </span>
    </button>
  )
}

/** The dearer ways to load, under their button. */
export function MoreLoads({ anchor, onClose, ...rest }: Props) {
  return (
    <HangingPopover
      anchor={anchor}
      onClose={onClose}
      align="end"
      aria-label="More ways to load"
      className="w-88 p-1"
    >
      <Item kind="complete" onClose={onClose} {...rest} />
      <Item kind="refresh" onClose={onClose} {...rest} />
    </HangingPopover>
  )
}
