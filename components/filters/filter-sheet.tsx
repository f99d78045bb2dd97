'use client'

import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import { useFormats } from '@/components/shared/use-formats'
import { useLocale } from '@/components/shared/use-locale'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import { getChoices } from '@/lib/url/facet-choices'
import { choiceLabel } from '@/lib/url/view-words'
import { isUnfiltered } from '@/lib/url/view'
import { FacetPanel, type FacetSourceProps } from './facet-panel'
import { OrderSelect } from './order-select'

type Props = FacetSourceProps & {
  /** How many the view shows; null while that is being counted. */
  matched: number | null
  clear: () => void
  onClose: () => void
  /** The button it belongs to. */
  anchor: () => HTMLElement | null
}

/** All filters and the order where the table's own headers have no room; what is pressed most lies lowest. */
export function FilterSheet({ matched, clear, onClose, anchor, ...panel }: Props) {
  const { view, change, source } = panel
  const [open, setOpen] = useState<FacetKey | null>('rating')
  const [wanted, setWanted] = useState('')
  const locale = useLocale()
  const { number } = useFormats()
  return (
    <Sheet open onOpenChange={(stays) => (stays ? undefined : onClose())}>
      <SheetContent
        title="Filter and sort"
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          anchor()?.focus()
        }}
      >
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 short:flex-none short:overflow-visible">
          {source.facets.map((key) => {
            const picked = getChoices(view, key)
            const isOpen = open === key
            return (
              <section key={key} className="border-t border-line">
                <h3>
                  <button
                    type="button"
                    aria-expanded={isOpen}
                    aria-controls={`filter-${key}`}
                    onClick={(event) => {
                      setOpen(isOpen ? null : key)
                      setWanted('')
                      // What opens is below: bring its head to where a thumb and an eye meet it.
                      const section = event.currentTarget.closest('section')
                      if (!isOpen) requestAnimationFrame(() => section?.scrollIntoView({ block: 'start' }))
                    }}
                    className="flex min-h-11 w-full items-center gap-3 text-start font-medium"
                  >
                    <span className="flex-none">{getFacet(key).label}</span>
                    <span
                      className={`min-w-0 flex-1 truncate text-end text-note font-normal ${picked.length > 0 ? 'text-accent' : 'text-muted'}`}
                    >
                      <bdi>
                        {picked.length > 0
                          ? picked.map((value) => choiceLabel(key, value, locale)).join(', ')
                          : 'Any'}
                      </bdi>
                    </span>
                    <ChevronDown
                      aria-hidden
                      className={`size-4 flex-none text-muted ${isOpen ? 'rotate-180' : ''}`}
                    />
                  </button>
                </h3>
                <div id={`filter-${key}`} className="-mx-2 pb-2 empty:hidden">
                  {isOpen ? (
                    <FacetPanel {...panel} facetKey={key} wanted={wanted} onWant={setWanted} large />
                  ) : null}
                </div>
              </section>
            )
          })}
        </div>
        <footer className="grid gap-2.5 border-t border-line px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          <label className="flex items-center gap-3">
            <span className="text-note text-muted">Sort by</span>
            <OrderSelect
              {...{ source, view, change }}
              className="h-11 min-w-0 flex-1 rounded-control border border-edge bg-panel px-3"
            />
          </label>
          <div className="flex gap-2 *:h-11">
            <Button disabled={isUnfiltered(view)} onClick={clear}>
              Clear all
            </Button>
            <Button variant="primary" className="flex-1" onClick={onClose}>
              {matched === null
                ? 'Show applicants'
                : `Show ${number(matched)} ${matched === 1 ? 'applicant' : 'applicants'}`}
            </Button>
          </div>
        </footer>
      </SheetContent>
    </Sheet>
  )
}
