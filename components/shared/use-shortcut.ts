'use client'

import { type CommandId, keysOf } from '@/lib/domain/commands'
import { ariaKeys, keysText } from '@/lib/domain/key-words'
import { useReader } from './reader'

/**
 * The keys of a command, for the control that does the same.
 * @returns `text` to be read ('' for none), `aria` for `aria-keyshortcuts`, and `hint` to stand after a label
 */
export function useShortcut(id: CommandId): { text: string; aria: string | undefined; hint: string } {
  const keys = keysOf(id, useReader().keys)
  const text = keysText(keys)
  return { text, aria: ariaKeys(keys), hint: text === '' ? '' : ` (${text})` }
}
