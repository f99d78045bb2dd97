'use client'

import { useId } from 'react'
import { useFormats } from '@/components/shared/use-formats'
import { maxSharedAtOnce } from '@/lib/contracts/share-words'
import { Choice } from './form-parts'
import type { Shared } from './share-dialog'

/** `live` follows the view, `frozen` keeps who matches it today, `selected` is whoever is selected. */
export type Audience = 'live' | 'frozen' | 'selected'

type Props = Pick<Shared, 'matched' | 'filtered'> & {
  /** How many people are selected. */
  selected: number
  /** The filters of the view that show other people to each reader: a link cannot follow them. */
  own: readonly string[]
  value: Audience
  onChange: (value: Audience) => void
}

/** The people a link shows. */
export function AudienceChoice({ matched, filtered, selected, own, value, onChange }: Props) {
  const id = useId()
  const { number, people } = useFormats()
  const inView =
    matched === null
      ? 'everyone shortlisted'
      : filtered
        ? `${people(matched)} of this view`
        : `all ${people(matched)} loaded`
  const choice = (audience: Audience) => ({
    name: `${id}-audience`,
    checked: value === audience,
    onPick: () => onChange(audience),
  })
  return (
    <fieldset>
      <legend className="mb-1.5 text-note font-medium">People</legend>
      {selected > 0 ? (
        <Choice {...choice('selected')}>
          {selected === 1
            ? 'Only the person you selected'
            : `Only the ${number(selected)} people you selected`}
        </Choice>
      ) : null}
      <Choice
        {...choice('live')}
        disabled={own.length > 0}
        note={
          own.length === 0
            ? 'New matches appear automatically'
            : `Not with filters that depend on who is looking: ${own.join(', ')}`
        }
      >
        Keep up to date: {inView}
      </Choice>
      <Choice {...choice('frozen')} note="Later changes are not shown">
        Snapshot: {inView}, as of today
      </Choice>
      {value === 'selected' && selected > maxSharedAtOnce ? (
        <p className="mt-1 text-note text-danger">
          Select at most {people(maxSharedAtOnce)}, or share the view.
        </p>
      ) : null}
    </fieldset>
  )
}
