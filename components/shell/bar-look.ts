/**
 * How a header bar looks. In a file of its own: the pages that a failure shows are sent with every page, and would
 * bring the whole top bar along for it.
 */
export const barLook =
  'flex h-10 shrink-0 items-center gap-3 border-b border-line bg-panel px-5 max-sm:h-11 max-sm:gap-1 max-sm:px-4'
