'use client'

import { useId, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { useAskAbove, writeAskAbove } from '@/components/shared/use-ask-above'
import { useFormats } from '@/components/shared/use-formats'
import { creditsText } from '@/lib/domain/credits'

const max = 100_000

/** The reader's own limit: what a press may cost at most without asking first. */
export function AskAbove({ autoload }: { autoload: number }) {
  const kept = useAskAbove()
  const { number } = useFormats()
  const [typed, setTyped] = useState<string | null>(null)
  const id = useId()
  const text = typed ?? String(kept)
  const wrong = typed !== null && !/^\d{1,6}$/.test(typed.trim())
  const change = (next: string) => {
    setTyped(next)
    if (/^\d{1,6}$/.test(next.trim())) writeAskAbove(Math.min(max, Number(next)))
  }
  return (
    <section aria-label="Your own limit" className="rounded-panel border border-line bg-panel px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <label htmlFor={id}>Confirm before spending more than</label>
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
              announce(`Asking above ${creditsText(kept, number)}`)
            }}
            className="h-8 w-18 rounded-control border border-edge bg-canvas px-2.5 text-end aria-invalid:border-danger"
          />
          credits
        </span>
      </div>
      <p id={`${id}-hint`} className={`mt-1 text-note ${wrong ? 'text-danger' : 'text-muted'}`}>
        {wrong
          ? 'Enter a whole number of credits; 0 confirms everything that costs credits.'
          : `Saved in this browser. ${
              autoload > 0
                ? `Scrolling can spend up to ${creditsText(autoload, number)} a day without asking.`
                : 'Scrolling never spends.'
            }`}
      </p>
    </section>
  )
}
