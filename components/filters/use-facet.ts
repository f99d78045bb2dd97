'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FacetKey, FacetValue } from '@/lib/contracts/facets'
import type { View } from '@/lib/contracts/view'
import { emptyView, maxFacetValues } from '@/lib/contracts/words'
import { foldText } from '@/lib/domain/search'
import { facetQuery } from '@/lib/query/options'
import { getChoices, setChoices } from '@/lib/url/facet-choices'
import { isUnfiltered } from '@/lib/url/view'
import { isSame } from './choices'
import type { FilterSource } from './filter-source'
import { useNewestText } from './use-newest-text'

export type Facet = {
  /** Undefined until they are counted. */
  values: FacetValue[] | undefined
  /** Whom the other filters leave out: what is found without them, where nothing is found within them. */
  elsewhere: FacetValue[]
  failed: boolean
  retry: () => void
}

/**
 * The values of one facet with their counts. They do not depend on what is chosen in it, so choosing asks nothing anew;
 * a choice that is not among them is counted by itself, and those of a long facet are looked for on the server.
 * @param wanted the text a reader looks for
 */
export function useFacet(source: FilterSource, view: View, key: FacetKey, wanted: string): Facet {
  const bare: View = { ...view, ...setChoices(key, []) }
  const ask = (of: View, find: string) => ({
    ...facetQuery(source.queryKey, of, key, find, (signal) => source.count(of, key, find, signal)),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
  const base = useQuery(ask(bare, ''))
  const values = base.data?.facets[key]

  const known = (value: string) => values?.some((each) => isSame(each.value, value)) ?? true
  const rarePicks = getChoices(view, key).filter((value) => !known(value))
  const rareView: View = { ...bare, ...setChoices(key, rarePicks) }
  const rare = useQuery({ ...ask(rareView, ''), enabled: rarePicks.length > 0 })

  const text = foldText(wanted)
  const [find, setFind] = useState(text)
  const capped = (values?.length ?? 0) >= maxFacetValues
  const found = useQuery({ ...ask(bare, find), enabled: capped && find !== '' })

  const matching = (each: FacetValue) =>
    [each.label, ...(each.forms ?? [])].some((form) => foldText(form).includes(find))
  const settled = find !== '' && find === text
  const isFound = capped && found.data?.facets[key]?.some(matching) === true
  const nothing = settled && values !== undefined && !values.some(matching) && !isFound
  const narrowed = !isUnfiltered(bare)
  const outside = useQuery({
    ...ask(emptyView, find),
    enabled: nothing && narrowed && !found.isFetching,
  })
  useNewestText({ text, sent: find, waiting: found.isFetching || outside.isFetching, send: setFind })
  const elsewhere = nothing && narrowed ? (outside.data?.facets[key] ?? []).filter(matching) : []

  const rareFound = rarePicks.map((value): FacetValue => {
    const counted = rare.data?.facets[key]?.find((each) => isSame(each.value, value))
    return counted ?? { value, label: value, count: 0 }
  })
  const added = [...rareFound, ...(capped && find !== '' ? (found.data?.facets[key] ?? []) : [])]
  const all = values && [
    // One that the address spells otherwise stands there once: as it is chosen.
    ...values.filter(({ label }) => !rareFound.some((each) => each.label === label)),
    ...added.filter(
      ({ value }, at) => !known(value) && added.findIndex((each) => isSame(each.value, value)) === at,
    ),
  ]
  return { values: all, elsewhere, failed: base.isError, retry: () => void base.refetch() }
}
