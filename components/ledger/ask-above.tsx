'use client'

import { useId, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { useAskAbove, writeAskAbove } from '@/components/ui/use-ask-above'
import { creditsText } from '@/lib/domain/credits'

const most = 100_000

/** The reader's own limit: what a press may cost at most without asking first. */
export function AskAbove({ autoload }: { autoload: number }) {
  const kept = useAskAbove()
  const [typed, setTyped] = useState<string | null>(null)
  const id = useId()
  const text = typed ?? String(kept)
  const wrong = typed !== null && !/^\d{1,6}$/.test(typed.trim())
  const change = (next: string) => {
    setTyped(next)
    if (/^\d{1,6}$/.test(next.trim())) writeAskAbove(Math.min(most, Number(next)))
  }
  return (
    <section aria-label="Your own limit" className="rounded-panel border border-line bg-panel px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <label htmlFor={id}>Ask me before a press that can cost more than</label>
        <span className="inline-flex items-center gap-2">
          <input
            id={id}
            inputMode="numeric"
            value={text}
            maxLength={6}
            autoComplete="off"
            aria-invalid={wrong || undefined}
            aria-describedby={`${id}-hint`}
            onChange={(event) => change(event.target.value)}
            onBlur={() => {
              if (typed === null) return
              setTyped(null)
              announce(`Asking above ${creditsText(kept)}`)
            }}
            className="h-8 w-18 rounded-control border border-edge bg-canvas px-2.5 text-end aria-invalid:border-danger"
          />
          credits
        </span>
      </div>
      <p id={`${id}-hint`} className={`mt-1 text-note ${wrong ? 'text-danger' : 'text-muted'}`}>
        {wrong
          ? 'Type a whole number of credits; 0 asks before every press that costs something.'
          : `Yours, in this browser; it takes effect as you type. ${
              autoload > 0
                ? `Scrolling may spend at most ${creditsText(autoload)} a day by itself.`
                : 'Scrolling spends nothing by itself.'
            }`}
      </p>
    </section>
  )
}
