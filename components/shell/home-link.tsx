import type { ReactNode } from 'react'

const home = '/'

/**
 * Leads to the jobs from a page that says what went wrong. Not the router's link: the page is read afresh, and pages
 * that nearly nobody sees bring no code of the router's to everybody.
 */
export const HomeLink = ({ className, children }: { className: string; children: ReactNode }) => (
  <a href={home} className={className}>
    {children}
  </a>
)
