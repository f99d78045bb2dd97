import { useFormats } from '@/components/shared/use-formats'
import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import type { OpenGuestLink } from '@/lib/contracts/guest'

type Props = {
  link: OpenGuestLink
  /** How many the filters leave; null without any. */
  matched: number | null
}

/** What a guest is looking at: whose list it is, how many, as of when, and how long the link works. */
export function GuestHeader({ link, matched }: Props) {
  const formats = useFormats()
  const { title, people, kind, asOf, expiresAt, fields } = link
  return (
    <header className="px-5 pt-4 pb-3 card:px-4">
      <h1 className="text-title font-semibold tracking-tight wrap-anywhere">
        <Bdi>{title}</Bdi>
      </h1>
      <p className="text-note text-muted">
        {matched === null
          ? formats.people(people)
          : `${formats.number(matched)} of ${formats.people(people)}`}
        {kind === 'frozen' ? ' as they were on ' : ', as of '}
        <LocalTime iso={asOf} format="date" />
        {fields.names ? null : ' · names are hidden'}
        {' · this link expires '}
        <LocalTime iso={expiresAt} format="date" />
      </p>
    </header>
  )
}
