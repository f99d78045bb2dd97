'use client'

import { Button } from '@/components/ui/button'
import { CircleAlert } from '@/components/ui/icons'
import type { Problem } from '@/lib/contracts/problem'

type Props = { problem: Problem; retrying: boolean; onRetry: () => void }

/** Rows that were asked for did not come. Those on screen stay. */
export const StoreNotice = ({ problem, retrying, onRetry }: Props) => (
  <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-panel px-5 py-2.5 max-sm:px-4">
    <CircleAlert className="size-4 shrink-0 text-danger" />
    <p role="alert" className="min-w-0 flex-1 basis-56 text-note">
      <b className="font-semibold">{problem.title}.</b> {problem.detail}
    </p>
    <Button busy={retrying} onClick={onRetry}>
      Try again
    </Button>
  </div>
)
