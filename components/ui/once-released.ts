const pressed = new Set<number>()
const waiting = new Set<() => void>()

function settle() {
  // The click of this press comes first.
  setTimeout(() => {
    if (pressed.size > 0) return
    const works = [...waiting]
    waiting.clear()
    for (const work of works) work()
  })
}

if (typeof window !== 'undefined') {
  const options = { capture: true, passive: true }
  window.addEventListener('pointerdown', ({ pointerId }) => void pressed.add(pointerId), options)
  for (const end of ['pointerup', 'pointercancel'] as const) {
    const release = ({ pointerId }: PointerEvent) => {
      pressed.delete(pointerId)
      settle()
    }
    window.addEventListener(end, release, options)
  }
  // The window's own: captured, it would be that of each field too.
  window.addEventListener('blur', () => {
    pressed.clear()
    settle()
  })
}

/**
 * Does `work` now, or, while a pointer is held down, after the click that its release makes: what moves under a pointer
 * between the two takes the click from it.
 */
export function onceReleased(work: () => void): void {
  if (pressed.size > 0) waiting.add(work)
  else work()
}
