'use client'

import { Button } from '@/components/ui/button'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import type { Facets } from '@/lib/contracts/facets'
import type { SortRule, View } from '@/lib/contracts/view'
import { facetKeys } from '@/lib/contracts/words'
import { isUnfiltered, parseAsSortRule } from '@/lib/url/view'
import { choose, chosen, facetLabels } from './choices'
import { FacetChoices } from './facet-choices'

type Props = {
  facets: Facets | undefined
  failed: boolean
  view: View
  change: (patch: Partial<View>) => void
  clear: () => void
  onClose: () => void
}

const orders: { value: string; label: string }[] = [
  { value: '', label: 'Provider’s order' },
  { value: 'name', label: 'Name, A to Z' },
  { value: '-name', label: 'Name, Z to A' },
  { value: 'rating', label: 'Rating, best first' },
  { value: '-years', label: 'Experience, most first' },
  { value: 'years', label: 'Experience, least first' },
  { value: '-seen', label: 'First seen, newest first' },
]

const sortText = (sort: readonly SortRule[]) => sort.map(parseAsSortRule.serialize).join(',')

/** All filters and the order, within reach of a thumb, where the table's own headers have no room. */
export function FilterSheet({ facets, failed, view, change, clear, onClose }: Props) {
  const order = sortText(view.sort)
  return (
    <Sheet open onOpenChange={(open) => (open ? undefined : onClose())}>
      <SheetContent title="Filter and sort">
        <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">
          <label className="block pb-3">
            <span className="mb-1 block text-note font-medium text-muted">Sort by</span>
            <select
              value={order}
              onChange={(event) => {
                const rule = parseAsSortRule.parse(event.target.value)
                change({ sort: rule ? [rule] : [] })
              }}
              className="h-10 w-full rounded-control border border-line bg-panel px-3"
            >
              {orders.some(({ value }) => value === order) ? null : (
                <option value={order}>As in the link</option>
              )}
              {orders.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          {facetKeys.map((key) => {
            const picked = chosen(view, key)
            return (
              <details
                key={key}
                open={picked.length > 0 || key === 'rating'}
                className="group border-t border-line"
              >
                <summary className="flex h-11 list-none items-center justify-between font-medium">
                  {facetLabels[key]}
                  <span className="text-note text-muted">
                    {picked.length > 0 ? `${picked.length} chosen` : 'Any'}
                  </span>
                </summary>
                <div className="-mx-2 max-h-72 pb-2">
                  <FacetChoices
                    facetKey={key}
                    facets={facets}
                    failed={failed}
                    picked={picked}
                    onPick={(values) => change(choose(key, values))}
                  />
                </div>
              </details>
            )
          })}
        </div>
        <footer className="flex gap-2 border-t border-line px-4 py-3">
          <Button disabled={isUnfiltered(view)} onClick={clear}>
            Clear all
          </Button>
          <Button variant="primary" className="flex-1 justify-center" onClick={onClose}>
            {facets
              ? `Show ${facets.matched} ${facets.matched === 1 ? 'applicant' : 'applicants'}`
              : 'Show applicants'}
          </Button>
        </footer>
      </SheetContent>
    </Sheet>
  )
}
