import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey, FacetValue } from '@/lib/contracts/facets'
import { foldText } from '@/lib/domain/search'

/** The name of a facet within a sentence: `Filter by job title`. */
export function facetName(key: FacetKey): string {
  const { name, label } = getFacet(key)
  return name ?? label.toLowerCase()
}

/** Do two ways of writing mean the same choice? A link may say `contoso` where most people write Contoso. */
export const isSame = (a: string, b: string): boolean => a === b || foldText(a) === foldText(b)

/** The choices after one of them is pressed. */
export const toggled = (picked: string[], value: string): string[] => {
  const others = picked.filter((other) => !isSame(other, value))
  return others.length < picked.length ? others : [...picked, value]
}

export type ChoiceGroup = { label: string | null; values: FacetValue[] }

/** A facet's values as they are listed: under its headings, and what was chosen when the list was opened before the rest. */
export function groupChoices(
  key: FacetKey,
  values: readonly FacetValue[],
  first: readonly string[],
): ChoiceGroup[] {
  const { kind, groups } = getFacet(key)
  const isFirst = ({ value }: FacetValue) => first.some((other) => isSame(other, value))
  const ordered =
    kind === 'list' ? [...values.filter(isFirst), ...values.filter((each) => !isFirst(each))] : [...values]
  if (!groups) return [{ label: null, values: ordered }]
  const headed = Object.entries(groups).map(([id, label]) => ({
    label,
    values: ordered.filter(({ group }) => group === id),
  }))
  const rest = { label: null, values: ordered.filter(({ group }) => group === undefined) }
  return [...headed, rest].filter((group) => group.values.length > 0)
}
