'use client'

import { Check } from 'lucide-react'
import { Select } from 'radix-ui'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { getStyleNonce } from './style-nonce'

export type SelectMenuProps = {
  id: string
  label: string
  options: readonly { label: string }[]
  /** Which option is chosen; -1 when none is. */
  selected: number
  /** The button it hangs under, which gets the focus back. */
  button: () => HTMLButtonElement | null
  /** Letters pressed on the button before the menu was there: the start of a search by typing. */
  typed: string
  onValueChange: (index: number) => void
  onClose: () => void
}

/** Stands for the button, which is there before this code is: Radix asks its trigger for an element only. */
function Trigger({ button, ref }: Pick<SelectMenuProps, 'button'> & { ref?: Ref<HTMLButtonElement> }) {
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(ref, button, [button])
  return null
}

/** Radix hides the page behind an open menu from screen readers only: `inert` keeps the focus out of it as well. */
function useInertPage(active: boolean) {
  useEffect(() => {
    if (!active) return
    const hidden = [...document.querySelectorAll('[data-aria-hidden]:not([inert])')]
    for (const element of hidden) element.setAttribute('inert', '')
    return () => {
      for (const element of hidden) element.removeAttribute('inert')
    }
  }, [active])
}

/** The options of a select, for as long as it is mounted: arrows, Home, End and typing move in it. */
export function SelectMenu({ id, label, options, selected, button, typed, ...on }: SelectMenuProps) {
  const pending = useRef(typed)
  const [hasFocus, setHasFocus] = useState(false)
  // Only from then on: before that the focus, and letters that are typed, are still on the button.
  useInertPage(hasFocus)
  return (
    <Select.Root
      open
      onOpenChange={(open) => (open ? undefined : on.onClose())}
      value={String(selected)}
      onValueChange={(index) => on.onValueChange(Number(index))}
    >
      <Select.Trigger asChild>
        <Trigger button={button} />
      </Select.Trigger>
      <Select.Portal>
        <Select.Content
          id={id}
          aria-label={label}
          position="popper"
          sideOffset={4}
          collisionPadding={12}
          onFocus={({ currentTarget }) => {
            setHasFocus(true)
            // Once placed it focuses the chosen option; the search starts from there.
            const keys = pending.current
            pending.current = ''
            for (const key of keys)
              currentTarget.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
          }}
          className="z-60 max-h-[min(22rem,var(--radix-select-content-available-height))] max-w-[calc(100vw-1.5rem)] min-w-(--radix-select-trigger-width) overflow-hidden rounded-panel border border-line bg-panel text-ink shadow-float"
        >
          <Select.Viewport nonce={getStyleNonce()} className="p-1">
            {options.map((option, index) => (
              <Select.Item
                key={index}
                value={String(index)}
                // A list that scrolls needs a tab stop: the option that gets the focus when the menu opens.
                tabIndex={index === Math.max(selected, 0) ? 0 : -1}
                className="flex min-h-8 cursor-pointer items-center gap-2 rounded-control py-1 ps-2 pe-2.5 text-note outline-none select-none data-highlighted:bg-soft data-[state=checked]:font-medium forced-colors:data-highlighted:bg-[Highlight] forced-colors:data-highlighted:text-[HighlightText] pointer-coarse:min-h-11"
              >
                <span aria-hidden className="grid size-4 shrink-0 place-items-center">
                  <Select.ItemIndicator>
                    <Check className="size-3.5 text-accent forced-colors:text-current" />
                  </Select.ItemIndicator>
                </span>
                <Select.ItemText>
                  <bdi className="wrap-anywhere">{option.label}</bdi>
                </Select.ItemText>
              </Select.Item>
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  )
}
