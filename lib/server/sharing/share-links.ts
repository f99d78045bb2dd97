import 'server-only'
import { randomBytes } from 'node:crypto'
import type { ShareFields } from '@/lib/contracts/share-fields'
import type { NewShareLink, ShareLink, ShareLinkList, ShareLinkRequest } from '@/lib/contracts/share-link'
import type { View } from '@/lib/contracts/view'
import { cleanLine, memberLine, memberText } from '@/lib/domain/clean-text'
import { AppError } from '@/lib/server/platform/app-error'
import { passcodeHash } from '@/lib/server/auth/passcode'
import { newToken, tokenHash } from '@/lib/server/auth/token'
import { toFields } from '@/lib/server/sharing/guest-rows'
import * as links from '@/lib/server/sharing/store/share-links'
import { forgetLink } from '@/lib/server/sharing/store/guest-candidates'
import { countSelected, type Selection, toGuestReader } from '@/lib/server/sharing/store/link-members'
import { withReader } from '@/lib/server/candidates/reader-key'
import { getJob } from '@/lib/server/candidates/store/jobs'
import type { JobRef } from '@/lib/url/paths'
import { ownFilters } from '@/lib/url/own-filters'
import { parseView, viewToSearch } from '@/lib/url/view'
import { audit, inOneStep } from '@/lib/server/audit/audit'
import { type Context, toJobKey } from '@/lib/server/auth/context'
import { withCursor } from '@/lib/server/platform/paging'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const linksPerPage = 200

// An order by hidden names would tell them.
const viewOfLink = (text: string, { names }: ShareFields): View => {
  const view = parseView(text)
  return { ...view, sort: view.sort.filter(({ key }) => names || key !== 'name') }
}

// Left out, they would share far more people than the maker has on the screen.
function assertCanFollow(view: View): void {
  const own = ownFilters(view)
  if (own.length === 0) return
  const reason = `view: a link cannot follow filters that depend on who is looking: ${own.join(', ')}. Make a snapshot, or remove them.`
  throw new AppError('invalid_body', { reason })
}

const selectionOf = (view: View, { applicationIds }: ShareLinkRequest): Selection =>
  applicationIds === null ? { view } : { applicationIds: applicationIds.filter((id) => !id.includes('\0')) }

function getState({ revokedAt, expiresAt }: links.LinkRow, now: Date): ShareLink['state'] {
  if (revokedAt !== null) return 'revoked'
  return expiresAt <= now ? 'expired' : 'open'
}

const toDay = (time: Date) => time.toISOString().slice(0, 10)

/** How many people a link shows: of a live one, only while all of them are prepared for its guests. */
function countShown({ kind, people, prepared, readyFor }: links.ListedLink): number | null {
  if (kind === 'frozen') return people
  return readyFor === null ? null : prepared
}

function toLink(row: links.ListedLink, now: Date): ShareLink {
  const { addressee, message, dueOn, doneAt, doneBy } = row
  return {
    ...{ addressee, message, dueOn },
    overdue: dueOn !== null && doneAt === null && dueOn < toDay(new Date(now.getTime() - 12 * hourMs)),
    voted: { people: row.voted, of: countShown(row) },
    done: doneAt && { at: doneAt.toISOString(), by: doneBy ?? '' },
    id: row.id,
    jobId: row.jobId,
    account: row.account,
    jobLabel: row.jobLabel,
    kind: row.kind,
    title: row.title,
    people: row.kind === 'frozen' ? row.people : null,
    fields: toFields(row),
    mayRespond: row.mayRespond,
    hasPasscode: row.passcodeHash !== null,
    createdBy: row.createdByName,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    opened: row.opened,
    lastOpenedAt: row.lastOpenedAt?.toISOString() ?? null,
    responses: row.responses,
    state: getState(row, now),
  }
}

