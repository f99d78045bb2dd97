/** The key that does the same, where there is a keyboard to press it on. */
export const KeyCap = ({ children }: { children: string }) =>
  children === '' ? null : (
    <kbd
      aria-hidden
      className="hidden min-w-5 rounded-mark border border-current/40 px-1 text-center font-sans text-small font-normal opacity-80 sm:pointer-fine:inline-block"
    >
      {children}
    </kbd>
  )
