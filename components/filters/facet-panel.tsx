'use client'

import { useFormats } from '@/components/shared/use-formats'
import { facetNotes } from '@/lib/domain/facet-notes'
import type { View } from '@/lib/contracts/view'
import { getChoices, setChoices } from '@/lib/url/facet-choices'
import { isUnfiltered } from '@/lib/url/view'
import { FacetChoices } from './facet-choices'
import type { FacetFieldProps } from './facet-field'
import type { FilterSource } from './filter-source'
import { ProxyHint } from './proxy-hint'
import { useFacet } from './use-facet'

/** What the counts are over: the whole list, what is loaded of it, or the people of a link. */
export type CountScope = { stored: number; complete: boolean; shared?: boolean }

export type FacetPanelProps = FacetSourceProps & FacetFieldProps
export type FacetSourceProps = {
  source: FilterSource
  view: View
  change: (patch: Partial<View>) => void
  scope: CountScope
}

function scopeText({ complete, shared = false }: CountScope, people: string, narrowed: boolean): string {
  const rest = narrowed ? ' and reflect your other filters' : ''
  if (shared) return `Counts cover the ${people} shown here${rest}`
  const over = complete ? `all ${people} applicants` : `the ${people} loaded`
  return `Counts cover ${over}${rest}`
}

/** One facet: its choices, each taking effect at once as one step of history, and what their counts are over. */
export function FacetPanel(props: FacetPanelProps & { large?: boolean }) {
  const { source, view, change, scope, facetKey, wanted, onWant, large } = props
  const facet = useFacet(source, view, facetKey, wanted)
  const { number } = useFormats()
  const note = facetNotes[facetKey]
  const narrowed = !isUnfiltered({ ...view, ...setChoices(facetKey, []) })
  return (
    <>
      <FacetChoices
        facetKey={facetKey}
        facet={facet}
        picked={getChoices(view, facetKey)}
        onPick={(values) => change(setChoices(facetKey, values))}
        wanted={wanted}
        onWant={onWant}
        large={large}
      />
      <div className="shrink-0 border-t border-line px-3 py-2 text-small text-muted">
        <p>{scopeText(scope, number(scope.stored), narrowed)}</p>
        {note ? <p>{note}</p> : null}
        {scope.shared ? null : (
          <ProxyHint facetKey={facetKey} picked={getChoices(view, facetKey)} values={facet.values} />
        )}
      </div>
    </>
  )
}
