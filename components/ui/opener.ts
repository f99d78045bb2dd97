const openers = new WeakMap<Element, Element>()

/** Notes what had the focus before a frame that only stands in for a dialog on its way. */
export function rememberOpener(frame: Element, opener: Element): void {
  openers.set(frame, opener)
}

/** What has the focus: the opener of a dialog that is about to be shown, also where a frame stood in for it first. */
export function currentOpener(): Element | null {
  const active = document.activeElement
  for (let element = active; element; element = element.parentElement) {
    const opener = openers.get(element)
    if (opener) return opener
  }
  return active
}
