import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { AppError } from '@/lib/server/platform/app-error'
import { isPasscode } from '@/lib/server/auth/passcode'
import { newToken, tokenHash } from '@/lib/server/auth/token'
import { recordAudit } from '@/lib/server/audit/store/audit'
import * as links from '@/lib/server/sharing/store/share-links'
import type { Context } from '@/lib/server/auth/context'

export type Desk = Omit<Context, 'actor'>

/** Somebody without an account: what their browser kept of a link, and where they come from. */
export type Visitor = {
  /** The value kept for a link, by the link's id. */
  kept: (linkId: string) => string | null
  /** Null where it cannot be told. */
  address: string | null
}

/** What the guest's browser shall keep for a link, and for how many seconds. */
export type Keep = { linkId: string; value: string; seconds: number }

// Bound to the passcode as well: whoever holds one has typed it.
const seal = ({ secret, passcodeHash }: links.OpenLink, guestId: string) =>
  createHmac('sha256', secret)
    .update(`guest:${guestId}:${passcodeHash ?? ''}`)
    .digest('base64url')

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const record = (desk: Desk, action: string, link: links.OpenLink, { address }: Visitor) =>
  recordAudit(desk.db, {
    action,
    actorId: null,
    actorName: 'A guest',
    subject: link.id,
    detail: { job: link.jobId },
    address,
  })

/** The link of a token while it is open. @throws AppError share_link_gone, whatever the reason */
export async function openLink(desk: Desk, token: string): Promise<links.OpenLink> {
  const link = await links.findOpenLink(desk.db, tokenHash(token), desk.now())
  if (!link || !desk.accounts.some(({ label }) => label === link.account)) {
    throw new AppError('share_link_gone')
  }
  return link
}

/** Which guest a browser is, as the store knows it; null for one that has not come in. */
export function guestOf(link: links.OpenLink, visitor: Visitor): string | null {
  const [guestId = '', sealed = ''] = visitor.kept(link.id)?.split('.') ?? []
  return guestId !== '' && isSame(sealed, seal(link, guestId)) ? tokenHash(guestId) : null
}

// Whoever keeps no cookie is new each time: they must not fill the log, nor the count of browsers.
async function countNewcomer(desk: Desk, link: links.OpenLink, visitor: Visitor): Promise<void> {
  try {
    await desk.limits.take({ openingPair: { of: link.id, from: visitor.address } })
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_attempts') return
    throw error
  }
  await links.countOpening(desk.db, link.id, desk.now())
  await record(desk, 'share.opened', link, visitor)
}

/** Lets a new guest in, and counts the opening: at most a few an hour from one address. */
export async function letIn(
  desk: Desk,
  link: links.OpenLink,
  visitor: Visitor,
): Promise<{ guest: string; keep: Keep }> {
  const guestId = newToken()
  const now = desk.now()
  await countNewcomer(desk, link, visitor)
  const seconds = Math.max(1, Math.ceil((link.expiresAt.getTime() - now.getTime()) / 1000))
  return {
    guest: tokenHash(guestId),
    keep: { linkId: link.id, value: `${guestId}.${seal(link, guestId)}`, seconds },
  }
}

/** The link, for whoever may look into it. @throws AppError share_link_gone, passcode_required */
export async function enter(
  desk: Desk,
  token: string,
  visitor: Visitor,
): Promise<{ link: links.OpenLink; guest: string | null }> {
  const link = await openLink(desk, token)
  const guest = guestOf(link, visitor)
  if (link.passcodeHash !== null && guest === null) throw new AppError('passcode_required')
  return { link, guest }
}

/**
 * Takes a passcode. Attempts are counted per address and per link, in the store, so that all instances count as one.
 * @throws AppError share_link_gone, passcode_refused, too_many_attempts
 */
export async function givePasscode(
  desk: Desk,
  token: string,
  passcode: string,
  visitor: Visitor,
): Promise<Keep | null> {
  const link = await openLink(desk, token)
  if (link.passcodeHash === null) return null
  // The address first: who has used theirs up takes nothing from the link's.
  const attempts = { passcodeAddress: visitor.address, passcodeLink: link.id }
  await desk.limits.take(attempts)
  if (!(await isPasscode(passcode, link.passcodeHash))) {
    await record(desk, 'share.passcode_refused', link, visitor)
    throw new AppError('passcode_refused')
  }
  await desk.limits.giveBack(attempts)
  return (await letIn(desk, link, visitor)).keep
}
