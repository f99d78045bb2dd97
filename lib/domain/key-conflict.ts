import type { KeySettings } from '@/lib/contracts/member-settings'
import { type CommandId, commandIds, keysOf } from './commands'

const keysPattern = /^(Shift\+\p{L}|[^\s+])( (Shift\+\p{L}|[^\s+]))?$/u

/**
 * Why a command cannot have these keys.
 * @returns the command that has them, or whose keys begin like them or are how they begin; `invalid` for what is no one
 * or two presses of a character; null where nothing is in the way
 */
export function findKeyConflict(
  id: CommandId,
  keys: string,
  settings: KeySettings,
): CommandId | 'invalid' | null {
  if (keys === '') return null
  if (!keysPattern.test(keys)) return 'invalid'
  const other = commandIds.find((each) => {
    if (each === id) return false
    const taken = keysOf(each, { ...settings, off: false })
    return taken === keys || taken.startsWith(`${keys} `) || (taken !== '' && keys.startsWith(`${taken} `))
  })
  return other ?? null
}
