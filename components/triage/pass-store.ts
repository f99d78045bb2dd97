'use client'

import type { Marks } from '@/lib/contracts/candidate'
import type { MemberName } from '@/lib/contracts/decisions'
import type { Decision } from '@/lib/contracts/decision-words'
import {
  type ClaimAnswer,
  maxKept,
  type NextAnswer,
  type NextRequest,
  type TriagePerson,
} from '@/lib/contracts/triage'
import {
  aheadCount,
  beginPass,
  currentId,
  decideInPass,
  goTo,
  learnMarks,
  moveBack,
  moveOn,
  neededIds,
  type Pass,
  passOver,
  receive,
  reopen,
  skipInPass,
} from '@/lib/domain/triage-pass'
import { readPass, type StoredPass, writePass } from './tab-storage'

/** Somebody else has a person whom the reader came for: the next one is shown instead. */
export type Held = { applicationId: string; by: MemberName | null }

export type PassState = {
  pass: Pass
  /** The server does not answer: people ahead may run out. */
  unreachable: boolean
  /** Nobody is on screen, and somebody may be on the way. */
  waiting: boolean
  held: Held | null
  startedAt: number
  lastAt: number
}

type Calls = {
  next: (request: NextRequest) => Promise<NextAnswer>
  takeOver: (applicationId: string) => Promise<ClaimAnswer>
  person: (applicationId: string) => Promise<TriagePerson>
  release: () => Promise<unknown>
  /** Something decided about somebody is on its way. */
  isSaving: (applicationId: string) => boolean
}

type Options = {
  calls: Calls
  /** Names the job and the view in what the tab stores. */
  id: string
  holder: string
  /** The query string of the view. */
  view: string
  secondLook: boolean
  first: TriagePerson | null
  /** Somebody was read. */
  onPerson: (person: TriagePerson) => void
}

const retryMs = [500, 1_000, 2_000, 5_000]
/** While nobody is free: somebody may be given back. */
const askAgainMs = 5_000
const settleMs = 1_000
/** How often activity renews what the tab has. */
const renewMs = 60_000

/** After a pause as long as this, going on with a view is another pass. */
const pauseMs = 3_600_000

/** A reader's way through a view and its claims. What is shown changes at once; the server is told one call at a time. */
export class PassStore {
  readonly #options: Options
  readonly #listeners = new Set<() => void>()
  /** Decided about, and perhaps not saved yet: until then nobody else may be given them. */
  #decided: string[] = []
  readonly #initial: PassState
  #state: PassState
  #running = false
  #again = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #renewedAt = 0
  #entered: string | null
  #left = false

  constructor(options: Options) {
    this.#options = options
    const pass = beginPass(options.first, options.secondLook)
    this.#initial = { pass, unreachable: false, waiting: false, held: null, startedAt: 0, lastAt: 0 }
    const now = Date.now()
    const found = readPass(options.id)
    const stored = found && now - found.lastAt < pauseMs ? found : null
    this.#state = {
      pass: beginPass(options.first, options.secondLook, stored ?? undefined),
      unreachable: false,
      waiting: false,
      held: null,
      startedAt: stored?.startedAt ?? now,
      lastAt: stored?.lastAt ?? now,
    }
    this.#entered = currentId(this.#state.pass)
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  getSnapshot = (): PassState => this.#state
  /** What the server draws, which does not know what the tab has stored. */
  getServerSnapshot = (): PassState => this.#initial

  #set(change: Partial<PassState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  #store(): void {
    const { startedAt, lastAt, pass } = this.#state
    const stored: StoredPass = { startedAt, lastAt, made: pass.made, skipped: [...pass.skipped] }
    writePass(this.#options.id, stored)
  }

