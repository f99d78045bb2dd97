import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import { WrittenDay } from '@/components/shared/written-day'
import type { ShareLink } from '@/lib/contracts/share-link'

type Props = Pick<
  ShareLink,
  'opened' | 'lastOpenedAt' | 'voted' | 'responses' | 'mayRespond' | 'dueOn' | 'overdue' | 'done'
>

/** How far the guests of a link have come: opened, voted on, done. */
export function LinkProgress({
  opened,
  lastOpenedAt,
  voted,
  responses,
  mayRespond,
  dueOn,
  overdue,
  done,
}: Props) {
  const { people, of } = voted
  return (
    <>
      <p>
        {lastOpenedAt === null ? (
          'Never opened'
        ) : (
          <>
            Opened by {opened} {opened === 1 ? 'browser' : 'browsers'}, last{' '}
            <LocalTime iso={lastOpenedAt} format="moment" />
          </>
        )}
      </p>
      {mayRespond && (people > 0 || of !== null) ? (
        <p className={people > 0 ? 'text-ink' : undefined}>
          Voted on {people}
          {of === null ? (people === 1 ? ' person' : ' people') : ` of ${of}`}
        </p>
      ) : null}
      {responses > 0 ? (
        <p className="text-ink">
          {responses} {responses === 1 ? 'answer' : 'answers'} from guests
        </p>
      ) : null}
      {done ? (
        <p className="wrap-anywhere text-good">
          Done: <Bdi>{done.by}</Bdi>, <LocalTime iso={done.at} format="moment" />
        </p>
      ) : dueOn === null ? null : (
        <p className={overdue ? 'text-danger' : undefined}>
          {overdue ? 'Overdue since ' : 'Answer due '}
          <WrittenDay day={dueOn} />
        </p>
      )}
    </>
  )
}
