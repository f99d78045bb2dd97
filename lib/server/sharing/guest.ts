import 'server-only'
import type { FacetKey, Facets } from '@/lib/contracts/facets'
import type {
  GuestDetail,
  GuestDone,
  GuestDoneRequest,
  GuestLink,
  GuestPage,
  GuestPerson,
  GuestResponseRequest,
  OpenGuestLink,
  OwnResponse,
} from '@/lib/contracts/guest'
import type { View } from '@/lib/contracts/view'
import { guestCalled, guestText } from '@/lib/domain/clean-text'
import { toMonth } from '@/lib/domain/tenure'
import { AppError } from '@/lib/server/platform/app-error'
import type { BaseContext } from '@/lib/server/auth/context'
import type { Db } from '@/lib/server/db/open-database'
import { tokenHash } from '@/lib/server/auth/token'
import { AnswerCache } from '@/lib/server/candidates/page-cache'
import { countFacets } from '@/lib/server/candidates/store/candidate-facets'
import { countMatching, isPlain } from '@/lib/server/candidates/store/candidate-pages'
import { guestFacetKeys } from '@/lib/contracts/share-words'
import { recordAudit } from '@/lib/server/audit/store/audit'
import { withCursor } from '@/lib/server/platform/paging'
import { noteOpening, saveDone, type OpenLink } from '@/lib/server/sharing/store/share-links'
import { responsesOfGuest, saveResponse } from '@/lib/server/sharing/store/share-responses'
import { viewForGuest } from '@/lib/domain/guest-view'
import { enter, givePasscode, findGuest, type Keep, admitGuest, openLink, type Visitor } from './guest-entry'
import type { GuestFill } from './guest-fill'
import { GuestLists, type Waiting } from './guest-lists'
import {
  earlyPage,
  earlyPerson,
  type GuestStart,
  indexOfRef,
  isOwnView,
  type Shown,
  storedPage,
  storedPerson,
} from './guest-pages'
import { findCareerStart, toFields } from './guest-rows'
import { guestSource, summaryOf } from './store/guest-candidates'

export type { Keep, Visitor } from './guest-entry'
export type { GuestStart } from './guest-pages'

type Mine = Map<string, OwnResponse>
type Own = { mine: Mine; name: string | null }

async function readOwn(base: BaseContext, link: OpenLink, guest: string | null): Promise<Own> {
  if (guest === null || !link.mayRespond) return { mine: new Map(), name: null }
  const rows = await responsesOfGuest(base.db, link.id, guest)
  const mine = new Map(rows.map(({ applicationId, vote, comment }) => [applicationId, { vote, comment }]))
  return { mine, name: rows[0]?.guestName ?? null }
}

const toPerson = ({ applicationId, guest }: Shown, mine: Mine): GuestPerson => ({
  ...guest,
  mine: mine.get(applicationId) ?? null,
})

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

// The address before the link: one address takes nothing from what other guests may send.
const responseAttempts = (link: OpenLink, guest: string | null, { address }: Visitor) => ({
  responseAddress: address,
  ...(guest ? { responseGuest: guest } : {}),
  responseLink: link.id,
})

const maxFacetBytes = 2 * 1024 * 1024

/** @property tellDone tells whoever made a link that a guest is done, in the transaction that keeps it */
export type GuestOptions = Waiting & {
  tellDone?: (tx: Db, link: OpenLink, by: { name: string; at: Date }) => Promise<void>
}

/** What somebody may ask for who has nothing but the link. Every answer is made of redacted people. */
export function createGuest(base: BaseContext, { tellDone, ...waiting }: GuestOptions = {}) {
  const { db } = base
  const lists = new GuestLists(base, waiting)
  // Objects take several times their text.
  const facetCache = new AnswerCache<Facets>((facets) => JSON.stringify(facets).length * 4, maxFacetBytes)

  async function enterView(token: string, visitor: Visitor, requested: View) {
    const { link, guest } = await enter(base, token, visitor)
    return { link, guest, view: viewForGuest(requested, toFields(link)) }
  }

  /** Somebody of a link by their key. @throws AppError guest_person_not_found */
  async function findPerson(link: OpenLink, ref: string): Promise<{ shown: Shown; index: number | null }> {
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
        await noteOpening(db, link.id, base.now())
        return { link: await describe(base, lists, link, guest), keep: null }
      }
      const { guest: newcomer, keep } = await admitGuest(base, link, visitor)
      return { link: await describe(base, lists, link, newcomer), keep }
    },

    givePasscode: (token: string, passcode: string, visitor: Visitor) =>
      givePasscode(base, token, passcode, visitor),

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
      return { ...page, items: items.map((each) => toPerson(each, mine)), counts: { matched, people } }
    },

    /**
     * One person, and where the view shows them.
     * @throws AppError guest_person_not_found, guest_list_preparing
     */
    async person(token: string, visitor: Visitor, ref: string, requested: View): Promise<GuestDetail> {
      const { link, guest, view } = await enterView(token, visitor, requested)
      const [{ shown, index }, { mine }] = await Promise.all([
        findPerson(link, ref),
        readOwn(base, link, guest),
      ])
      const person = toPerson(shown, mine)
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
      const { shown } = await findPerson(link, ref)
      await base.limits.take(responseAttempts(link, guest, visitor))
      const entry = guest === null ? await admitGuest(base, link, visitor) : { guest, keep: null }
      const { applicationId } = shown
      const key = { account: link.account, jobId: link.jobId, linkId: link.id, applicationId }
      const said = { vote, comment: guestText(comment) }
      const saved = await saveResponse(
        db,
        tokenHash(`${link.id}\n${entry.guest}\n${applicationId}`),
        { ...key, guest: entry.guest },
        { guestName, ...said, at: base.now() },
      )
      if (!saved) throw new AppError('guest_person_not_found')
      return { mine: said, keep: entry.keep }
    },

    /**
     * Keeps that a guest is done with a link, or takes it back: an audit line, and word to whoever made the link.
     * @throws AppError forbidden where the link asks for no answers, too_many_attempts
     */
    async finish(
      token: string,
      visitor: Visitor,
      { done, name }: GuestDoneRequest,
    ): Promise<{ answer: GuestDone; keep: Keep | null }> {
      const { link, guest } = await enter(base, token, visitor)
      if (!link.mayRespond)
        throw new AppError('forbidden', { reason: 'this link takes no votes or comments' })
      await base.limits.take(responseAttempts(link, guest, visitor))
      const { keep } = guest === null ? await admitGuest(base, link, visitor) : { keep: null }
      const by = { name: guestCalled(name ?? '') ?? link.addressee ?? 'A guest', at: base.now() }
      await db.transaction(async (tx) => {
        if (!(await saveDone(tx, link, done ? { at: by.at, by: by.name } : null))) return
        await recordAudit(tx, {
          ...{ action: done ? 'share.done' : 'share.not_done', actorId: null, actorName: by.name },
          ...{ subject: link.id, detail: { job: link.jobId }, address: visitor.address },
        })
        if (done) await tellDone?.(tx, link, by)
      })
      return { answer: { done }, keep }
    },
  }
}
