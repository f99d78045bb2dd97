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
      {/* The space does not break: the mark never stands alone on the next line. */}
      {'\u00a0'}
      <ExternalLink aria-hidden className="inline size-3 align-[-0.06em]" />
      <span className="sr-only">{about} (opens in a new tab)</span>
    </span>
  </a>
)
