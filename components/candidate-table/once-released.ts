let pressed = false
const waiting = new Set<() => void>()

function release() {
  // The click of this press comes first.
  setTimeout(() => {
    pressed = false
    for (const work of waiting) work()
    waiting.clear()
  })
}

if (typeof window !== 'undefined') {
  const options = { capture: true, passive: true }
  window.addEventListener('pointerdown', () => void (pressed = true), options)
  for (const end of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(end, release, options)
}

/**
 * Does `work` now, or, while a pointer is held down, after the click that its release makes: what moves under a pointer
 * between the two takes the click from it.
 */
export function onceReleased(work: () => void): void {
  if (pressed) waiting.add(work)
  else work()
}
