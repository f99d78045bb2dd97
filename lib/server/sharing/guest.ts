import 'server-only'
import type { BaseContext } from '@/lib/server/auth/context'
import { z } from 'zod'
import type { FacetKey, Facets } from '@/lib/contracts/facets'
import type {
  GuestDetail,
  GuestLink,
  GuestPage,
  GuestPerson,
  GuestResponseRequest,
  OwnResponse,
} from '@/lib/contracts/guest'
import type { View } from '@/lib/contracts/view'
import { guestCalled, guestText } from '@/lib/domain/clean-text'
import { toMonth } from '@/lib/domain/tenure'
import { AppError } from '@/lib/server/platform/app-error'
import { tokenHash } from '@/lib/server/auth/token'
import { BadCursorError, decodeCursor, encodeCursor } from '@/lib/server/platform/cursor'
import { noteOpening, type OpenLink } from '@/lib/server/sharing/store/share-links'
import { responsesOfGuest, saveResponse } from '@/lib/server/sharing/store/share-responses'
import { enter, givePasscode, findGuest, type Keep, admitGuest, openLink, type Visitor } from './guest-entry'
import { countGuestFacets } from './guest-facets'
import { findCareerStart, toFields, type SharedPerson, SharedPeople } from './guest-people'
import { viewForGuest } from '@/lib/domain/guest-view'
import { shownIn } from './guest-view'

export type { Keep, Visitor } from './guest-entry'

/** A page starts beyond a cursor, at a row number, or at the top. */
export type GuestStart = { cursor: string } | { at: number } | null

type Mine = Map<string, OwnResponse>
type Own = { mine: Mine; name: string | null }

async function readOwn(base: BaseContext, link: OpenLink, guest: string | null): Promise<Own> {
  if (guest === null || !link.mayRespond) return { mine: new Map(), name: null }
  const rows = await responsesOfGuest(base.db, link.id, guest)
  const mine = new Map(rows.map(({ applicationId, vote, comment }) => [applicationId, { vote, comment }]))
  return { mine, name: rows[0]?.guestName ?? null }
}

const toPerson = ({ applicationId, guest }: SharedPerson, mine: Mine): GuestPerson => ({
  ...guest,
  mine: mine.get(applicationId) ?? null,
})

const cursorSchema = z.object({ n: z.int().min(0).max(10_000_000) })

function toFirst(start: GuestStart): number {
  if (start === null) return 0
  if ('at' in start) return start.at
  try {
    return decodeCursor(cursorSchema, start.cursor).n
  } catch (error) {
    if (error instanceof BadCursorError) throw new AppError('bad_cursor', {}, { cause: error })
    throw error
  }
}

async function describe(
  base: BaseContext,
  shared: SharedPeople,
  link: OpenLink,
  guest: string | null,
): Promise<GuestLink> {
  const [people, { name }] = await Promise.all([shared.of(base.db, link), readOwn(base, link, guest)])
  const asOf = ((link.kind === 'live' ? link.fetchedAt : null) ?? link.createdAt).toISOString()
  return {
    locked: false,
    title: link.title,
    subtitle: null,
    kind: link.kind,
    fields: toFields(link),
    mayRespond: link.mayRespond,
    guestName: name,
    people: people.length,
    expiresAt: link.expiresAt.toISOString(),
    asOf,
    month: toMonth(link.kind === 'live' ? base.now().toISOString() : asOf),
    careerFrom: findCareerStart(people),
  }
}

