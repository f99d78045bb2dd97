import 'server-only'
import type { PlainMark } from '@/lib/contracts/candidate'
import type { GuestPerson } from '@/lib/contracts/guest'
import { getShareField, mayShow, shareFieldKeys } from '@/lib/contracts/share-fields'
import { readMarks } from '@/lib/server/candidates/store/marks'
import type { Db } from '@/lib/server/db/open-database'
import { toFields } from './guest-rows'
import { toGuestReader } from './store/link-members'
import type { OpenLink } from './store/share-links'

type ShownMarks = NonNullable<GuestPerson['marks']>

/** Which marks a link shows. */
function shownMarks(link: OpenLink): PlainMark[] {
  const fields = toFields(link)
  return shareFieldKeys.flatMap((key) => {
    const { mark } = getShareField(key)
    return mark && fields[key] && mayShow(fields, key) ? [mark] : []
  })
}

/**
 * What the team did about some people of a link, of that which it shows, as of now: for live and frozen links alike.
 * @param shown which marks; of those that a link shows where absent
 * @returns marks by application; whoever has none of them is left out
 */
export async function readGuestMarks(
  db: Db,
  link: OpenLink,
  applicationIds: readonly string[],
  shown: readonly PlainMark[] = shownMarks(link),
): Promise<Map<string, ShownMarks>> {
  if (shown.length === 0) return new Map()
  const marks = await readMarks(db, toGuestReader(link), applicationIds)
  return new Map(
    Object.entries(marks).flatMap(([applicationId, mark]) => {
      const kept = shown.filter((name) => mark[name] !== undefined).map((name) => [name, mark[name]])
      return kept.length === 0 ? [] : [[applicationId, Object.fromEntries(kept) as ShownMarks]]
    }),
  )
}
