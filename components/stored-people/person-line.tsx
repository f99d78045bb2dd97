import { RatingBadge } from '@/components/shared/badges'
import { DecisionBadge } from '@/components/shared/decision-badge'
import { LocalTime } from '@/components/shared/local-time'
import { Bdi, Highlight } from '@/components/shared/text'
import { Link } from '@/components/ui/link'
import type { FoundText, StoredApplication, StoredPerson } from '@/lib/contracts/stored-people'
import { displayName } from '@/lib/domain/current-role'
import { candidatePath } from '@/lib/url/paths'

type Props = { person: StoredPerson; terms: readonly string[] }

const places: Record<FoundText['where'], string> = {
  headline: 'Headline',
  location: 'Location',
  job: 'Job',
  description: 'Description',
  education: 'Education',
  message: 'Message',
}

/** One application: the job, the team's decision, the network's rating, and since when it is known. */
function Application({ application, name }: { application: StoredApplication; name: string }) {
  const { account, jobId, jobLabel, applicationId, rating, decision, firstSeenAt, lastSeenAt, goneAt } =
    application
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 text-note">
      <Link
        href={candidatePath({ account, jobId }, applicationId)}
        className="inline-block rounded-mark wrap-anywhere text-accent underline underline-offset-2"
      >
        <Bdi>{jobLabel ?? `Job ${jobId}`}</Bdi>
        <span className="sr-only">: {name}</span>
      </Link>
      {account === null ? null : (
        <span className="text-muted">
          <Bdi>{account}</Bdi>
        </span>
      )}
      {decision ? <DecisionBadge decision={decision.decision} /> : null}
      <RatingBadge rating={rating} />
      <span className="text-muted">
        loaded <LocalTime iso={firstSeenAt} format="date" />
        {goneAt === null ? (
          <>
            , last seen <LocalTime iso={lastSeenAt} format="date" />
          </>
        ) : (
          <>
            , not in the list since <LocalTime iso={goneAt} format="date" />
          </>
        )}
      </span>
    </li>
  )
}

/** A person with everything they applied to. */
export function PersonLine({ person, terms }: Props) {
  const { headline, location, found, applications, applicationCount } = person
  const name = displayName(person)
  const more = applicationCount - applications.length
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <p className="wrap-anywhere">
        <span className="font-semibold" dir="auto">
          <Highlight text={name} terms={terms} />
        </span>
        {location === null ? null : (
          <span className="text-muted">
            {' · '}
            <Bdi>
              <Highlight text={location} terms={terms} />
            </Bdi>
          </span>
        )}
      </p>
      {headline === null ? null : (
        <p dir="auto" className="wrap-anywhere">
          <Highlight text={headline} terms={terms} />
        </p>
      )}
      {found === null || found.where === 'headline' || found.where === 'location' ? null : (
        <p className="text-note wrap-anywhere text-muted">
          {places[found.where]}: “
          <Bdi>
            <Highlight text={found.text} terms={terms} />
          </Bdi>
          ”
        </p>
      )}
      <ul aria-label={`Applications of ${name}`} className="flex flex-col gap-1">
        {applications.map((application) => (
          <Application key={`${application.jobId} ${application.applicationId}`} {...{ application, name }} />
        ))}
      </ul>
      {more > 0 ? <p className="text-note text-muted">and {more} older</p> : null}
    </li>
  )
}
