'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { Ellipsis } from '@/components/ui/icons'
import { lazyPart } from '@/components/shared/lazy-part'
import { PartButton } from '@/components/shared/part-button'
import { useMay } from '@/components/shared/reader'
import { useFormats } from '@/components/shared/use-formats'
import { WaitingPopover } from '@/components/shared/waiting'
import type { Job } from '@/lib/contracts/job'
import { creditsText } from '@/lib/domain/credits'
import { LoadButton } from './load-button'
import { progressWords } from './progress-words'
import { toPurchase } from './purchase'
import { type FetchMore, retryFirst } from './use-fetch-more'
import type { Spend } from './use-spend'

// The dearer ways are pressed now and then: they are fetched when a pointer or the focus comes near.
const MoreLoads = lazyPart(
  async () => (await import('./more-loads')).MoreLoads,
  (props) => <WaitingPopover {...props} label="More ways to load" align="end" />,
)

type Props = { job: Job; more: FetchMore; spend: Spend['spend'] }

/** How far a fetch of several pages has come, and the way to stop it. */
function Running({ more }: { more: FetchMore }) {
  const { progress } = more
  const { number } = useFormats()
  if (!progress) return null
  return (
    <>
      <span className="text-note whitespace-nowrap text-muted">{progressWords(progress, number)}</span>
      <Button onClick={more.cancel}>Stop</Button>
    </>
  )
}

/** What can be done about what is not known yet, each with its price. */
export function ScopeActions({ job, more, spend }: Props) {
  // On a phone there is room for one of the two: the other is under the dots.
  const [hidden, setHidden] = useState(false)
  const checkBox = useRef<HTMLSpanElement>(null)
  const maySpend = useMay('spend')
  const { number } = useFormats()
  if (!maySpend) return null
  if (more.progress) return <Running more={more} />
  if (job.status === 'empty') return null
  const check = toPurchase(job, 'check', 'scope')
  const next = toPurchase(job, 'next', 'scope')
  const checking = more.running?.kind === 'check'
  const reason = retryFirst(more)
  return (
    <span className="ms-auto flex items-center gap-2 card:gap-1.5 card:[&_button]:h-8">
      {check ? (
        <span ref={checkBox} className={next ? 'card:hidden' : ''}>
          <Button
            price={creditsText(check.price, number)}
            busy={more.running !== null || reason !== null}
            spinning={checking}
            title={reason ?? undefined}
            onClick={() => spend(check)}
          >
            {checking ? 'Checking…' : 'Check for new'}
          </Button>
        </span>
      ) : null}
      {job.total === null ? null : <LoadButton job={job} more={more} origin="scope" spend={spend} />}
      <PartButton
        aria-label="More ways to load"
        title="More ways to load"
        prepare={MoreLoads.prepare}
        popover={(floating) => (
          <MoreLoads {...floating} job={job} blocked={reason} withCheck={hidden} onSpend={spend} />
        )}
        onClick={() => setHidden(checkBox.current?.getClientRects().length === 0)}
        className={`${buttonLook()} px-2`}
      >
        <Ellipsis className="size-4" />
      </PartButton>
    </span>
  )
}
