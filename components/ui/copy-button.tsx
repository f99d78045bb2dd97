'use client'

import { useEffect, useRef, useState } from 'react'
import { announce } from './announcer'
import { Button } from './button'
import { Check, type Icon } from './icons'

type Props = {
  /** Asked for when pressed. What has to be read first may come later. */
  text: () => string | Promise<string>
  label: string
  icon: Icon
  /** Its icon alone is seen, but on a wide screen. */
  small?: boolean
}
/** `refused`: the clipboard is out of reach · `failed`: the text did not come. */
type State = 'ready' | 'copied' | { refused: string } | { failed: string }

const shownMs = 2_000

/** Writes what comes later: some browsers allow it only while the press is fresh, so it is begun before. */
async function write(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string' || typeof ClipboardItem === 'undefined')
    return navigator.clipboard.writeText(await text)
  const blob = text.then((value) => new Blob([value], { type: 'text/plain' }))
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
}

/** Copies a text and says so. Where the clipboard is out of reach, the text is shown to be copied by hand. */
export function CopyButton({ text, label, icon: Icon, small = false }: Props) {
  const [state, setState] = useState<State>('ready')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const copy = async () => {
    clearTimeout(timer.current)
    const source = text()
    const [written, read] = await Promise.allSettled([write(source), source])
    if (read.status === 'rejected') {
      const failed = read.reason instanceof Error ? read.reason.message : ''
      setState({ failed })
      announce(`Nothing was copied. ${failed}`)
    } else if (written.status === 'rejected') {
      setState({ refused: read.value })
      announce('The text could not be copied by itself. It is shown to be copied by hand.')
    } else {
      setState('copied')
      announce('Copied')
      timer.current = setTimeout(() => setState('ready'), shownMs)
    }
  }

  const refused = typeof state === 'object' && 'refused' in state ? state.refused : null
  const Field = refused?.includes('\n') ? 'textarea' : 'input'
  const field =
    refused === null ? null : (
      <Field
        readOnly
        aria-label={`${label}: copy this by hand`}
        value={refused}
        autoFocus
        onFocus={({ target }: { target: HTMLInputElement | HTMLTextAreaElement }) => target.select()}
        onBlur={() => setState('ready')}
        className={`h-8 rounded-control border border-edge bg-panel px-2.5 text-note ${
          small ? 'absolute end-0 top-full z-20 mt-1 w-56 shadow-float' : 'w-72 max-w-full'
        }`}
      />
    )
  if (field && !small) return field
  const Shown = state === 'copied' ? Check : Icon
  const button = (
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
  return (
    <>
      {small ? (
        // Where its words have no room, the text has none either.
        <span className="relative flex">
          {button}
          {field}
        </span>
      ) : (
        button
      )}
      {typeof state === 'object' && 'failed' in state ? (
        <span aria-hidden className="self-center text-note text-danger">
          Nothing was copied. {state.failed}
        </span>
      ) : null}
    </>
  )
}
