const frame = 'min-w-0 rounded-control border bg-panel px-2.5'

/** The look of a field of a form, whether it is typed in or chosen from. */
export const fieldLook = `${frame} h-9 border-edge placeholder:text-faint not-[button]:read-only:bg-soft not-[button]:read-only:text-muted aria-invalid:border-danger max-sm:h-10`

/** The same where fields stand in a row above what they narrow. @param active it narrows something */
export const filterLook = (active = false): string =>
  `${frame} h-8 text-note max-md:h-10 max-md:w-full ${active ? 'border-accent text-accent' : 'border-edge'}`
