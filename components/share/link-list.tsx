'use client'

import { useMutation, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { AskDialog } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import { getShareField, mayShow, shareFieldKeys } from '@/lib/contracts/share-fields'
import type { ShareLink } from '@/lib/contracts/share-link'
import { shareLinkCalls } from '@/lib/query/share-links'
import { toProblem } from '@/lib/query/http'
import { shareLinkKeys, shareLinksQuery } from '@/lib/query/share-links'
import { jobPath } from '@/lib/url/paths'
import { LinkProgress } from './link-progress'
import { LinkState } from './link-state'

function shownWords({ fields, kind, people, hasPasscode, mayRespond }: ShareLink): string {
  const facts = [
    kind === 'live' ? 'live' : `${people ?? 0} ${people === 1 ? 'person' : 'people'}, frozen`,
    ...shareFieldKeys.map((key) => {
      const { shown, hidden = null } = getShareField(key)
      return fields[key] && mayShow(fields, key) ? shown : hidden
    }),
    hasPasscode ? 'passcode' : null,
    mayRespond ? 'may vote' : null,
  ]
  return facts.filter((fact) => fact !== null).join(' · ')
}

type RowProps = { link: ShareLink; account: string | null; onRevoke: () => void }

function LinkRow({ link, account, onRevoke }: RowProps) {
  const { title, jobId, jobLabel, createdBy, createdAt, expiresAt, state, revokedAt, addressee } = link
  const job = jobLabel ?? `Job ${jobId}`
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-0">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 font-semibold wrap-anywhere">
            <Bdi>{title}</Bdi>
          </span>
          <LinkState state={state} />
        </p>
        <p className="text-note wrap-anywhere text-muted">
          <Link
            href={jobPath({ jobId, account })}
            className="rounded-mark text-accent underline-offset-2 hover:underline"
          >
            <Bdi>{job}</Bdi>
          </Link>
          {` · ${shownWords(link)}`}
        </p>
        <p className="text-note wrap-anywhere text-muted">
          {addressee === null ? null : (
            <>
              For <Bdi>{addressee}</Bdi> ·{' '}
            </>
          )}
          By <Bdi>{createdBy}</Bdi>, <LocalTime iso={createdAt} format="date" />
        </p>
      </div>
      <div className="min-w-48 text-note text-muted">
        <LinkProgress {...link} />
        <p>
          {revokedAt === null ? (
            <>
              {state === 'expired' ? 'Expired ' : 'Expires '}
              <LocalTime iso={expiresAt} format="date" />
            </>
          ) : (
            <>
              Revoked <LocalTime iso={revokedAt} format="moment" />
            </>
          )}
        </p>
      </div>
      <div className="w-20 text-end">
        {state === 'open' ? (
          <Button onClick={onRevoke}>
            Revoke<span className="sr-only"> {title}</span>
          </Button>
        ) : null}
      </div>
    </li>
  )
}

/** Every link that was made: who made it, who looked, and the way to close it. */
export function LinkList({ defaultAccount }: { defaultAccount: string }) {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    shareLinksQuery(shareLinkCalls.shareLinks),
  )
  const client = useQueryClient()
  const [asked, setAsked] = useState<ShareLink | null>(null)
  const revoke = useMutation({
    mutationFn: shareLinkCalls.revokeShareLink,
    onSuccess: () => {
      announce('The link is revoked')
      return client.invalidateQueries({ queryKey: shareLinkKeys })
    },
    onSettled: () => setAsked(null),
  })
  const problem = revoke.isError ? toProblem(revoke.error) : !data && error ? toProblem(error) : null
  const links = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      {problem ? (
        <p role="alert" className="mb-3 text-note text-danger">
          {problem.title}. {problem.detail}
        </p>
      ) : null}
      {data && links.length === 0 ? (
        <div className="rounded-panel border border-dashed border-edge/45 px-6 py-10 text-center">
          <h2 className="font-semibold">No links yet</h2>
          <p className="mx-auto mt-1.5 max-w-md text-muted">
            Open a job and press Share to show its people to someone outside your team, such as a hiring
            manager or a client.
          </p>
        </div>
      ) : null}
      {links.length > 0 ? (
        <ul aria-label="Links for guests" className="rounded-panel border border-line bg-panel">
          {links.map((link) => (
            <LinkRow
              key={link.id}
              link={link}
              account={link.account === defaultAccount ? null : link.account}
              onRevoke={() => setAsked(link)}
            />
          ))}
        </ul>
      ) : null}
      {hasNextPage ? (
        <div>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show older links
          </Button>
        </div>
      ) : null}
      {asked ? (
        <AskDialog
          title={
            <>
              Revoke “<Bdi>{asked.title}</Bdi>”?
            </>
          }
          leave="Keep it"
          onConfirm={() => revoke.mutate(asked.id)}
          onClose={() => setAsked(null)}
          action={
            <Button type="submit" variant="primary" busy={revoke.isPending}>
              Revoke
            </Button>
          }
        >
          <p>The link stops working at once and cannot be opened again. What guests said stays.</p>
        </AskDialog>
      ) : null}
    </>
  )
}