/** Who a link is for, what they are asked and by when. @throws AppError invalid_body */
function readAddress({ addressee, message, dueOn = null }: ShareLinkRequest, expiresAt: Date) {
  // A day is over at the latest 12 hours after it is in UTC, and begins at the earliest 14 hours before.
  if (dueOn !== null && dueOn > toDay(new Date(expiresAt.getTime() + 14 * hourMs))) {
    throw new AppError('invalid_body', { reason: 'dueOn: the link expires before that day.' })
  }
  return { addressee: memberLine(addressee ?? ''), message: memberText(message ?? ''), dueOn }
}

/**
 * Makes a link for a guest. Its token is in the answer, and nowhere else.
 * @throws AppError account_not_found, not_found for a job that was never opened, invalid_body with the reason: nobody
 * to show, or a live link to a view that depends on who is looking
 */
export async function makeShareLink(context: Context, request: ShareLinkRequest): Promise<NewShareLink> {
  const { db, actor, now } = context
  const key = toJobKey(context, request)
  if ((await getJob(db, key)) === null) throw new AppError('not_found')
  const title = cleanLine(request.title)
  if (!title) throw new AppError('invalid_body', { reason: 'title: give a title that can be read.' })
  const { kind, fields, days, mayRespond } = request
  if (kind === 'live' && request.applicationIds !== null) {
    throw new AppError('invalid_body', { reason: 'kind: people chosen one by one are frozen.' })
  }
  const view = viewOfLink(request.view, fields)
  if (kind === 'live') assertCanFollow(view)
  const selection = selectionOf(view, request)
  const reader = kind === 'frozen' ? withReader(context, key) : toGuestReader(key)
  const people = await countSelected(db, reader, selection)
  if (kind === 'frozen' && people === 0) {
    throw new AppError('invalid_body', { reason: 'There is nobody to show: none of these people is loaded.' })
  }
  const token = newToken()
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + days * dayMs)
  const addressed = readAddress(request, expiresAt)
  const link: links.NewLink = {
    id: newToken(),
    tokenHash: tokenHash(token),
    secret: randomBytes(32).toString('base64url'),
    ...key,
    kind,
    title,
    view: viewToSearch(view),
    fields: JSON.stringify(fields),
    mayRespond,
    passcodeHash: request.passcode === null ? null : await passcodeHash(request.passcode),
    createdBy: actor.id,
    createdByName: actor.name,
    createdAt,
    expiresAt,
    ...addressed,
  }
  const facts = {
    job: key.jobId,
    kind,
    names: fields.names,
    passcode: link.passcodeHash !== null,
    days,
    due: link.dueOn,
  }
  await inOneStep(context, async (within) => {
    const frozen = await links.insertLink(within.db, link, kind === 'frozen' ? { reader, selection } : null)
    const detail = { ...facts, people: frozen ?? people }
    await audit(within, 'share.made', { subject: link.id, detail })
  })
  return { link: await showLink(context, link.id), token }
}

async function showLink({ db, now }: Context, id: string): Promise<ShareLink> {
  const row = await links.getLink(db, id)
  if (!row) throw new AppError('not_found')
  return toLink(row, now())
}

/** The links that were made, or those of one job, the newest first. @throws AppError account_not_found */
export async function listShareLinks(
  context: Context,
  ref: JobRef | null,
  cursor: string | null = null,
): Promise<ShareLinkList> {
  const accounts = context.accounts.map(({ label }) => label)
  const { rows, nextCursor } = await withCursor(() =>
    links.listLinks(
      context.db,
      { accounts, job: ref && toJobKey(context, ref) },
      { cursor, limit: linksPerPage },
    ),
  )
  const now = context.now()
  return { items: rows.map((row) => toLink(row, now)), nextCursor }
}

/**
 * Closes a link at once, for good, and deletes what was stored for its guests. Doing it again changes nothing.
 * @throws AppError not_found
 */
export async function revokeShareLink(context: Context, id: string): Promise<ShareLink> {
  const closed = await inOneStep(context, async (within) => {
    const revoked = await links.revokeLink(within.db, id, within.now())
    const link = await showLink(within, id)
    if (revoked) await audit(within, 'share.revoked', { subject: id, detail: { job: link.jobId } })
    return link
  })
  // After the step: it may be many rows. What a stop leaves is deleted by the next sweep.
  await forgetLink(context.db, id)
  return closed
}
