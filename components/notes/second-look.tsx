'use client'

import { useState } from 'react'
import { lazyPart } from '@/components/shared/lazy-part'
import { WaitingDialog } from '@/components/shared/waiting'
import { Button } from '@/components/ui/button'
import type { JobRef } from '@/lib/url/paths'
import type { AskColleagueProps } from './ask-colleague'

const AskColleague = lazyPart<AskColleagueProps>(
  async () => (await import('./ask-colleague')).AskColleague,
  (props) => <WaitingDialog label="Ask for a second look" anchor={() => null} {...props} />,
)

/** Asks a colleague for their opinion of somebody. */
export function SecondLook(props: { jobRef: JobRef; applicationId: string }) {
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Button onClick={() => setOpen(true)}>Ask for a second look</Button>
      {open ? <AskColleague {...props} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}
