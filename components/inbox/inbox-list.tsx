'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@/components/ui/link'
import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import { useWrite } from '@/components/shared/use-write'
import { WrittenDay } from '@/components/shared/written-day'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import type { InboxItem } from '@/lib/contracts/inbox'
import { inboxKey, inboxQuery } from '@/lib/query/inbox'
import { noteCalls } from '@/lib/query/notes'
import { candidatePath, jobPath } from '@/lib/url/paths'
import { secondOpinionsPath } from '@/lib/url/job-pages'

const what: Record<Exclude<InboxItem['kind'], 'due'>, (by: string) => string> = {
  mention: (by) => `${by} mentioned you`,
  second_look: (by) => `${by} asks for a second look`,
  second_opinion: (by) => `${by} asks for your second opinion`,
  link_done: (by) => `${by} is done with a share link`,
}

function Item({ item, onChange }: { item: InboxItem; onChange: (id: number, read: boolean) => void }) {
  const { id, kind, jobId, account, applicationId, person, jobLabel, by, dueOn, text, at, readAt } = item
  const ref = { jobId, account }
  const unread = readAt === null
  const path =
    kind === 'second_opinion'
      ? secondOpinionsPath(ref)
      : applicationId === null
        ? jobPath(ref)
        : candidatePath(ref, applicationId)
  const title = person ?? (kind === 'second_opinion' ? (jobLabel ?? `Job ${jobId}`) : 'An applicant')
  return (
    <li className="flex flex-wrap items-start gap-x-3 border-b border-line py-3 last:border-0">
      <span
        aria-hidden
        className={`mt-2 size-2 shrink-0 rounded-full ${unread ? 'bg-accent forced-colors:bg-[Highlight]' : ''}`}
      />
      <div className="min-w-0 flex-1 basis-56">
        <p className="wrap-anywhere">
          <Link
            href={path}
            onClick={() => (unread ? onChange(id, true) : undefined)}
            className={`inline-block hover:underline ${unread ? 'font-semibold' : ''}`}
          >
            {unread ? <span className="sr-only">Unread: </span> : null}
            <Bdi>{title}</Bdi>
          </Link>
          <span className="text-muted">
            {' · '}
            {kind === 'due' ? (
              <>Next action due {dueOn === null ? null : <WrittenDay day={dueOn} />}</>
            ) : (
              <Bdi>{what[kind](by)}</Bdi>
            )}
          </span>
        </p>
        {text === null ? null : (
          <p dir="auto" className="wrap-anywhere">
            {text}
          </p>
        )}
        <p className="text-small wrap-anywhere text-muted">
          <Bdi>{jobLabel ?? `Job ${jobId}`}</Bdi>, <LocalTime iso={at} format="moment" />
        </p>
      </div>
      <Button variant="ghost" onClick={() => onChange(id, unread)} className="max-sm:ms-2">
        {unread ? 'Mark as read' : 'Mark as unread'}
        <span className="sr-only">: {person ?? 'an applicant'}</span>
      </Button>
    </li>
  )
}

/** What waits for the reader: mentions, next actions that are due, second looks asked for. */
export function InboxList() {
  const client = useQueryClient()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    inboxQuery((cursor, signal) => noteCalls.inbox(cursor, signal)),
  )
  const onSuccess = () => client.invalidateQueries({ queryKey: inboxKey })
  const one = useWrite({
    mutationFn: ({ id, read }: { id: number; read: boolean }) => noteCalls.markRead(id, read),
    onSuccess,
  })
  const all = useWrite({ mutationFn: (upTo: number) => noteCalls.readAll(upTo), onSuccess })
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const [newest] = items
  const unread = data?.pages[0]?.unread ?? 0
  const problem = one.problem ?? all.problem
  if (!newest) {
    return (
      <p className="max-w-prose text-muted">
        Nothing is waiting for you. When a colleague mentions you in a note or asks for a second look, or a
        next action of yours is due, you find it here.
      </p>
    )
  }
  return (
    <>
      <AnyProblem problem={problem} />
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-muted">{unread === 0 ? 'All read.' : `${unread} unread`}</p>
        {unread === 0 ? null : (
          <Button busy={all.isPending} onClick={() => all.write(newest.id)}>
            Mark all as read
          </Button>
        )}
      </div>
      <ul aria-label="Inbox">
        {items.map((item) => (
          <Item key={item.id} item={item} onChange={(id, read) => one.write({ id, read })} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older
        </Button>
      ) : null}
    </>
  )
}
