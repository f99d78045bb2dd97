import type { QueryClient } from '@tanstack/react-query'
import type {
  BulkDecisionAnswer,
  DecisionAnswer,
  DecisionMark,
  SuggestionAnswer,
  UndoAnswer,
} from '@/lib/contracts/decisions'
import type { Problem } from '@/lib/contracts/problem'
import { displayName } from '@/lib/domain/current-role'
import { type Clash, type DecisionState, emptyState, type Order, type Step } from './decision-orders'
import { createOverlay, type Overlay } from './decision-overlay'
import { decisionCalls } from './decisions'
import { toProblem } from './http'
import { changeMarks, findMarked } from './marks'
import { keys } from './options'
import type { JobRef } from '@/lib/url/paths'
import { canWait, getPause, type Pause, pauseFor } from './order-retries'
import type { OrderStorage } from './order-storage'

type Member = { id: string; name: string }
type OrderOf<Kind extends Order['kind']> = Extract<Order, { kind: Kind }>
type Answer = DecisionAnswer | BulkDecisionAnswer | UndoAnswer | SuggestionAnswer | null
export type Calls = Pick<typeof decisionCalls, 'decide' | 'decideMany' | 'undo' | 'suggest'>

const maxSteps = 500

type QueueOptions = {
  client: QueryClient
  member: Member
  storage: OrderStorage
  calls?: Calls
  pause?: Pause
}

/**
 * Sends what was decided, one after the other in the order in which it was, and goes on trying while the server is away.
 * What is shown changes at once, and back where the server refuses.
 */
export class DecisionQueue {
  readonly overlay: Overlay
  readonly #client: QueryClient
  readonly #member: Member
  readonly #storage: OrderStorage
  readonly #calls: Calls
  readonly #pause: Pause
  readonly #listeners = new Set<() => void>()
  readonly #steps = new Map<string, Step>()
  /** What the server calls the orders it has, also those of an earlier page, which have no step here. */
  readonly #changeIds = new Map<string, string>()
  #state: DecisionState = emptyState
  #orders: Order[] = []
  /** Steps that can be undone, the last one at the end. */
  #stack: Step[] = []
  #running = false
  #wakeUp = () => {}

  constructor({ client, member, storage, calls = decisionCalls, pause = pauseFor }: QueueOptions) {
    this.overlay = createOverlay(client)
    this.#client = client
    this.#member = member
    this.#storage = storage
    this.#calls = calls
    this.#pause = pause
  }

  readonly getState = () => this.#state
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  /** Tries again at once. */
  readonly retry = () => this.#wakeUp()
  readonly dismiss = () => this.#publish({ last: null, refused: null })

