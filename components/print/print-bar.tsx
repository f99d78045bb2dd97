'use client'

import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { Link } from '@/components/ui/link'

type Props = { back: string; notes: { href: string; shown: boolean } }

/** What can be done with a book; no part of the paper. */
export const PrintBar = ({ back, notes }: Props) => (
  <nav
    aria-label="Print"
    className="sticky top-0 z-10 flex flex-wrap items-center gap-2 border-b border-line bg-panel px-5 py-2 print:hidden"
  >
    <Link href={back} className={buttonLook('ghost')}>
      Back to the list
    </Link>
    <span className="flex-1" />
    <Link href={notes.href} className={buttonLook()}>
      {notes.shown ? 'Leave out notes' : 'Include notes'}
    </Link>
    <Button variant="primary" onClick={() => window.print()}>
      Print or save as PDF
    </Button>
  </nav>
)
