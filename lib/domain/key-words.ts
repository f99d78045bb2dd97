const words: Record<string, string> = { Escape: 'Esc', ' ': 'Space' }

const pressText = (press: string, mod: string) =>
  press
    .split(/(?<=.)\+/)
    .map((part) => (part === 'mod' ? mod : (words[part] ?? (part.length === 1 ? part.toUpperCase() : part))))
    .join(' ')

/**
 * Keys as they are read: `Shift X`, `G then J`.
 * @param keys as the table of commands writes them
 * @param mod what Control is called on this machine
 */
export const keysText = (keys: string, mod = 'Ctrl'): string =>
  keys === ''
    ? ''
    : keys
        .split(' ')
        .map((press) => pressText(press, mod))
        .join(' then ')

/** The same as `aria-keyshortcuts` takes it, which knows no keys in a row. */
export function ariaKeys(keys: string): string | undefined {
  if (keys === '' || keys.includes(' ')) return undefined
  return keys.startsWith('mod+') ? `Control+${keys.slice(4)} Meta+${keys.slice(4)}` : keys
}