/** What somebody may ask for who has nothing but the link. Every answer is made of redacted people. */
export function createGuest(base: BaseContext) {
  const shared = new SharedPeople()

  async function peopleFor(token: string, visitor: Visitor, view: View) {
    const { link, guest } = await enter(base, token, visitor)
    const [people, own] = await Promise.all([shared.of(base.db, link), readOwn(base, link, guest)])
    return { link, guest, people, own, view: viewForGuest(view, toFields(link)) }
  }

  return {
    /** What the link is, without counting who asks: for the first HTML, which previews of links read too. */
    async look(token: string, visitor: Visitor): Promise<GuestLink> {
      const link = await openLink(base, token)
      const guest = findGuest(link, visitor)
      if (link.passcodeHash !== null && guest === null) return { locked: true }
      return describe(base, shared, link, guest)
    },

    /** The same, for a browser that is there to stay: counted once, and known again by what it keeps. */
    async open(token: string, visitor: Visitor): Promise<{ link: GuestLink; keep: Keep | null }> {
      const link = await openLink(base, token)
      const guest = findGuest(link, visitor)
      if (guest === null && link.passcodeHash !== null) return { link: { locked: true }, keep: null }
      if (guest !== null) {
        await noteOpening(base.db, link.id, base.now())
        return { link: await describe(base, shared, link, guest), keep: null }
      }
      const { guest: newcomer, keep } = await admitGuest(base, link, visitor)
      return { link: await describe(base, shared, link, newcomer), keep }
    },

    givePasscode: (token: string, passcode: string, visitor: Visitor) =>
      givePasscode(base, token, passcode, visitor),

    /** A page of the people a view shows. @param limit 1…200 @throws AppError bad_cursor */
    async page(
      token: string,
      visitor: Visitor,
      asked: View,
      start: GuestStart,
      limit: number,
    ): Promise<GuestPage> {
      const { people, own, view } = await peopleFor(token, visitor, asked)
      const shown = shownIn(people, view)
      const firstIndex = Math.min(toFirst(start), shown.length)
      const end = firstIndex + limit
      return {
        items: shown.slice(firstIndex, end).map((person) => toPerson(person, own.mine)),
        nextCursor: end < shown.length ? encodeCursor({ n: end }) : null,
        firstIndex,
        counts: { matched: shown.length, people: people.length },
      }
    },

    /** One person, and where the view shows them. @throws AppError guest_person_not_found */
    async person(token: string, visitor: Visitor, ref: string, asked: View): Promise<GuestDetail> {
      const { people, own, view } = await peopleFor(token, visitor, asked)
      const found = people.find(({ guest }) => guest.ref === ref)
      if (!found) throw new AppError('guest_person_not_found')
      const index = shownIn(people, view).indexOf(found)
      return { person: toPerson(found, own.mine), index: index === -1 ? null : index }
    },

    async facets(
      token: string,
      visitor: Visitor,
      asked: View,
      which: { asked: readonly FacetKey[] | null; find: string | null },
    ): Promise<Facets> {
      const { people, view } = await peopleFor(token, visitor, asked)
      return countGuestFacets(people, view, which)
    },

    /**
     * Keeps what a guest says of a person, for the team.
     * @throws AppError forbidden where the link takes no answers, guest_person_not_found, too_many_attempts
     */
    async respond(
      token: string,
      visitor: Visitor,
      ref: string,
      { vote, comment, name }: GuestResponseRequest,
    ): Promise<{ mine: OwnResponse; keep: Keep | null }> {
      const { link, guest } = await enter(base, token, visitor)
      if (!link.mayRespond)
        throw new AppError('forbidden', { reason: 'this link takes no votes or comments' })
      const guestName = guestCalled(name)
      if (!guestName) throw new AppError('invalid_body', { reason: 'Give a name with a letter or a digit.' })
      const found = (await shared.of(base.db, link)).find((person) => person.guest.ref === ref)
      if (!found) throw new AppError('guest_person_not_found')
      // Before the link's: one address takes nothing from what other guests may send.
      await base.limits.take({
        responseAddress: visitor.address,
        ...(guest ? { responseGuest: guest } : {}),
        responseLink: link.id,
      })
      const entry = guest === null ? await admitGuest(base, link, visitor) : { guest, keep: null }
      const { applicationId } = found
      const key = { account: link.account, jobId: link.jobId, linkId: link.id, applicationId }
      const said = { vote, comment: guestText(comment) }
      const saved = await saveResponse(
        base.db,
        tokenHash(`${link.id}\n${entry.guest}\n${applicationId}`),
        { ...key, guest: entry.guest },
        { guestName, ...said, at: base.now() },
      )
      if (!saved) throw new AppError('guest_person_not_found')
      return { mine: said, keep: entry.keep }
    },
  }
}
