'use client'

import { useState } from 'react'
import { BlindDialog } from '@/components/blind/blind-dialog'
import { AskOpinionDialog } from '@/components/second-opinion/ask-opinion-dialog'
import { getCommand } from '@/components/shared/commands'
import { KeyCap } from '@/components/triage/key-cap'
import { useMay } from '@/components/shared/reader'
import { useShortcut } from '@/components/shared/use-shortcut'
import { Link } from '@/components/ui/link'
import { HangingPopover } from '@/components/ui/popover'
import type { View } from '@/lib/contracts/view'
import { insightsPath } from '@/lib/url/insights'
import { type JobRef } from '@/lib/url/paths'
import { criteriaPath, fairnessPath, noticePath, secondOpinionsPath } from '@/lib/url/job-pages'
import { viewToSearch } from '@/lib/url/view'

export type ViewMenuProps = {
  jobRef: JobRef
  view: View
  matched: number
  anchor: () => HTMLElement | null
  onClose: () => void
}

const itemLook =
  'flex min-h-9 w-full items-center justify-between gap-6 rounded-control px-2.5 text-start text-note hover:bg-soft'

/** Exports the view, and leads to the other pages of its job. */
export function ViewMenuItems({ jobRef, view, matched, anchor, onClose }: ViewMenuProps) {
  const mayExport = useMay('export')
  const mayDecide = useMay('decide')
  const [asking, setAsking] = useState(false)
  const [blind, setBlind] = useState(false)
  const exporting = useShortcut('exportList')
  const insights = useShortcut('insights')
  if (blind) return <BlindDialog jobRef={jobRef} onClose={onClose} />
  if (asking) {
    const about = { view: viewToSearch(view) }
    return <AskOpinionDialog {...{ jobRef, about, onClose }} count={matched} anchor={anchor} />
  }
  return (
    <HangingPopover
      anchor={anchor}
      onClose={onClose}
      aria-label="More about this job"
      align="end"
      className="p-1"
    >
      {mayExport ? (
        <button
          type="button"
          aria-keyshortcuts={exporting.aria}
          onClick={() => {
            onClose()
            getCommand('exportList')?.()
          }}
          className={itemLook}
        >
          Export… <KeyCap>{exporting.text}</KeyCap>
        </button>
      ) : null}
      <Link href={criteriaPath(jobRef)} className={itemLook}>
        Criteria
      </Link>
      <Link href={insightsPath(jobRef, view)} aria-keyshortcuts={insights.aria} className={itemLook}>
        Insights <KeyCap>{insights.text}</KeyCap>
      </Link>
      <button type="button" onClick={() => setBlind(true)} className={itemLook}>
        Blind review…
      </button>
      <Link href={fairnessPath(jobRef)} className={itemLook}>
        Fairness
      </Link>
      {mayDecide && matched > 0 ? (
        <button type="button" onClick={() => setAsking(true)} className={itemLook}>
          Ask for a second opinion…
        </button>
      ) : null}
      <Link href={secondOpinionsPath(jobRef)} className={itemLook}>
        Second opinions
      </Link>
      <Link href={noticePath(jobRef)} className={itemLook}>
        Inform applicants
      </Link>
    </HangingPopover>
  )
}
