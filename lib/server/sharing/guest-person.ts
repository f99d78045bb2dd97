import 'server-only'
import type { Db } from '@/lib/server/db/open-database'
import { AppError } from '@/lib/server/platform/app-error'
import type { GuestLists } from './guest-lists'
import { earlyPerson, type Shown, storedPerson } from './guest-pages'
import type { OpenLink } from './store/share-links'

/**
 * Somebody of a link by their key. `index` is their place in the link's own view, where that is known already.
 * @throws AppError guest_person_not_found
 */
export async function findGuestPerson(
  db: Db,
  lists: GuestLists,
  link: OpenLink,
  ref: string,
): Promise<{ shown: Shown; index: number | null }> {
  const { filling } = await lists.open(link)
  if (filling !== null) {
    const early = await earlyPerson(filling, ref)
    if (early) return early
  } else {
    const shown = await storedPerson(db, link.id, ref)
    if (shown) return { shown, index: null }
  }
  throw new AppError('guest_person_not_found')
}
