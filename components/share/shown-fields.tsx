import { Tick } from '@/components/ui/tick'
import {
  getShareField,
  mayShow,
  type ShareFieldKey,
  shareFieldKeys,
  type ShareFields,
} from '@/lib/contracts/share-fields'

export const defaultShownFields = Object.fromEntries(
  shareFieldKeys.map((key) => [key, getShareField(key).byDefault === true]),
) as ShareFields

type Props = { value: ShareFields; onChange: (value: ShareFields) => void }

function noteOn(fields: ShareFields, key: ShareFieldKey): string | undefined {
  if (key === 'names' && !fields.names)
    return 'Replaces names with aliases and removes contacts and links from texts. A nickname or a rare career can still show who someone is.'
  return mayShow(fields, key) ? undefined : 'Not without names'
}

/** What a link shows of each person. */
export function ShownFields({ value, onChange }: Props) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-note font-medium">What to show</legend>
      {shareFieldKeys.map((key) => (
        <Tick
          key={key}
          label={getShareField(key).label}
          note={noteOn(value, key)}
          checked={value[key] === true && mayShow(value, key)}
          disabled={!mayShow(value, key)}
          onChange={(checked) => onChange({ ...value, [key]: checked })}
        />
      ))}
      <p className="mt-1 text-small text-muted">
        Headline, rating, place and the jobs with their dates are always shown. Credits, accounts and other
        jobs never are.
      </p>
    </fieldset>
  )
}
