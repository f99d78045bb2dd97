'use client'

import { useParams, useSearchParams } from 'next/navigation'
import { DecisionButtons } from '@/components/shared/decision-buttons'
import { HangingPopover } from '@/components/ui/popover'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import { displayName } from '@/lib/domain/current-role'
import { parseView, viewToSearch } from '@/lib/url/view'

type Props = { candidate: MarkedCandidate; anchor: () => HTMLElement | null; onClose: () => void }

/** The three decisions, under the button of a row. */
export function DecideMenu({ candidate, anchor, onClose }: Props) {
  const { jobId = '' } = useParams<{ jobId?: string }>()
  const account = useSearchParams().get('account')
  return (
    <HangingPopover
      anchor={anchor}
      onClose={onClose}
      align="end"
      aria-label={`Decide about ${displayName(candidate)}`}
      // What is pressed here is not a press on the row.
      onClick={(event) => event.stopPropagation()}
      className="p-2"
    >
      <DecisionButtons
        jobRef={{ jobId, account }}
        candidate={candidate}
        via="list"
        search={viewToSearch(parseView(window.location.search))}
        onDecided={onClose}
      />
    </HangingPopover>
  )
}
