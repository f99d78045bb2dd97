import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { Bdi } from './text'

type Props = {
  /** The list that the page is about. */
  back: string
  /** The job's name. */
  title: string
  /** After the name. */
  detail?: string | null
  children?: ReactNode
}

/** The way back to a job's list, over a page about some of it. */
export const BackHeader = ({ back, title, detail = null, children }: Props) => (
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
      {detail === null ? null : <span className="text-muted"> · {detail}</span>}
    </p>
    {children}
  </header>
)
