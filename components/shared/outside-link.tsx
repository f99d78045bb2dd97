import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = {
  href: string
  className: string
  /** For whoever hears the link by itself: whose it is. */
  about?: ReactNode
  children: ReactNode
}

/** A link that the provider gave, to somewhere we do not know: it learns nothing of where the reader comes from. */
export const OutsideLink = ({ href, className, about, children }: Props) => (
  <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={className}>
    <span>
      {children}
      {/* Nothing in here breaks, nor the space before the mark: it never stands alone on a line. */}
      <span className="whitespace-nowrap">
        {'\u00a0'}
        <ExternalLink aria-hidden className="inline size-3 align-[-0.06em]" />
      </span>{' '}
      <span className="sr-only">{about} (opens in a new tab)</span>
    </span>
  </a>
)
