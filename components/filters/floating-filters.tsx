'use client'

import { type ComponentProps, useState } from 'react'
import { lazyPart } from '@/components/shared/lazy-part'
import { WaitingDialog, WaitingPopover } from '@/components/shared/waiting'
import { getFacet } from '@/lib/contracts/facet-definitions'
import { facetName } from './choices'
import { FacetField } from './facet-field'

// Most visits never open a filter: what floats is fetched when a pointer or the focus comes near.
const floating = () => import('./facet-popover')
const FacetPopover = lazyPart(
  async () => (await floating()).FacetPopover,
  ({ facetKey, wanted, onWant, ...rest }) => (
    <WaitingPopover {...rest} label={`Filter by ${facetName(facetKey)}`}>
      {getFacet(facetKey).noun ? <FacetField facetKey={facetKey} wanted={wanted} onWant={onWant} /> : null}
    </WaitingPopover>
  ),
)
export const MoreMenu = lazyPart(
  async () => (await floating()).MoreMenu,
  (props) => <WaitingPopover {...props} label="More filters" />,
)
export const FilterSheet = lazyPart(
  async () => (await import('./filter-sheet')).FilterSheet,
  (props) => <WaitingDialog {...props} label="Filter and sort" />,
)

/** Loads what opens under the bar's buttons. */
export function prepareFloating() {
  FacetPopover.prepare()
  MoreMenu.prepare()
}

/** A facet's choices under its button, with what is looked for in them. */
export function OpenFacet(props: Omit<ComponentProps<typeof FacetPopover>, 'wanted' | 'onWant'>) {
  // Kept here, so that typing may begin before the filter's code has come.
  const [wanted, setWanted] = useState('')
  return <FacetPopover {...props} wanted={wanted} onWant={setWanted} />
}
