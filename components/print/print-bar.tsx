'use client'

import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { Link } from '@/components/ui/link'

type Props = { back: string; others: readonly { href: string; label: string }[] }

/** What can be done with what is to be printed; no part of the paper. @param others other ways to print the same people */
export const PrintBar = ({ back, others }: Props) => (
  <nav
    aria-label="Print"
    className="sticky top-0 z-10 flex flex-wrap items-center gap-2 border-b border-line bg-panel px-5 py-2 print:hidden"
  >
    <Link href={back} className={buttonLook('ghost')}>
      Back to the list
    </Link>
    <span className="flex-1" />
    {others.map(({ href, label }) => (
      <Link key={label} href={href} className={buttonLook()}>
        {label}
      </Link>
    ))}
    <Button variant="primary" onClick={() => window.print()}>
      Print or save as PDF
    </Button>
  </nav>
)
