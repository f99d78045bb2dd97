import 'server-only'
import type { GuestDone, GuestDoneRequest, GuestResponseRequest, OwnResponse } from '@/lib/contracts/guest'
import { guestCalled, guestText } from '@/lib/domain/clean-text'
import { recordAudit } from '@/lib/server/audit/store/audit'
import type { BaseContext } from '@/lib/server/auth/context'
import { tokenHash } from '@/lib/server/auth/token'
import type { Db } from '@/lib/server/db/open-database'
import { AppError } from '@/lib/server/platform/app-error'
import { admitGuest, enter, type Keep, type Visitor } from './guest-entry'
import type { GuestLists } from './guest-lists'
import { findGuestPerson } from './guest-person'
import { type OpenLink, saveDone } from './store/share-links'
import { saveResponse } from './store/share-responses'

// The address before the link: one address takes nothing from what other guests may send.
const responseAttempts = (link: OpenLink, guest: string | null, { address }: Visitor) => ({
  responseAddress: address,
  ...(guest ? { responseGuest: guest } : {}),
  responseLink: link.id,
})

/** Tells whoever made a link that a guest is done, in the transaction that keeps it. */
export type TellDone = (tx: Db, link: OpenLink, by: { name: string; at: Date }) => Promise<void>

/** What a guest says: votes and comments, and that they are done. */
export function createGuestAnswers(base: BaseContext, lists: GuestLists, tellDone?: TellDone) {
  const { db } = base
  return {
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
      const { shown } = await findGuestPerson(db, lists, link, ref)
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
