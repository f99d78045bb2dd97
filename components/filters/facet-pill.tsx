import type { Ref } from 'react'
import { ChevronDown, X } from '@/components/ui/icons'

type Props = {
  label: string
  /** Labels of what is chosen. */
  picked: string[]
  open: boolean
  onOpen: () => void
  /** The reader is about to open it: time to load what is inside. */
  onIntent: () => void
  onClear: () => void
  ref: Ref<HTMLButtonElement>
}

/** One filter: dashed while it lets everyone through, filled and removable once something is chosen. */
export function FacetPill({ label, picked, open, onOpen, onIntent, onClear, ref }: Props) {
  const active = picked.length > 0
  const [first, second] = picked
  const summary =
    picked.length > 2 ? `${first} and ${picked.length - 1} more` : [first, second].filter(Boolean).join(', ')
  return (
    <span
      title={active ? `${label}: ${picked.join(', ')}` : undefined}
      className={active ? 'pill-chosen' : 'pill-open'}
    >
      <button
        ref={ref}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={onOpen}
        onPointerEnter={onIntent}
        onFocus={onIntent}
        className={`inline-flex h-full min-w-0 items-center gap-1.5 rounded-control ps-2.5 ${active ? 'pe-1' : 'pe-2 @max-[110rem]/desk:pe-2.5'}`}
      >
        <span className="truncate">
          {label}
          {active ? (
            <>
              : <bdi>{summary}</bdi>
            </>
          ) : null}
        </span>
        {active ? null : <ChevronDown className="size-3.5 shrink-0 opacity-70 @max-[110rem]/desk:hidden" />}
      </button>
      {active ? (
        <button
          type="button"
          aria-label={`Remove filter ${label}: ${picked.join(', ')}`}
          onClick={onClear}
          className="me-1 grid size-6 shrink-0 place-items-center rounded-control hover:bg-accent/10"
        >
          <X className="size-3.5" />
        </button>
      ) : null}
    </span>
  )
}
