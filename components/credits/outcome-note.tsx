'use client'

import { Button } from '@/components/ui/button'
import { useFormats } from '@/components/shared/use-formats'
import { unexpectedOutcome } from './fetch-words'
import type { FetchMore } from './use-fetch-more'

/** What the last fetch came to, where a press led to expect otherwise. It was announced already, so it has no role. */
export function OutcomeNote({ more }: { more: Pick<FetchMore, 'ended' | 'dismiss'> }) {
  const { ended, dismiss } = more
  const { number } = useFormats()
  const words = ended && unexpectedOutcome(ended.purchase.kind, ended.result, number)
  if (!words) return null
  return (
    <div className="flex items-center gap-x-4 rounded-panel border border-line bg-panel px-3.5 py-1.5">
      <p className="min-w-0 flex-1 text-start text-note text-muted">{words}</p>
      <Button variant="ghost" onClick={dismiss}>
        Dismiss
      </Button>
    </div>
  )
}
