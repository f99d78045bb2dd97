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
import type { OrderStorage } from './order-storage'

type Member = { id: string; name: string }
type Answer = DecisionAnswer | BulkDecisionAnswer | UndoAnswer | SuggestionAnswer | null
export type Calls = Pick<typeof decisionCalls, 'decide' | 'decideMany' | 'undo' | 'suggest'>

const pauses = [1_000, 2_000, 5_000, 15_000, 30_000]
const maxSteps = 500

/** The store or the connection is away, or the session has ended: the same may be sent again later. */
const canWait = ({ status, code }: Problem): boolean =>
  status >= 500 ||
  status === 401 ||
  status === 408 ||
  status === 429 ||
  code === 'offline' ||
  code === 'part_missing'

type Options = {
  client: QueryClient
  member: Member
  storage: OrderStorage
  calls?: Calls
  /** Waits before the next attempt. @returns once it is over, or `wake` is called */
  pause?: (ms: number, wake: (wakeUp: () => void) => void) => Promise<void>
}

const pauseFor: NonNullable<Options['pause']> = (ms, wake) =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      resolve()
    }
    window.addEventListener('online', done)
    wake(done)
  })

/**
 * Sends what was decided, one after the other in the order in which it was, and goes on trying while the server is away.
 * What is shown changes at once, and back where the server refuses.
 */
