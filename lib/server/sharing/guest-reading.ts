import 'server-only'
import type { FacetKey, Facets } from '@/lib/contracts/facets'
import type { GuestDetail, GuestPage, GuestPerson } from '@/lib/contracts/guest'
import { guestFacetKeys } from '@/lib/contracts/share-words'
import type { View } from '@/lib/contracts/view'
import { viewForGuest } from '@/lib/domain/guest-view'
import type { BaseContext } from '@/lib/server/auth/context'
import { AnswerCache } from '@/lib/server/candidates/page-cache'
import { countFacets } from '@/lib/server/candidates/store/candidate-facets'
import { countMatching, isPlain } from '@/lib/server/candidates/store/candidate-pages'
import { withCursor } from '@/lib/server/platform/paging'
import { enter, type Visitor } from './guest-entry'
import type { GuestLists } from './guest-lists'
import { readOwn, toPeople } from './guest-own'
import { earlyPage, type GuestStart, indexOfRef, isOwnView, storedPage } from './guest-pages'
import { findGuestPerson } from './guest-person'
import { toFields } from './guest-rows'
import { guestSource } from './store/guest-candidates'

type FacetQuestion = { asked: readonly FacetKey[] | null; find: string | null }

/** Counts of filters' choices over what a guest is shown. Without `asked`: of all facets a guest has, and of the view. */
async function countGuestFacets(
  { db }: BaseContext,
  linkId: string,
  view: View,
  { asked, find }: FacetQuestion,
): Promise<Facets> {
  const source = guestSource(linkId)
  const keys = guestFacetKeys.filter((key) => asked === null || asked.includes(key))
  const { facets } = await countFacets(db, source, view, { asked: keys, find })
  return { ...(asked === null ? { matched: await countMatching(db, source, view) } : {}), facets }
}

const maxFacetBytes = 2 * 1024 * 1024

/** Reading the people of a link: by page, one of them, and counted for filters. */
export function createGuestReading(base: BaseContext, lists: GuestLists) {
  const { db } = base
  // Objects take several times their text.
  const facetCache = new AnswerCache<Facets>((facets) => JSON.stringify(facets).length * 4, maxFacetBytes)

  async function enterView(token: string, visitor: Visitor, requested: View) {
    const { link, guest } = await enter(base, token, visitor)
    return { link, guest, view: viewForGuest(requested, toFields(link)) }
  }

  return {
    /**
     * A page of the people a view shows. The link's own view is given before everyone is redacted.
     * @param limit 1…200
     * @throws AppError bad_cursor, guest_list_preparing
     */
    async page(
      token: string,
      visitor: Visitor,
      requested: View,
      start: GuestStart,
      limit: number,
    ): Promise<GuestPage> {
      const { link, guest, view } = await enterView(token, visitor, requested)
      const reading = { view, start, limit }
      const [{ version, filling }, { mine }] = await Promise.all([
        isOwnView(view) ? lists.open(link) : lists.openWhole(link),
        readOwn(base, link, guest),
      ])
      const { items, matched, ...page } = await withCursor(() =>
        filling === null ? storedPage(db, link.id, version, reading) : earlyPage(filling, link.id, reading),
      )
      const people = isPlain(view) ? matched : await guestSource(link.id).countAll(db)
      return { ...page, items: await toPeople(base, link, items, mine), counts: { matched, people } }
    },

    /**
     * One person, and where the view shows them.
     * @throws AppError guest_person_not_found, guest_list_preparing
     */
    async person(token: string, visitor: Visitor, ref: string, requested: View): Promise<GuestDetail> {
      const { link, guest, view } = await enterView(token, visitor, requested)
      const [{ shown, index }, { mine }] = await Promise.all([
        findGuestPerson(db, lists, link, ref),
        readOwn(base, link, guest),
      ])
      const [person] = (await toPeople(base, link, [shown], mine)) as [GuestPerson]
      if (index !== null && isOwnView(view)) return { person, index }
      await lists.openWhole(link)
      return { person, index: await indexOfRef(db, link.id, view, ref) }
    },

    /** Counts of filters' choices. @throws AppError guest_list_preparing */
    async facets(token: string, visitor: Visitor, requested: View, which: FacetQuestion): Promise<Facets> {
      const { link, view } = await enterView(token, visitor, requested)
      const { version } = await lists.openWhole(link)
      // Whoever is erased leaves a frozen link without another version of it.
      const people = await guestSource(link.id).countAll(db)
      return facetCache.ofAll(JSON.stringify([link.id, view, which]), `${version} ${people}`, () =>
        countGuestFacets(base, link.id, view, which),
      )
    },
  }
}
