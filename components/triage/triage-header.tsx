'use client'

import { ArrowLeft } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { Bdi } from '@/components/shared/text'
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
    <header className="relative flex min-h-11 items-center gap-3 border-b border-line bg-panel px-3 sm:px-5">
      <Link
        href={back}
        className="-ms-2 inline-flex h-11 min-w-11 items-center gap-1.5 rounded-control px-2 text-note text-muted hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4.5 shrink-0" />
        <span className="max-sm:sr-only">Back to the list</span>
      </Link>
      <p className="min-w-0 flex-1 truncate text-note">
        <span className="font-medium">
          <Bdi>{title}</Bdi>
        </span>
        {filtered ? <span className="text-muted"> · this view</span> : null}
      </p>
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
    </header>
  )
}
