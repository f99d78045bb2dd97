import { keysText } from '@/lib/domain/key-words'

const cap =
  'min-w-6 rounded-mark border border-b-2 border-line bg-canvas px-1.5 text-center font-sans text-small leading-5 whitespace-nowrap text-muted'

const isMac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform)

/** Keys as they stand on a keyboard. Drawn in the browser only: a Mac has other names for them. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className="flex items-center gap-1">
      {keys.split(' ').map((press, at) => (
        <span key={at} className="flex items-center gap-1">
          {at > 0 ? <span className="text-small text-muted">then</span> : null}
          <kbd className={cap}>{keysText(press, isMac ? '⌘' : 'Ctrl')}</kbd>
        </span>
      ))}
    </span>
  )
}

/** One key by its name. */
export const KeyCap = ({ name }: { name: string }) => <kbd className={cap}>{name}</kbd>
