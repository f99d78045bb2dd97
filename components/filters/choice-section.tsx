import type { ReactNode } from 'react'

type Props = {
  /** Its heading; null without one. */
  label: string | null
  /** How many more values it has than are shown. */
  hidden: number
  onShowAll: () => void
  /** Of a thumb's size. */
  large: boolean
  children: ReactNode
}

/** The choices of a facet under one heading, and the button that shows the rest of them. */
export function ChoiceSection({ label, hidden, onShowAll, large, children }: Props) {
  const content = (
    <>
      {children}
      {hidden > 0 ? (
        <button
          type="button"
          data-roving
          tabIndex={-1}
          onClick={onShowAll}
          className={`w-full rounded-control px-2 text-start text-note font-medium text-accent hover:bg-soft ${large ? 'min-h-11' : 'min-h-8'}`}
        >
          Show {hidden} more
        </button>
      ) : null}
    </>
  )
  if (label === null) return <div>{content}</div>
  return (
    <div role="group" aria-label={label} className="pb-1">
      <p aria-hidden className="px-2 pt-1.5 pb-1 text-small font-medium text-muted">
        {label}
      </p>
      {content}
    </div>
  )
}
