import type { ShareFields } from '@/lib/contracts/share'
import { Tick } from './form-parts'

export const defaultShownFields: ShareFields = {
  names: true,
  message: true,
  descriptions: true,
  profileLinks: false,
  notes: false,
}

type Props = { value: ShareFields; onChange: (value: ShareFields) => void }

/** What a link shows of each person. */
export function ShownFields({ value, onChange }: Props) {
  const set = (patch: Partial<ShareFields>) => onChange({ ...value, ...patch })
  return (
    <fieldset>
      <legend className="mb-1.5 text-note font-medium">What to show</legend>
      <Tick
        checked={value.names}
        onChange={(names) => set({ names })}
        note={
          value.names
            ? undefined
            : 'Replaces names with aliases and removes contacts and links from texts. A nickname or a rare career can still show who someone is.'
        }
      >
        Names
      </Tick>
      <Tick checked={value.message} onChange={(message) => set({ message })}>
        Their message
      </Tick>
      <Tick checked={value.descriptions} onChange={(descriptions) => set({ descriptions })}>
        Job descriptions
      </Tick>
      <Tick
        checked={value.names && value.profileLinks}
        disabled={!value.names}
        onChange={(profileLinks) => set({ profileLinks })}
        note={value.names ? undefined : 'Not without names'}
      >
        Links to profiles and companies
      </Tick>
      <p className="mt-1 text-small text-muted">
        Headline, rating, place and the jobs with their dates are always shown. Credits, accounts and other
        jobs never are.
      </p>
    </fieldset>
  )
}
