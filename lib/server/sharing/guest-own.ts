import 'server-only'
import type { GuestPerson, OwnResponse } from '@/lib/contracts/guest'
import type { BaseContext } from '@/lib/server/auth/context'
import type { Shown } from './guest-pages'
import type { OpenLink } from './store/share-links'
import { responsesOfGuest } from './store/share-responses'

/** What a guest said of people, by application. */
type Mine = Map<string, OwnResponse>
type Own = { mine: Mine; name: string | null }

/** What a guest said of a link's people, and the name they gave; nothing of one who has not come in. */
export async function readOwn(base: BaseContext, link: OpenLink, guest: string | null): Promise<Own> {
  if (guest === null || !link.mayRespond) return { mine: new Map(), name: null }
  const rows = await responsesOfGuest(base.db, link.id, guest)
  const mine = new Map(rows.map(({ applicationId, vote, comment }) => [applicationId, { vote, comment }]))
  return { mine, name: rows[0]?.guestName ?? null }
}

/** Somebody as this guest gets them: with what they said themselves. */
export const toPerson = ({ applicationId, guest }: Shown, mine: Mine): GuestPerson => ({
  ...guest,
  mine: mine.get(applicationId) ?? null,
})
