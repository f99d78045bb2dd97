'use client'

import {
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useId,
  useRef,
  useState,
} from 'react'
import type { SelectMenuProps } from '@/components/ui/select-menu'
import { ChevronDown } from '@/components/ui/icons'
import { lazyPart } from './lazy-part'
import { WaitingPopover } from './waiting'

const SelectMenu = lazyPart<SelectMenuProps>(
  async () => (await import('@/components/ui/select-menu')).SelectMenu,
  ({ label, button, onClose, state, retry }) =>
    // The button keeps the focus until there is something to show.
    state === 'loading' ? null : (
      <WaitingPopover label={label} anchor={button} onClose={onClose} state={state} retry={retry} />
    ),
)

export type SelectOption<T> = { value: T; label: string }

type Props<T> = Omit<ComponentProps<'button'>, 'value' | 'onValueChange' | 'children' | 'aria-label'> & {
  /** Its name, also where a `<label>` of the same words stands beside it. */
  label: string
  value: T
  options: readonly SelectOption<T>[]
  onValueChange: (value: T) => void
  /** What stands on the button in place of the chosen option and a chevron. */
  face?: ReactNode
}

const openKeys = ['ArrowDown', 'ArrowUp', 'Enter', ' ']

/**
 * One of a few values. The button is drawn by the server; its menu is loaded when a pointer or the focus comes to it,
 * and a press before that opens it as soon as it is there.
 */
export function Select<T extends string | number | null>(props: Props<T>) {
  const { label, value, options, onValueChange, name, face, className = '', ...rest } = props
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const getButton = useCallback(() => button.current, [])
  const menuId = useId()
  const selected = options.findIndex((option) => option.value === value)

  const close = () => {
    setOpen(false)
    setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (open && event.key === 'Escape') close()
    const letter = /^[\p{L}\p{N}]$/u.test(event.key)
    if (letter) setTyped(typed + event.key)
    else if (!openKeys.includes(event.key)) return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <>
      <button
        {...rest}
        ref={button}
        type="button"
        role="combobox"
        aria-label={label}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onPointerEnter={SelectMenu.prepare}
        onFocus={SelectMenu.prepare}
        onKeyDown={onKeyDown}
        onClick={() => setOpen(true)}
        className={`inline-flex items-center justify-between gap-1.5 text-start disabled:cursor-default disabled:opacity-60 ${className}`}
      >
        {face ? (
          <>
            {face}
            <span className="sr-only">{options[selected]?.label ?? ''}</span>
          </>
        ) : (
          <>
            <bdi className="min-w-0 truncate">{options[selected]?.label ?? ''}</bdi>
            <ChevronDown className="size-3.5 shrink-0 text-muted" />
          </>
        )}
      </button>
      {name === undefined ? null : <input type="hidden" name={name} value={value ?? ''} />}
      {open ? (
        <SelectMenu
          id={menuId}
          label={label}
          options={options}
          selected={selected}
          button={getButton}
          typed={typed}
          onValueChange={(index) => {
            const chosen = options[index]
            if (chosen) onValueChange(chosen.value)
          }}
          onClose={close}
        />
      ) : null}
    </>
  )
}
