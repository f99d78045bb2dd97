import type { ReactNode, Ref } from 'react'

type Props = {
  ref?: Ref<HTMLElement>
  id?: string | undefined
  label: string
  /** It covers the list, which cannot be reached while it is open. */
  sheet: boolean
  busy?: boolean
  onClose: () => void
  children: ReactNode
}

/** The place of an open person: a column of the page, or a sheet over it where the page is narrow. */
export const SideFrame = ({ ref, id, label, sheet, busy = false, onClose, children }: Props) => (
  <>
    <div aria-hidden data-backdrop onClick={onClose} className="fixed inset-0 z-30 bg-black/40 xl:hidden" />
    <aside
      ref={ref}
      id={id}
      role={sheet ? 'dialog' : undefined}
      aria-modal={sheet || undefined}
      aria-label={label}
      aria-busy={busy || undefined}
      tabIndex={-1}
      data-panel
      data-side
      data-commands="app list person"
      className="@container/desk flex h-full w-(--side) shrink-0 flex-col border-s border-line bg-panel outline-none max-xl:fixed max-xl:inset-y-0 max-xl:end-0 max-xl:z-40 max-xl:h-auto max-xl:w-[min(100%,36rem)] max-xl:shadow-float"
    >
      {children}
    </aside>
  </>
)
