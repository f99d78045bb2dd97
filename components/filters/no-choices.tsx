'use client'

import { type Formats, useFormats } from '@/components/shared/use-formats'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import type { Facet } from './use-facet'

type Props = { facetKey: FacetKey; facet: Facet; wanted: string }

function emptyText({ facetKey, facet, wanted }: Props, number: Formats['number']): string {
  if (facet.failed) return 'The counts could not be read.'
  if (facet.values === undefined) return 'Counting…'
  if (wanted.trim() === '') return 'Nothing to choose from in what is loaded.'
  const { noun } = getFacet(facetKey)
  const [first] = facet.elsewhere
  if (!first) return `No matching ${noun} in these results.`
  // The counts are within the other filters, and so is the search: it says what lies outside.
  return `No matching ${noun} within your other filters. Without them: ${facet.elsewhere
    .slice(0, 3)
    .map(({ label, count }) => `${label} (${number(count)})`)
    .join(', ')}.`
}

/** Why a facet lists no choice: not counted yet, not readable, or nothing matches what is looked for. */
export function NoChoices(props: Props) {
  const { facet } = props
  const { number } = useFormats()
  return (
    <p className="px-2 py-2 text-note text-muted" role="status">
      {emptyText(props, number)}
      {facet.failed ? (
        <button type="button" onClick={facet.retry} className="ms-2 font-medium text-accent">
          Try again
        </button>
      ) : null}
    </p>
  )
}
