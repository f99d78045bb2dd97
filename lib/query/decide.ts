import type { QueryClient } from '@tanstack/react-query'
import type { Mark } from '@/lib/contracts/candidate'
import type { DecisionMark, DecisionRequest } from '@/lib/contracts/decisions'
import type { Decision } from '@/lib/contracts/decision-words'
import type { JobRef } from '@/lib/url/paths'
import type { Clash, Step } from './decision-orders'
import type { DecisionQueue } from './decision-queue'
import { changeMarks, findMarked } from './marks'

/** What is decided about whom. */
export type DecideOptions = {
  /** Named people; or everyone stored who matches a query string, and how many these are. */
  who: { ids: readonly string[] } | { view: string; people: number }
  /** null takes the decision back. */
  decision: Decision | null
  /** One of the team's; null for none. Absent: the one that stands stays, where the decision does. */
  reason?: { id: string; label: string } | null | undefined
  /** In the decider's own words. */
  comment?: string | null | undefined
  via: NonNullable<DecisionRequest['via']>
  /** The query string of the view in which it is decided. */
  search?: string | undefined
  /** Milliseconds for which the one person was on screen. */
  shownMs?: number | undefined
  /** The one person, where no list that the browser has read holds them. */
  unlisted?: { name: string; mark: Mark } | undefined
  /** Also those about whom a colleague decided otherwise. */
  overrule?: boolean | undefined
}

type Deciding = {
  client: QueryClient
  queue: DecisionQueue
  member: { id: string; name: string }
  ref: JobRef
}

const newStep = (
  ref: JobRef,
  rest: Pick<Step, 'kind' | 'decision' | 'name' | 'people' | 'before'>,
): Step => ({
  id: crypto.randomUUID(),
  ref,
  ...rest,
  counts: null,
  leftAlone: 0,
  changeId: null,
  saved: false,
})

/** Decides about one person or many: shown at once, saved as soon as the server is there. */
export function decide({ client, queue, member, ref }: Deciding, options: DecideOptions): void {
  const { who, decision, reason, comment, via, search, shownMs, unlisted, overrule = false } = options
  const ids = 'ids' in who ? who.ids : []
  const [only] = ids
  const isOne = 'ids' in who && ids.length === 1 && only !== undefined
  if ('ids' in who && ids.length === 0) return
  const found = new Map(
    ids.flatMap((id) => {
      const known = findMarked(client, ref, id)?.mark ?? (isOne ? unlisted?.mark : undefined)
      return known ? [[id, known] as const] : []
    }),
  )
  // Of many, those of colleagues are left alone, as the server does.
  const mine = [...found].filter(([, { decision: before }]) => {
    const theirs = before !== undefined && before.by.id !== member.id && !overrule
    return isOne || (!theirs && !(before?.decision === decision && reason === undefined))
  })
  const before = new Map(mine.map(([id, mark]) => [id, mark.decision] as const))
  const step = newStep(ref, {
    ...{ kind: 'decided', decision, before },
    name: isOne ? (unlisted?.name ?? queue.nameOf(ref, only)) : null,
    people: 'ids' in who ? ids.length : who.people,
  })
  const at = new Date().toISOString()
  for (const [id, mark] of mine) {
    const stays = mark.decision?.decision === decision ? mark.decision : null
    const shown: DecisionMark | undefined =
      decision === null
        ? undefined
        : {
            decision,
            reason: reason === undefined ? (stays?.reason ?? null) : reason,
            comment: comment === undefined ? (stays?.comment ?? null) : comment,
            ...{ by: member, at, changeId: step.id },
            opened: mark.openedAt !== undefined || (shownMs ?? 0) > 0,
          }
    queue.overlay.show(ref, id, shown)
  }
  const why = {
    ...(reason === undefined ? {} : { reason: reason?.id ?? null }),
    ...(comment === undefined ? {} : { comment }),
  }
  const order = { id: step.id, ref, at: Date.now() }
  if (isOne) {
    const seen = found.get(only)
    const request: DecisionRequest = {
      ...{ decision, ...why, via },
      ...(search === undefined ? {} : { view: search }),
      ...(shownMs === undefined ? {} : { shownMs: Math.round(shownMs) }),
      ...(seen ? { expected: seen.decision?.decision ?? null } : {}),
    }
    queue.add({ ...order, kind: 'one', applicationId: only, request }, step)
    return
  }
  const view = 'view' in who ? who.view : search
  const request = {
    ...{ decision, ...why, via, overrule },
    ...('ids' in who ? { applicationIds: [...ids] } : {}),
    ...(view === undefined ? {} : { view }),
  }
  queue.add({ ...order, kind: 'many', request }, step)
}

/** Says what a reader would decide who may not. @param decision null takes it back */
export function suggest(
  { client, queue, member, ref }: Deciding,
  applicationId: string,
  decision: Decision | null,
): void {
  const name = queue.nameOf(ref, applicationId)
  changeMarks(client, ref, [applicationId], ({ suggestions = [], ...mark }) => {
    const others = suggestions.filter(({ by }) => by.id !== member.id)
    const after = decision === null ? others : [...others, { decision, by: member }]
    return after.length > 0 ? { ...mark, suggestions: after } : mark
  })
  const step = newStep(ref, { kind: 'suggested', decision, name, people: 1, before: new Map() })
  queue.add({ id: step.id, ref, at: Date.now(), kind: 'suggest', applicationId, decision }, step)
}

/** Puts a reader's decision in place of the colleague's that they have seen by now. */
export function replaceTheirs(
  { queue, ...rest }: Omit<Deciding, 'ref'>,
  { id, ref, applicationId, mine, current }: Clash,
): void {
  queue.dropClash(id)
  const { client, member } = rest
  const before = findMarked(client, ref, applicationId)?.mark.decision
  const step = newStep(ref, {
    ...{ kind: 'decided', decision: mine.decision, people: 1 },
    ...{ name: queue.nameOf(ref, applicationId), before: new Map([[applicationId, before]]) },
  })
  const reason = mine.reason === null || mine.reason === undefined ? null : { id: mine.reason, label: '' }
  queue.overlay.show(
    ref,
    applicationId,
    mine.decision === null
      ? undefined
      : {
          ...{ decision: mine.decision, reason, comment: mine.comment ?? null, by: member },
          ...{ at: new Date().toISOString(), changeId: step.id, opened: true },
        },
  )
  const request = { ...mine, expected: current?.decision ?? null }
  queue.add({ id: step.id, ref, at: Date.now(), kind: 'one', applicationId, request }, step)
}
