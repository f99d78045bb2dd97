import 'server-only'
import type { GuestPerson, OwnResponse } from '@/lib/contracts/guest'
import type { BaseContext } from '@/lib/server/auth/context'
import { readGuestMarks } from './guest-marks'
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

/** Some people as this guest gets them: with what they said themselves, and what the team did that their link shows. */
export async function toPeople(
  { db }: BaseContext,
  link: OpenLink,
  shown: readonly Shown[],
  mine: Mine,
): Promise<GuestPerson[]> {
  const marks = await readGuestMarks(
    db,
    link,
    shown.map(({ applicationId }) => applicationId),
  )
  return shown.map(({ applicationId, guest }) => ({
    ...guest,
    mine: mine.get(applicationId) ?? null,
    ...(marks.has(applicationId) ? { marks: marks.get(applicationId) } : {}),
  }))
}