  /** Whether something decided about somebody is not saved yet. */
  isSaving({ account, jobId }: JobRef, applicationId: string): boolean {
    return this.#orders.some(
      ({ id, ref }) =>
        ref.jobId === jobId && ref.account === account && this.#steps.get(id)?.before.has(applicationId),
    )
  }

  /** The step that would be undone next. */
  lastUndoable(): Step | null {
    return this.#stack.at(-1) ?? null
  }

  nameOf(ref: Order['ref'], applicationId: string): string {
    const found = findMarked(this.#client, ref, applicationId)
    return found ? displayName(found.candidate) : 'This person'
  }

  /** Keeps an order, tells its step and sends it. */
  add(order: Order, step: Step): void {
    this.#steps.set(step.id, step)
    if (step.kind === 'decided') this.#stack = [...this.#stack, step].slice(-maxSteps)
    this.#orders = [...this.#orders, order]
    this.#storage.save(this.#orders)
    this.#publish({ last: step, refused: null })
    void this.#run()
  }

  /** Takes a step back, or brings it back where it was taken back. */
  reverse(target: Step): void {
    const step = this.#steps.get(target.id) ?? target
    const { ref, name, people, decision, changeId } = step
    const id = crypto.randomUUID()
    const before = new Map(
      [...step.before.keys()].map(
        (each) => [each, findMarked(this.#client, ref, each)?.mark.decision] as const,
      ),
    )
    this.#stack = this.#stack.filter((each) => each.id !== step.id)
    for (const [each, mark] of step.before) this.overlay.show(ref, each, mark)
    const kind = step.kind === 'decided' ? ('undone' as const) : ('decided' as const)
    const rest = { counts: null, leftAlone: 0, changeId: null, saved: false }
    this.add(
      { id, ref, at: Date.now(), kind: 'undo', undoes: step.id, changeId },
      { id, ref, kind, decision, name, people, before, ...rest },
    )
  }

  dropClash(id: string): void {
    this.#publish({ clashes: this.#state.clashes.filter((each) => each.id !== id) })
  }

  /** Sends what a page that is gone had not. */
  async resume(): Promise<void> {
    const left = await this.#storage.adopt()
    if (left.length === 0) return
    this.#orders = [...left, ...this.#orders]
    this.#storage.save(this.#orders)
    await this.#run()
  }

  #publish(change: Partial<DecisionState>) {
    this.#state = { ...this.#state, ...change, undoable: this.#stack.length }
    for (const listener of this.#listeners) listener()
  }

  async #run() {
    if (this.#running) return
    this.#running = true
    let failures = 0
    for (let [order] = this.#orders; order; [order] = this.#orders) {
      try {
        const answer = await this.#send(order)
        failures = 0
        this.#settle(order, answer)
      } catch (error) {
        const problem = toProblem(error)
        if (canWait(problem, failures)) {
          this.#publish({ waiting: { orders: this.#orders.length, problem } })
          await this.#pause(getPause(failures), (wake) => (this.#wakeUp = wake))
          failures += 1
          continue
        }
        failures = 0
        this.#refuse(order, problem)
      }
      this.#finish(order)
    }
    this.#running = false
  }

  /** Takes an order off that was answered; what undoes it learns what to name. */
  #finish({ id }: Order) {
    this.#orders = this.#orders.filter((each) => each.id !== id)
    const changeId = this.#changeIds.get(id) ?? null
    for (const each of this.#orders) if (each.kind === 'undo' && each.undoes === id) each.changeId = changeId
    this.#storage.save(this.#orders)
    const { waiting } = this.#state
    const orders = this.#orders.length
    this.#publish({ waiting: waiting && orders > 0 ? { ...waiting, orders } : null })
  }

  #send(order: Order): Promise<Answer> {
    const { ref } = order
    if (order.kind === 'one') return this.#calls.decide(ref, order.applicationId, order.request)
    if (order.kind === 'many') return this.#calls.decideMany(ref, order.request)
    if (order.kind === 'suggest') {
      return this.#calls.suggest(ref, order.applicationId, { decision: order.decision })
    }
    const changeId = order.changeId ?? this.#changeIds.get(order.undoes) ?? null
    // What it undoes was refused: nothing is to be undone.
    return changeId === null ? Promise.resolve(null) : this.#calls.undo(ref, changeId)
  }

  #settle(order: Order, answer: Answer) {
    const step = this.#steps.get(order.id)
    if (order.kind === 'one') this.#settleOne(order, answer as DecisionAnswer)
    else if (order.kind === 'many') this.#settleMany(order, answer as BulkDecisionAnswer)
    else if (order.kind === 'undo') this.#settleUndo(order, answer as UndoAnswer | null)
    else this.#settleSuggestion(order, answer as SuggestionAnswer)
    // Left by an earlier page: nothing of it is shown yet.
    if (!step) this.#reread(order)
    void this.#client.invalidateQueries({ queryKey: keys.facets(order.ref) })
    for (const id of step?.before.keys() ?? []) {
      void this.#client.invalidateQueries({ queryKey: keys.candidate(order.ref, id) })
    }
  }

  #settleOne(order: OrderOf<'one'>, { decision, changeId }: DecisionAnswer) {
    // Sent twice, as its first answer was lost: it stands by ours.
    const own = changeId ?? (decision?.by.id === this.#member.id ? decision.changeId : null)
    this.#confirm(order, order.applicationId, decision ?? undefined)
    this.#changeStep(order.id, { saved: true, changeId: own })
  }

  #settleMany(order: OrderOf<'many'>, { changeId, counts }: BulkDecisionAnswer) {
    const before = this.#steps.get(order.id)?.before ?? new Map<string, undefined>()
    this.#changeStep(order.id, { saved: true, changeId, counts, people: counts.decided })
    // Shown as expected where the browser has read everyone the server decided about; else it is read again.
    const exact = order.request.applicationIds !== undefined && before.size === counts.decided
    for (const id of before.keys()) {
      const now = findMarked(this.#client, order.ref, id)?.mark.decision
      if (exact && changeId) this.#confirm(order, id, now && { ...now, changeId })
      else this.overlay.drop(order.ref, id)
    }
    if (!exact) this.#reread(order)
  }

  #settleUndo(order: OrderOf<'undo'>, answer: UndoAnswer | null) {
    const leftAlone = answer?.leftAlone ?? 0
    this.#changeStep(order.id, { saved: true, changeId: answer?.changeId ?? null, leftAlone })
    const restored = this.#steps.get(order.undoes)?.before
    for (const [id, decision] of restored ?? []) {
      if (leftAlone === 0) this.#confirm(order, id, decision)
      else this.overlay.drop(order.ref, id)
    }
    if (leftAlone > 0 || !restored || restored.size === 0) this.#reread(order)
  }

  #settleSuggestion(order: OrderOf<'suggest'>, { suggestions }: SuggestionAnswer) {
    changeMarks(this.#client, order.ref, [order.applicationId], ({ suggestions: _old, ...mark }) =>
      suggestions.length > 0 ? { ...mark, suggestions } : mark,
    )
    this.#changeStep(order.id, { saved: true })
  }

  #refuse(order: Order, problem: Problem) {
    const step = this.#steps.get(order.id) ?? null
    this.#stack = this.#stack.filter(({ id }) => id !== order.id)
    const clash = order.kind === 'one' && problem.code === 'decision_changed'
    for (const [id, before] of step?.before ?? []) {
      if (this.#isDecidedLater(order.id, id)) continue
      this.overlay.show(order.ref, id, clash ? (problem.current ?? undefined) : before, { saved: true })
    }
    if (!step || order.kind !== 'one') this.#reread(order)
    const last = this.#state.last?.id === order.id ? null : this.#state.last
    if (!clash) return this.#publish({ last, refused: { step, problem } })
    const { id, ref, applicationId, request: mine } = order
    const name = step?.name ?? this.nameOf(ref, applicationId)
    const met: Clash = { id, ref, applicationId, name, mine, current: problem.current ?? null }
    const others = this.#state.clashes.filter((each) => each.applicationId !== applicationId)
    this.#publish({ last, clashes: [...others, met] })
  }

  /** Shows the server's own mark of somebody, unless more about them is on its way. */
  #confirm(order: Order, id: string, decision: DecisionMark | undefined) {
    if (this.#isDecidedLater(order.id, id)) return
    const replaced = this.#steps.get(order.id)?.before.get(id)?.changeId ?? null
    this.overlay.show(order.ref, id, decision, { saved: true, replaced })
  }

  #isDecidedLater(id: string, applicationId: string): boolean {
    return this.#orders.some(
      (order) => order.id !== id && this.#steps.get(order.id)?.before.has(applicationId),
    )
  }

  #changeStep(id: string, change: Partial<Step>) {
    if (change.changeId) this.#changeIds.set(id, change.changeId)
    const before = this.#steps.get(id)
    if (!before) return
    const after = { ...before, ...change }
    this.#steps.set(id, after)
    this.#stack = this.#stack.map((each) => (each.id === id ? after : each))
    this.#publish(this.#state.last?.id === id ? { last: after } : {})
  }

  #reread({ ref }: Order) {
    void this.#client.invalidateQueries({ queryKey: keys.candidates(ref) })
  }
}
