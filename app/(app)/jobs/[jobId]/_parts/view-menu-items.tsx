'use client'

import { getCommand } from '@/components/shared/commands'
import { KeyCap } from '@/components/triage/key-cap'
import { useMay } from '@/components/shared/reader'
import { useShortcut } from '@/components/shared/use-shortcut'
import { Link } from '@/components/ui/link'
import { HangingPopover } from '@/components/ui/popover'
import type { View } from '@/lib/contracts/view'
import { insightsPath } from '@/lib/url/insights'
import { criteriaPath, fairnessPath, type JobRef, noticePath } from '@/lib/url/paths'

export type ViewMenuProps = {
  jobRef: JobRef
  view: View
  anchor: () => HTMLElement | null
  onClose: () => void
}

const itemLook =
  'flex min-h-9 w-full items-center justify-between gap-6 rounded-control px-2.5 text-start text-note hover:bg-soft'

/** Exports the view, and leads to the other pages of its job. */
export function ViewMenuItems({ jobRef, view, anchor, onClose }: ViewMenuProps) {
  const mayExport = useMay('export')
  const exporting = useShortcut('exportList')
  const insights = useShortcut('insights')
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
      <Link href={fairnessPath(jobRef)} className={itemLook}>
        Fairness
      </Link>
      <Link href={noticePath(jobRef)} className={itemLook}>
        Inform applicants
      </Link>
    </HangingPopover>
  )
}
