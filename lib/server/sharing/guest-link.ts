import 'server-only'
import type { GuestLink, OpenGuestLink } from '@/lib/contracts/guest'
import { toMonth } from '@/lib/domain/tenure'
import type { BaseContext } from '@/lib/server/auth/context'
import { admitGuest, findGuest, givePasscode, type Keep, openLink, type Visitor } from './guest-entry'
import type { GuestFill } from './guest-fill'
import type { GuestLists } from './guest-lists'
import { readOwn } from './guest-own'
import { findCareerStart, toFields } from './guest-rows'
import { summaryOf } from './store/guest-candidates'
import { noteOpening, type OpenLink } from './store/share-links'

// Whose careers tell where an axis begins before everyone's are known.
const firstPeople = 50

/** How many people a link has, and where their careers begin. */
async function summarise(
  { db }: BaseContext,
  link: OpenLink,
  filling: GuestFill | null,
): Promise<Pick<OpenGuestLink, 'people' | 'careerFrom'>> {
  if (filling === null) return summaryOf(db, link.id)
  const members = await filling.members
  const first = await filling.redact(members.slice(0, firstPeople))
  const starts = first.flatMap(({ guest }) => findCareerStart(guest) ?? [])
  return { people: members.length, careerFrom: starts.length === 0 ? null : Math.min(...starts) }
}

async function describe(
  base: BaseContext,
  lists: GuestLists,
  link: OpenLink,
  guest: string | null,
): Promise<GuestLink> {
  const [{ filling }, { name, mine }] = await Promise.all([lists.open(link), readOwn(base, link, guest)])
  const { addressee, message, dueOn } = link
  const asOf = ((link.kind === 'live' ? link.fetchedAt : null) ?? link.createdAt).toISOString()
  return {
    locked: false,
    title: link.title,
    kind: link.kind,
    fields: toFields(link),
    mayRespond: link.mayRespond,
    guestName: name,
    ...{ addressee, message, dueOn },
    voted: [...mine.values()].filter(({ vote }) => vote !== null).length,
    done: link.doneAt !== null,
    expiresAt: link.expiresAt.toISOString(),
    asOf,
    month: toMonth(link.kind === 'live' ? base.now().toISOString() : asOf),
    ...(await summarise(base, link, filling)),
  }
}

/** What a link is, and coming in by it. */
export function createGuestLink(base: BaseContext, lists: GuestLists) {
  return {
    /** What the link is, without counting who asks: for the first HTML, which previews of links read too. */
    async look(token: string, visitor: Visitor): Promise<GuestLink> {
      const link = await openLink(base, token)
      const guest = findGuest(link, visitor)
      if (link.passcodeHash !== null && guest === null) return { locked: true }
      return describe(base, lists, link, guest)
    },

    /** The same, for a browser that is there to stay: counted once, and known again by what it keeps. */
    async open(token: string, visitor: Visitor): Promise<{ link: GuestLink; keep: Keep | null }> {
      const link = await openLink(base, token)
      const guest = findGuest(link, visitor)
      if (guest === null && link.passcodeHash !== null) return { link: { locked: true }, keep: null }
      if (guest !== null) {
        await noteOpening(base.db, link.id, base.now())
        return { link: await describe(base, lists, link, guest), keep: null }
      }
      const { guest: newcomer, keep } = await admitGuest(base, link, visitor)
      return { link: await describe(base, lists, link, newcomer), keep }
    },

    givePasscode: (token: string, passcode: string, visitor: Visitor) =>
      givePasscode(base, token, passcode, visitor),
  }
}
