'use client'

import { useEffect, useRef, useState } from 'react'
import { announce } from './announcer'
import { Button } from './button'
import { Check, type Icon } from './icons'

type Props = {
  /** Asked for when pressed. */
  text: () => string
  label: string
  icon: Icon
  /** Its icon alone is seen, but on a wide screen. */
  small?: boolean
}
type State = 'ready' | 'copied' | 'refused'

const shownMs = 2_000

/** Copies a text and says so. Where the clipboard is out of reach, the text is shown to be copied by hand. */
export function CopyButton({ text, label, icon: Icon, small = false }: Props) {
  const [state, setState] = useState<State>('ready')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const copy = async () => {
    clearTimeout(timer.current)
    try {
      await navigator.clipboard.writeText(text())
      setState('copied')
      announce('Copied')
      timer.current = setTimeout(() => setState('ready'), shownMs)
    } catch {
      setState('refused')
      announce('The link could not be copied by itself. It is shown to be copied by hand.')
    }
  }

  if (state === 'refused') {
    return (
      <input
        readOnly
        aria-label={`${label}: copy this by hand`}
        value={text()}
        autoFocus
        onFocus={(event) => event.target.select()}
        onBlur={() => setState('ready')}
        className="h-8 w-72 max-w-full rounded-control border border-edge bg-panel px-2.5 text-note"
      />
    )
  }
  const Shown = state === 'copied' ? Check : Icon
  return (
    <Button title={small ? label : undefined} onClick={() => void copy()}>
      <span className="inline-flex items-center gap-1.5">
        <Shown className="size-3.5" />
        {/* Both words take their place, so that nothing beside the button moves. */}
        <span className={`grid ${small ? 'max-2xl:sr-only' : ''}`}>
          <span className={`col-start-1 row-start-1 ${state === 'copied' ? 'invisible' : ''}`}>{label}</span>
          <span aria-hidden className={`col-start-1 row-start-1 ${state === 'copied' ? '' : 'invisible'}`}>
            Copied
          </span>
        </span>
      </span>
    </Button>
  )
}
