import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { AppError } from '@/lib/server/platform/app-error'
import { versionOfRows } from '@/lib/server/candidates/rows-version'
import { parseView } from '@/lib/url/view'
import { listVersion } from '@/lib/server/candidates/store/list-version'
import type { BaseContext } from '@/lib/server/auth/context'
import { GuestFill } from './guest-fill'
import { rowVersion } from './guest-rows'
import { forgetClosedLinks } from './store/guest-candidates'
import type { OpenLink } from './store/share-links'

/** The people of a link as of now: all stored, or on their way. */
export type GuestList = { version: string; filling: GuestFill | null }

async function versionOf({ db }: BaseContext, link: OpenLink): Promise<string> {
  const { kind, account, jobId, view } = link
  if (kind === 'frozen') return `${rowVersion}.frozen`
  const version = await listVersion(db, { account, jobId, reader: '' })
  return `${rowVersion}.${versionOfRows({ ...parseView(view), new: false }, version)}`
}

// Most links, and most changes to one, are stored within this: then nothing is done twice.
const shortlyMs = 250
// A filter or an order needs everyone.
const usualPatienceMs = 8_000
export type Waiting = { patienceMs?: number }

async function within(done: Promise<boolean>, ms: number): Promise<boolean> {
  const giveUp = new AbortController()
  const late = setTimeout(ms, false, { signal: giveUp.signal }).catch(() => false)
  try {
    return await Promise.race([done, late])
  } finally {
    giveUp.abort()
  }
}

/** Keeps the stored people of links up to date: begun by whoever opens one, and never behind what its list is now. */
export class GuestLists {
  readonly #base: BaseContext
  readonly #patienceMs: number
  readonly #fills = new Map<string, GuestFill>()

  /** @param waiting `patienceMs`: how long a guest waits for everyone to be stored */
  constructor(base: BaseContext, { patienceMs = usualPatienceMs }: Waiting = {}) {
    this.#base = base
    this.#patienceMs = patienceMs
  }

  /** The list for what needs only some of its people. It may still be filling. */
  async open(link: OpenLink): Promise<GuestList> {
    // Read the version first, so that a concurrent write makes the next reader bring the rows up to date.
    const version = await versionOf(this.#base, link)
    if (link.readyFor === version) return { version, filling: null }
    const filling = this.#fillTo(link, version)
    return { version, filling: (await within(filling.done, shortlyMs)) ? null : filling }
  }

  /** The list with everyone in it. @throws AppError guest_list_preparing where that takes too long to wait for */
  async openWhole(link: OpenLink): Promise<GuestList & { filling: null }> {
    const { version, filling } = await this.open(link)
    if (filling === null || (await within(filling.done, this.#patienceMs))) {
      return { version, filling: null }
    }
    const people = (await filling.members).length
    throw new AppError('guest_list_preparing', { ready: filling.stored, people, retryAfter: 1 })
  }

  #fillTo(link: OpenLink, version: string): GuestFill {
    const running = this.#fills.get(link.id)
    if (running?.version === version) return running
    const filling = new GuestFill(this.#base, link, version, running)
    this.#fills.set(link.id, filling)
    void this.#base.track(
      filling.done.finally(() => {
        if (this.#fills.get(link.id) === filling) this.#fills.delete(link.id)
      }),
    )
    return filling
  }
}

/** Deletes what is stored for the guests of links that were revoked or have expired. @returns how many rows */
export const sweepClosedLinks = ({ db, now }: BaseContext, stop: AbortSignal): Promise<number> =>
  forgetClosedLinks(db, now(), stop)
