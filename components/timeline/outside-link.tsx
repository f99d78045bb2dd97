import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = { href: string; className: string; children: ReactNode }

/** A link that the provider gave, to somewhere we do not know: it learns nothing of where the reader comes from. */
export const OutsideLink = ({ href, className, children }: Props) => (
  <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={className}>
    <span>
      {children}
      {/* A word joiner keeps the mark from standing alone on the next line. */}
      <span className="whitespace-nowrap">
        {'\u2060'}
        <ExternalLink aria-hidden className="ms-1 inline size-3 align-[-0.06em]" />
      </span>
      <span className="sr-only"> (opens in a new tab)</span>
    </span>
  </a>
)
