import 'server-only'
import type { BaseContext } from '@/lib/server/auth/context'
import { createGuestAnswers, type TellDone } from './guest-answers'
import { createGuestLink } from './guest-link'
import { GuestLists, type Waiting } from './guest-lists'
import { createGuestReading } from './guest-reading'

export type { Keep, Visitor } from './guest-entry'
export type { GuestStart } from './guest-pages'

export type GuestOptions = Waiting & { tellDone?: TellDone }

/** What somebody may ask for who has nothing but the link. Every answer is made of redacted people. */
export function createGuest(base: BaseContext, { tellDone, ...waiting }: GuestOptions = {}) {
  const lists = new GuestLists(base, waiting)
  return {
    ...createGuestLink(base, lists),
    ...createGuestReading(base, lists),
    ...createGuestAnswers(base, lists, tellDone),
  }
}