  /** Shows another state of the pass, then tells the server. */
  #move(pass: Pass, change: Partial<PassState> = {}): void {
    this.#entered = null
    const waiting = currentId(pass) === null && (pass.counts?.left ?? 0) > 0
    this.#set({ held: null, ...change, pass, waiting })
    this.#schedule(0)
  }

  #schedule(ms: number): void {
    if (this.#left) return
    clearTimeout(this.#timer)
    // Never in the way of what is being painted.
    this.#timer = setTimeout(() => void this.sync(), ms)
  }

  /** Tells the server whom the tab needs, and asks for more where fewer than three are ahead. */
  async sync(): Promise<void> {
    if (this.#running) {
      this.#again = true
      return
    }
    this.#running = true
    do {
      this.#again = false
      const { pass } = this.#state
      const { holder, view, calls } = this.#options
      const missing = aheadCount - pass.ahead.length + (currentId(pass) === null ? 1 : 0)
      this.#decided = this.#decided.filter(calls.isSaving)
      const keep = [...new Set([...neededIds(pass), ...this.#decided])].slice(0, maxKept)
      // Nobody is let go for somebody else: before their decision is saved they would be given again.
      const count = Math.max(0, Math.min(missing, maxKept - keep.length))
      const { after, skipped } = pass
      try {
        const answer = await calls.next({ holder, view, count, keep, after, skipped: skipped.slice(-500) })
        this.#failures = 0
        this.#renewedAt = performance.now()
        if (!this.#left) this.#receive(answer, count < missing)
      } catch {
        this.#set({ unreachable: true })
        this.#schedule(retryMs[Math.min(this.#failures++, retryMs.length - 1)] ?? 0)
        break
      }
    } while (this.#again)
    this.#running = false
  }

  /** @param full fewer were asked for than are missing: they come once decisions are saved */
  #receive(answer: NextAnswer, full: boolean): void {
    const entered = this.#entered
    this.#entered = null
    for (const person of answer.people) this.#options.onPerson(person)
    let pass = receive(this.#state.pass, answer)
    const current = currentId(pass)
    const { held } = this.#state
    if (current !== null && current === entered && current in pass.lost) {
      const by = pass.lost[current] ?? null
      pass = passOver(pass)
      this.#set({ pass, unreachable: false, waiting: false, held: { applicationId: current, by } })
    } else this.#set({ pass, unreachable: false, waiting: full && current === null, held })
    if (currentId(pass) !== null) {
      if (answer.people.length > 0 && pass.ahead.length < aheadCount && answer.counts.left > 0)
        this.#schedule(0)
    } else if (answer.counts.left > 0) this.#schedule(full ? settleMs : askAgainMs)
    // The last ones are given back once they are saved; anywhere else the next move does it.
    else if (this.#decided.length > 0) this.#schedule(settleMs)
  }

  /** Notes a decision about whoever is on screen, and shows the next. @returns who it was; null for nobody */
  decide(decision: Decision): string | null {
    const { pass } = this.#state
    const id = currentId(pass)
    if (id === null) return null
    this.#decided.push(id)
    this.#move(decideInPass(pass, decision), { lastAt: Date.now() })
    this.#store()
    return id
  }

  skip(): void {
    this.#move(skipInPass(this.#state.pass))
    this.#store()
  }
  next = (): void => this.#move(moveOn(this.#state.pass))
  previous = (): void => this.#move(moveBack(this.#state.pass))

  /** Brings somebody back whose decision was undone or not saved. @param decision what stands now */
  reopen(applicationId: string, decision: Decision | null): void {
    this.#move(reopen(this.#state.pass, applicationId, decision))
    this.#store()
  }

  /** Notes what stands about somebody, wherever they are. */
  note(applicationId: string, decision: Decision | null): void {
    const { pass } = this.#state
    this.#set({ pass: { ...pass, made: { ...pass.made, [applicationId]: decision } } })
    this.#store()
  }

  /** Shows somebody of the queue or of an address. @throws ProblemError where they cannot be read */
  async open(applicationId: string): Promise<void> {
    const known = this.#state.pass.people[applicationId]
    // Nobody else is shown, or claimed, while somebody is read who is to be.
    if (!known && currentId(this.#state.pass) === null) clearTimeout(this.#timer)
    const person = known ?? (await this.#read(applicationId))
    this.#options.onPerson(person)
    this.#move(goTo(this.#state.pass, applicationId, person))
    this.#entered = applicationId
  }

  async #read(applicationId: string): Promise<TriagePerson> {
    try {
      return await this.#options.calls.person(applicationId)
    } catch (error) {
      this.#schedule(0)
      throw error
    }
  }

  /** Takes somebody over from whoever has them, and shows them. @throws ProblemError */
  async takeOver(applicationId: string): Promise<void> {
    await this.#options.calls.takeOver(applicationId)
    await this.open(applicationId)
    this.#entered = null
  }

  /** Somebody did something: shows what stands about these people now, and asks who is left. */
  hear(marks: Marks): void {
    this.#set({ pass: learnMarks(this.#state.pass, marks) })
    this.#schedule(0)
  }

  /** The reader is at work: what the tab has is renewed, once a minute at most. */
  renew = (): void => {
    if (performance.now() - this.#renewedAt < renewMs) return
    this.#renewedAt = performance.now()
    this.#schedule(0)
  }

  /** The page is shown: from now on, or again. */
  enter(): void {
    this.#left = false
    this.#schedule(0)
  }

  /** The page is being left: whatever the tab has is given back. */
  leave(): void {
    this.#left = true
    clearTimeout(this.#timer)
    const { pass } = this.#state
    if (currentId(pass) === null && pass.counts?.left === 0) writePass(this.#options.id, null)
    this.#options.calls.release().catch(() => undefined)
  }
}
