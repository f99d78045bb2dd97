'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { useLocale } from '@/components/shared/use-locale'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import { foldText } from '@/lib/domain/search'
import { choiceLabel } from '@/lib/url/view-words'
import { type ChoiceGroup, groupChoices, isSame, toggled } from './choices'
import { ChoiceRow } from './choice-row'
import { ChoiceSection } from './choice-section'
import { FacetField } from './facet-field'
import { NoChoices } from './no-choices'
import type { Facet } from './use-facet'
import { useRoving } from './use-roving'

type Props = {
  facetKey: FacetKey
  facet: Facet
  picked: string[]
  onPick: (values: string[]) => void
  wanted: string
  onWant: (text: string) => void
  /** For thumbs: taller rows, and a short list that is opened to its whole length instead of scrolled. */
  large?: boolean
}

const maxShown = 100
const fewAtOnce = 6

const getLimit = (groups: ChoiceGroup[], at: number, large: boolean) =>
  large || at < groups.findLastIndex(({ label }) => label !== null) ? fewAtOnce : maxShown

/** The values of a facet as check boxes with how many people each would show, the long lists with a search above. */
export function FacetChoices({ facetKey, facet, picked, onPick, wanted, onWant, large = false }: Props) {
  const [first] = useState(picked)
  const [active, setActive] = useState<string | null>(null)
  const [whole, setWhole] = useState<string | null | undefined>(undefined)
  const search = useRef<HTMLInputElement>(null)
  const { list, onKeyDown, focusFirst } = useRoving<HTMLDivElement>(() => search.current?.focus())
  const locale = useLocale()
  const { kind, label, noun, shortcuts = [] } = getFacet(facetKey)

  const needle = foldText(wanted)
  const matching = (facet.values ?? []).filter(({ label: name, forms = [] }) =>
    [name, ...forms].some((form) => foldText(form).includes(needle)),
  )
  const groups = groupChoices(facetKey, matching, first)
  const shown = groups.map((group, at) => {
    const limit = whole === group.label ? matching.length : getLimit(groups, at, large)
    return { ...group, rows: group.values.slice(0, limit) }
  })
  const rows = shown.flatMap((group) => group.rows)
  const reached = rows.some(({ value }) => value === active) ? active : rows[0]?.value
  // A range over several bands would dwarf them.
  const isShortcut = (value: string) => shortcuts.includes(value)
  const most =
    kind === 'years' || kind === 'day' || kind === 'days'
      ? Math.max(0, ...rows.flatMap(({ value, count }) => (isShortcut(value) ? [] : [count])))
      : null
  const toggle = (value: string) => onPick(toggled(picked, value))

  const onSearchKey = (event: KeyboardEvent) => {
    const [only] = rows
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      focusFirst()
    } else if (event.key === 'Enter' && only && needle !== '') {
      event.preventDefault()
      toggle(only.value)
    }
  }
  const onListKey = (event: KeyboardEvent) => {
    onKeyDown(event)
    // Letters go on looking, from wherever one is in the list.
    const letter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey
    if (letter && !event.altKey) search.current?.focus()
  }

  return (
    <>
      {noun ? (
        <FacetField
          ref={search}
          facetKey={facetKey}
          wanted={wanted}
          onWant={onWant}
          onKeyDown={onSearchKey}
          large={large}
        />
      ) : null}
      <div
        ref={list}
        role="group"
        aria-label={label}
        onKeyDown={onListKey}
        className={`p-1 ${large ? '' : 'min-h-0 flex-1 overflow-y-auto overscroll-contain'}`}
      >
        {shown.map((group) => (
          <ChoiceSection
            key={group.label ?? 'all'}
            label={group.label}
            hidden={group.values.length - group.rows.length}
            onShowAll={() => setWhole(group.label)}
            large={large}
          >
            {group.rows.map((each) => (
              <ChoiceRow
                key={each.value}
                facetKey={facetKey}
                each={{
                  ...each,
                  label: kind === 'list' ? each.label : choiceLabel(facetKey, each.value, locale),
                }}
                checked={picked.some((other) => isSame(other, each.value))}
                reachable={each.value === reached}
                large={large}
                most={isShortcut(each.value) ? null : most}
                onToggle={() => toggle(each.value)}
                onFocus={() => setActive(each.value)}
              />
            ))}
          </ChoiceSection>
        ))}
        {rows.length === 0 ? <NoChoices facetKey={facetKey} facet={facet} wanted={wanted} /> : null}
      </div>
    </>
  )
}
