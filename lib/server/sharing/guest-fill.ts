import 'server-only'
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { acquireLease, releaseLease, renewLease } from '@/lib/server/purchases/store/leases'
import type { BaseContext } from '@/lib/server/auth/context'
import {
  toFields,
  madeOf,
  nameMembers,
  type NamedMember,
  type Redacted,
  redactMembers,
  toGuestRow,
} from './guest-rows'
import * as rows from './store/guest-candidates'
import { membersOf } from './store/link-members'
import type { OpenLink } from './store/share-links'

// About a tenth of a second of work, and a short transaction: taking names out is most of it.
const batchOf = { hidden: 24, shown: 100 }
// People whom a guest read early are kept until all are stored, so that they are not redacted twice.
const maxEarly = 2_000
const leaseMs = 30_000
const renewEveryMs = 5_000
const askAgainMs = 300

/**
 * Brings the stored rows of one link up to a version of its list: who left goes, who came or changed is redacted, in the
 * link's order and in batches. One instance at a time does it, under a lease; it can stop after any batch, and the next
 * one goes on from there. Meanwhile it redacts single people for guests who are here already.
 */
export class GuestFill {
  readonly version: string
  /** Everyone of the link, in its order. */
  readonly members: Promise<NamedMember[]>
  /** Ends when it does; true where everyone is stored. Never fails. */
  readonly done: Promise<boolean>
  readonly #base: BaseContext
  readonly #link: OpenLink
  readonly #stop = new AbortController()
  readonly #early = new Map<string, Redacted>()
  #reading: Promise<unknown> = Promise.resolve()
  #stored = 0

  /** @param before an earlier one of the same link, which ends first */
  constructor(base: BaseContext, link: OpenLink, version: string, before?: GuestFill) {
    this.#base = base
    this.#link = link
    this.version = version
    this.members = membersOf(base.db, link).then((members) => nameMembers(link, members))
    before?.stop()
    this.done = (before?.done ?? Promise.resolve(false))
      .then(() => this.#run())
      .catch((error: unknown) => {
        base.log.warn({ err: error, link: link.id }, 'the people of a link could not be prepared')
        return false
      })
  }

  /** How many people are stored so far. */
  get stored(): number {
    return this.#stored
  }

  /** Ends it after the batch at hand. */
  stop(): void {
    this.#stop.abort()
  }

  /** Some people as a guest sees them, before their rows are there. They come before the rows of others. */
  async redact(members: readonly NamedMember[]): Promise<Redacted[]> {
    const reading = this.#redact(members)
    this.#reading = Promise.allSettled([this.#reading, reading])
    for (const each of await reading) {
      if (this.#early.size < maxEarly) this.#early.set(each.member.applicationId, each)
    }
    return reading
  }

  async #redact(members: readonly NamedMember[]): Promise<Redacted[]> {
    const missing = members.filter(({ applicationId }) => !this.#early.has(applicationId))
    const fresh = await redactMembers(this.#base.db, this.#link, missing)
    const made = new Map(fresh.map((each) => [each.member.applicationId, each]))
    return members.flatMap(
      ({ applicationId }) => this.#early.get(applicationId) ?? made.get(applicationId) ?? [],
    )
  }

  get #stopped(): boolean {
    return this.#stop.signal.aborted || this.#base.stopping.aborted
  }

  async #isReady(): Promise<boolean> {
    return (await rows.readyVersion(this.#base.db, this.#link.id)) === this.version
  }

  async #run(): Promise<boolean> {
    const { db, instance } = this.#base
    const members = await this.members
    const lease = {
      // A lease that is no list's: no account has an empty label.
      ...{ account: '', jobId: `guests ${this.#link.id}` },
      ...{ holder: instance, fetchId: randomUUID(), ttlMs: leaseMs },
    }
    while (!(await acquireLease(db, lease)).ok) {
      await setTimeout(askAgainMs)
      if (this.#stopped || (await this.#isReady())) return this.#isReady()
    }
    try {
      if (await this.#isReady()) return true
      return await this.#fill(members, () => renewLease(db, lease))
    } finally {
      await releaseLease(db, lease)
    }
  }

  async #fill(members: readonly NamedMember[], stillOurs: () => Promise<boolean>): Promise<boolean> {
    const { db } = this.#base
    const { id } = this.#link
    const due = await this.#reuseStored(members)
    const batch = toFields(this.#link).names ? batchOf.shown : batchOf.hidden
    let renewed = Date.now()
    for (let at = 0; at < due.length; at += batch) {
      await this.#reading
      if (this.#stopped) return false
      if (Date.now() - renewed > renewEveryMs) {
        if (!(await stillOurs())) return false
        renewed = Date.now()
      }
      const redacted = await this.#redact(due.slice(at, at + batch))
      const fresh = redacted.map((each) => toGuestRow(this.#link, each))
      if (!(await rows.saveRows(db, this.#link, fresh))) return false
      this.#stored += fresh.length
    }
    await rows.markReady(db, id, this.version)
    return true
  }

  /** Keeps the rows that are still right, in their new places. @returns whose are missing or out of date */
  async #reuseStored(members: readonly NamedMember[]): Promise<NamedMember[]> {
    const { db } = this.#base
    const { id } = this.#link
    const stored = new Map((await rows.storedRows(db, id)).map((row) => [row.applicationId, row]))
    const isRight = (member: NamedMember) => {
      const row = stored.get(member.applicationId)
      return row !== undefined && row.madeOf === madeOf(member) && row.pseudonym === member.pseudonym
    }
    const present = new Set(members.map(({ applicationId }) => applicationId))
    await rows.deleteRows(
      db,
      id,
      [...stored.keys()].filter((applicationId) => !present.has(applicationId)),
    )
    const right = members.filter(isRight)
    await rows.moveRows(
      db,
      id,
      right.filter(({ applicationId, position }) => stored.get(applicationId)?.position !== position),
    )
    this.#stored = right.length
    return members.filter((member) => !isRight(member))
  }
}