export function createDecisionQueue({
  client,
  member,
  storage,
  calls = decisionCalls,
  pause = pauseFor,
}: Options) {
  const overlay: Overlay = createOverlay(client)
  const listeners = new Set<() => void>()
  let state: DecisionState = emptyState
  let orders: Order[] = []
  const steps = new Map<string, Step>()
  let stack: Step[] = []
  let running = false
  let wakeUp = () => {}

  const publish = (change: Partial<DecisionState>) => {
    state = { ...state, ...change, undoable: stack.length }
    for (const listener of listeners) listener()
  }
  const keep = () => storage.save(orders)
  const isLater = (id: string, applicationId: string) =>
    orders.some((order) => order.id !== id && steps.get(order.id)?.before.has(applicationId))
  const refresh = ({ ref }: Order, ids: Iterable<string>) => {
    void client.invalidateQueries({ queryKey: keys.facets(ref) })
    for (const id of ids) void client.invalidateQueries({ queryKey: keys.candidate(ref, id) })
  }
  const reread = ({ ref }: Order) => void client.invalidateQueries({ queryKey: keys.candidates(ref) })

  function changeStep(id: string, change: Partial<Step>) {
    const before = steps.get(id)
    if (!before) return
    const after = { ...before, ...change }
    steps.set(id, after)
    stack = stack.map((each) => (each.id === id ? after : each))
    publish(state.last?.id === id ? { last: after } : {})
  }

  const send = (order: Order): Promise<Answer> => {
    const { ref } = order
    if (order.kind === 'one') return calls.decide(ref, order.applicationId, order.request)
    if (order.kind === 'many') return calls.decideMany(ref, order.request)
    if (order.kind === 'suggest') {
      return calls.suggest(ref, order.applicationId, { decision: order.decision })
    }
    const changeId = order.changeId ?? steps.get(order.undoes)?.changeId ?? null
    // What it undoes was refused: nothing is to be undone.
    return changeId === null ? Promise.resolve(null) : calls.undo(ref, changeId)
  }

  /** Shows the server's own mark of somebody, unless more about them is on its way. */
  function confirm(order: Order, id: string, decision: DecisionMark | undefined) {
    if (isLater(order.id, id)) return
    const replaced = steps.get(order.id)?.before.get(id)?.changeId ?? null
    overlay.show(order.ref, id, decision, { saved: true, replaced })
  }

  function settleMany(order: Order & { kind: 'many' }, { changeId, counts }: BulkDecisionAnswer) {
    const before = steps.get(order.id)?.before ?? new Map<string, undefined>()
    changeStep(order.id, { saved: true, changeId, counts, people: counts.decided })
    // Shown as expected where the browser has read everyone the server decided about; else it is read again.
    const exact = order.request.applicationIds !== undefined && before.size === counts.decided
    for (const id of before.keys()) {
      const now = findMarked(client, order.ref, id)?.mark.decision
      if (exact && changeId) confirm(order, id, now && { ...now, changeId })
      else overlay.drop(order.ref, id)
    }
    if (!exact) reread(order)
  }

  function settle(order: Order, answer: Answer) {
    const step = steps.get(order.id)
    if (order.kind === 'one') {
      const { decision, changeId } = answer as DecisionAnswer
      // Sent twice, as its first answer was lost: it stands by ours.
      const own = changeId ?? (decision?.by.id === member.id ? decision.changeId : null)
      confirm(order, order.applicationId, decision ?? undefined)
      changeStep(order.id, { saved: true, changeId: own })
    } else if (order.kind === 'many') settleMany(order, answer as BulkDecisionAnswer)
    else if (order.kind === 'suggest') {
      const { suggestions } = answer as SuggestionAnswer
      changeMarks(client, order.ref, [order.applicationId], ({ suggestions: _old, ...mark }) =>
        suggestions.length > 0 ? { ...mark, suggestions } : mark,
      )
      changeStep(order.id, { saved: true })
    } else {
      const undone = answer as UndoAnswer | null
      const leftAlone = undone?.leftAlone ?? 0
      changeStep(order.id, { saved: true, changeId: undone?.changeId ?? null, leftAlone })
      for (const [id, decision] of steps.get(order.undoes)?.before ?? []) {
        if (leftAlone === 0) confirm(order, id, decision)
        else overlay.drop(order.ref, id)
      }
      if (leftAlone > 0 || !step || steps.get(order.undoes)?.before.size === 0) reread(order)
    }
    if (!step && order.kind !== 'undo') reread(order)
    refresh(order, step?.before.keys() ?? [])
  }

  function refuse(order: Order, problem: Problem) {
    const step = steps.get(order.id) ?? null
    stack = stack.filter(({ id }) => id !== order.id)
    const clash = order.kind === 'one' && problem.code === 'decision_changed'
    for (const [id, before] of step?.before ?? []) {
      if (isLater(order.id, id)) continue
      const current = clash ? (problem.current ?? undefined) : before
      overlay.show(order.ref, id, current, { saved: true })
    }
    if (!step || order.kind !== 'one') reread(order)
    const last = state.last?.id === order.id ? null : state.last
    if (!clash) return publish({ last, refused: { step, problem } })
    const { id, ref, applicationId, request: mine } = order
    const name = step?.name ?? nameOf(order.ref, applicationId)
    const met: Clash = { id, ref, applicationId, name, mine, current: problem.current ?? null }
    publish({ last, clashes: [...state.clashes.filter((each) => each.applicationId !== applicationId), met] })
  }

  const nameOf = (ref: Order['ref'], id: string) => {
    const found = findMarked(client, ref, id)
    return found ? displayName(found.candidate) : 'This person'
  }

  async function run() {
    if (running) return
    running = true
    let failures = 0
    for (let [order] = orders; order; [order] = orders) {
      try {
        const answer = await send(order)
        failures = 0
        settle(order, answer)
      } catch (error) {
        const problem = toProblem(error)
        if (canWait(problem)) {
          publish({ waiting: { orders: orders.length, problem } })
          await pause(pauses[Math.min(failures, pauses.length - 1)] ?? 0, (wake) => (wakeUp = wake))
          failures += 1
          continue
        }
        refuse(order, problem)
      }
      const { id } = order
      orders = orders.filter((each) => each.id !== id)
      const { changeId = null } = steps.get(id) ?? {}
      for (const each of orders) if (each.kind === 'undo' && each.undoes === id) each.changeId = changeId
      keep()
      publish({
        waiting: state.waiting && orders.length > 0 ? { ...state.waiting, orders: orders.length } : null,
      })
    }
    running = false
  }

  /** Shows a step, keeps its order and sends it. */
  function add(order: Order, step: Step) {
    steps.set(step.id, step)
    if (step.kind === 'decided') stack = [...stack, step].slice(-maxSteps)
    orders = [...orders, order]
    keep()
    publish({ last: step, refused: null })
    void run()
  }

  return {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    add,
    overlay,
    nameOf,
    /** Tries again at once. */
    retry: () => wakeUp(),
    /** The step that would be undone next. */
    lastUndoable: () => stack.at(-1) ?? null,
    /** Takes a step back, or brings it back where it was taken back. */
    reverse(target: Step) {
      const step = steps.get(target.id) ?? target
      const id = crypto.randomUUID()
      const { ref, name, people, decision } = step
      const before = new Map(
        [...step.before.keys()].map((each) => [each, findMarked(client, ref, each)?.mark.decision] as const),
      )
      stack = stack.filter((each) => each.id !== step.id)
      for (const [each, mark] of step.before) overlay.show(ref, each, mark)
      const kind = step.kind === 'decided' ? ('undone' as const) : ('decided' as const)
      add(
        { id, ref, at: Date.now(), kind: 'undo', undoes: step.id, changeId: step.changeId },
        {
          ...{ id, ref, kind, decision, name, people, before },
          counts: null,
          leftAlone: 0,
          changeId: null,
          saved: false,
        },
      )
    },
    dismiss: () => publish({ last: null, refused: null }),
    dropClash: (id: string) => publish({ clashes: state.clashes.filter((each) => each.id !== id) }),
    /** Sends what a page that is gone had not. */
    async resume() {
      const left = await storage.adopt()
      if (left.length === 0) return
      orders = [...left, ...orders]
      keep()
      await run()
    },
  }
}
export type DecisionQueue = ReturnType<typeof createDecisionQueue>
