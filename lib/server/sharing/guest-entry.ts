import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { AppError } from '@/lib/server/platform/app-error'
import { isPasscode } from '@/lib/server/auth/passcode'
import { newToken, tokenHash } from '@/lib/server/auth/token'
import { recordAudit } from '@/lib/server/audit/store/audit'
import * as links from '@/lib/server/sharing/store/share-links'
import type { BaseContext } from '@/lib/server/auth/context'

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

const record = (base: BaseContext, action: string, link: links.OpenLink, { address }: Visitor) =>
  recordAudit(base.db, {
    action,
    actorId: null,
    actorName: 'A guest',
    subject: link.id,
    detail: { job: link.jobId },
    address,
  })

/** The link of a token while it is open. @throws AppError share_link_gone, whatever the reason */
export async function openLink(base: BaseContext, token: string): Promise<links.OpenLink> {
  const link = await links.findOpenLink(base.db, tokenHash(token), base.now())
  if (!link || !base.accounts.some(({ label }) => label === link.account)) {
    throw new AppError('share_link_gone')
  }
  return link
}

/** Which guest a browser is, as the store knows it; null for one that has not come in. */
export function findGuest(link: links.OpenLink, visitor: Visitor): string | null {
  const [guestId = '', sealed = ''] = visitor.kept(link.id)?.split('.') ?? []
  return guestId !== '' && isSame(sealed, seal(link, guestId)) ? tokenHash(guestId) : null
}

// Whoever keeps no cookie is new each time: they must not fill the log, nor the count of browsers.
async function countNewcomer(base: BaseContext, link: links.OpenLink, visitor: Visitor): Promise<void> {
  try {
    await base.limits.take({ openingPair: { of: link.id, from: visitor.address } })
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_attempts') return
    throw error
  }
  await links.countOpening(base.db, link.id, base.now())
  await record(base, 'share.opened', link, visitor)
}

/** Lets a new guest in, and counts the opening: at most a few an hour from one address. */
export async function admitGuest(
  base: BaseContext,
  link: links.OpenLink,
  visitor: Visitor,
): Promise<{ guest: string; keep: Keep }> {
  const guestId = newToken()
  const now = base.now()
  await countNewcomer(base, link, visitor)
  const seconds = Math.max(1, Math.ceil((link.expiresAt.getTime() - now.getTime()) / 1000))
  return {
    guest: tokenHash(guestId),
    keep: { linkId: link.id, value: `${guestId}.${seal(link, guestId)}`, seconds },
  }
}

/** The link, for whoever may look into it. @throws AppError share_link_gone, passcode_required */
export async function enter(
  base: BaseContext,
  token: string,
  visitor: Visitor,
): Promise<{ link: links.OpenLink; guest: string | null }> {
  const link = await openLink(base, token)
  const guest = findGuest(link, visitor)
  if (link.passcodeHash !== null && guest === null) throw new AppError('passcode_required')
  return { link, guest }
}

/**
 * Takes a passcode. Attempts are counted per address and per link, in the store, so that all instances count as one.
 * @throws AppError share_link_gone, passcode_refused, too_many_attempts
 */
export async function givePasscode(
  base: BaseContext,
  token: string,
  passcode: string,
  visitor: Visitor,
): Promise<Keep | null> {
  const link = await openLink(base, token)
  if (link.passcodeHash === null) return null
  // The address first: who has used theirs up takes nothing from the link's.
  const attempts = { passcodeAddress: visitor.address, passcodeLink: link.id }
  await base.limits.take(attempts)
  if (!(await isPasscode(passcode, link.passcodeHash))) {
    await record(base, 'share.passcode_refused', link, visitor)
    throw new AppError('passcode_refused')
  }
  await base.limits.refund(attempts)
  return (await admitGuest(base, link, visitor)).keep
}
