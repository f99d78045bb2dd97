'use client'

import { BackHeader } from '@/components/shared/back-header'
import { useFormats } from '@/components/shared/use-formats'

type Props = {
  /** The list that is gone through. */
  back: string
  title: string
  filtered: boolean
  secondLook: boolean
  /** null before it is known. */
  left: number | null
  people: number | null
}

/** Where the reader is, and how far they have come. */
export function TriageHeader({ back, title, filtered, secondLook, left, people }: Props) {
  const { number } = useFormats()
  const known = left !== null && people !== null
  const done = known ? Math.max(0, people - left) : 0
  return (
    <BackHeader back={back} title={title} detail={filtered ? 'this view' : null}>
      <p className="shrink-0 text-note text-muted">
        {known ? (
          <>
            <span className="font-semibold text-ink">{number(left)}</span> of {number(people)}{' '}
            {secondLook ? 'left' : 'undecided'}
          </>
        ) : null}
      </p>
      <div
        aria-hidden
        className="absolute inset-x-0 bottom-0 h-0.5 origin-left bg-accent rtl:origin-right"
        style={{ transform: `scaleX(${known && people > 0 ? done / people : 0})` }}
      />
    </BackHeader>
  )
}
