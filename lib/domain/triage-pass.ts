import type { Marks } from '@/lib/contracts/candidate'
import type { MemberName } from '@/lib/contracts/decisions'
import type { Decision } from '@/lib/contracts/decision-words'
import type { NextAnswer, QueuedPerson, TriagePerson } from '@/lib/contracts/triage'

/** How many people are claimed and loaded behind the one on screen. */
export const aheadCount = 3

/** One reader's way through a view: whom they were shown, who comes next, what they decided. */
export type Pass = {
  /** The view names decisions: whoever has one is open still. */
  secondLook: boolean
  people: Readonly<Record<string, TriagePerson>>
  /** Shown so far, in order. */
  trail: readonly string[]
  /** Which of them is on screen; the length of the trail where nobody is. */
  at: number
  /** Claimed for this tab and not shown yet. */
  ahead: readonly string[]
  /** The place in the view after which to go on. */
  after: string | null
  /** Put off to the end, in order. */
  skipped: readonly string[]
  /** What this reader decided or suggested on the way; null where they took it back. */
  made: Readonly<Record<string, Decision | null>>
  /** Whom somebody else has by now. */
  lost: Readonly<Record<string, MemberName | null>>
  queue: readonly QueuedPerson[]
  /** People of the view, and how many are left behind those ahead; null before the first answer. */
  counts: NextAnswer['counts'] | null
  /** Who has the rest, where nobody is free. */
  heldBy: readonly MemberName[]
}

/**
 * A pass that begins.
 * @param first who is on screen already; null for nobody
 * @param before what was done in this tab before the page was loaded again
 */
export function beginPass(
  first: TriagePerson | null,
  secondLook: boolean,
  { made, skipped }: Pick<Pass, 'made' | 'skipped'> = { made: {}, skipped: [] },
): Pass {
  const id = first?.candidate.applicationId
  return {
    secondLook,
    people: first && id !== undefined ? { [id]: first } : {},
    trail: id === undefined ? [] : [id],
    at: 0,
    ahead: [],
    after: id ?? null,
    skipped: skipped.filter((each) => each !== id),
    made,
    lost: {},
    queue: [],
    counts: null,
    heldBy: [],
  }
}

/** Who is on screen; null for nobody. */
export const currentId = ({ trail, at }: Pass): string | null => trail[at] ?? null

/** What stands about somebody, as far as this tab knows. */
export function standingDecision({ made, people }: Pass, id: string): Decision | null {
  return made[id] === undefined ? (people[id]?.mark.decision?.decision ?? null) : made[id]
}

const isDone = (pass: Pass, id: string): boolean =>
  (pass.secondLook ? (pass.made[id] ?? null) : standingDecision(pass, id)) !== null

const isOpen = (pass: Pass, id: string) => !isDone(pass, id) && !pass.skipped.includes(id)

/** Whom the tab needs to have: on screen, and whoever comes next, after going back too. */
export function neededIds(pass: Pass): string[] {
  const current = currentId(pass)
  const later = pass.trail.slice(pass.at + 1).filter((id) => isOpen(pass, id))
  return [...new Set([...(current === null ? [] : [current]), ...later, ...pass.ahead])]
}

/** How many people are left to decide about, those the tab has included; null before that is known. */
export function countLeft(pass: Pass): number | null {
  if (pass.counts === null) return null
  return pass.counts.left + neededIds(pass).filter((id) => !isDone(pass, id)).length
}

/** Whoever is shown again stands in the trail once, at its end. */
function show(pass: Pass, id: string): Pass {
  const trail = [...pass.trail.filter((each) => each !== id), id]
  return {
    ...pass,
    trail,
    at: trail.length - 1,
    ahead: pass.ahead.filter((each) => each !== id),
    skipped: pass.skipped.filter((each) => each !== id),
  }
}

const showAhead = (pass: Pass): Pass => {
  const [next] = pass.ahead
  return next === undefined ? { ...pass, at: pass.trail.length } : show(pass, next)
}

/** One person on: through those shown before, then to those ahead. */
export function moveOn(pass: Pass): Pass {
  return pass.at < pass.trail.length - 1 ? { ...pass, at: pass.at + 1 } : showAhead(pass)
}

/** One person back. */
export const moveBack = (pass: Pass): Pass => (pass.at === 0 ? pass : { ...pass, at: pass.at - 1 })

/** On to the next who is still open, past those decided about or put off. */
function moveToOpen(pass: Pass): Pass {
  const next = pass.trail.findIndex((id, at) => at > pass.at && isOpen(pass, id))
  return next === -1 ? showAhead(pass) : { ...pass, at: next }
}

/** Notes a decision about whoever is on screen, and goes on. */
export function decideInPass(pass: Pass, decision: Decision): Pass {
  const id = currentId(pass)
  if (id === null) return pass
  return moveToOpen({ ...pass, made: { ...pass.made, [id]: decision } })
}

/** Puts off whoever is on screen until nobody else is left, and goes on. */
export function skipInPass(pass: Pass): Pass {
  const id = currentId(pass)
  if (id === null) return pass
  return moveToOpen({ ...pass, skipped: [...pass.skipped.filter((each) => each !== id), id] })
}

/** Somebody else has whoever is on screen: the next one is shown instead. */
export function passOver(pass: Pass): Pass {
  const id = currentId(pass)
  const trail = pass.trail.filter((each) => each !== id)
  return showAhead({ ...pass, trail, at: trail.length })
}

/** Brings somebody on screen: of the trail, of those ahead, or of the queue. */
export function goTo(pass: Pass, id: string, person?: TriagePerson): Pass {
  const people = person ? { ...pass.people, [id]: person } : pass.people
  if (!people[id]) return pass
  const at = pass.trail.indexOf(id)
  const { [id]: _mine, ...lost } = pass.lost
  return at === -1 ? show({ ...pass, people, lost }, id) : { ...pass, people, lost, at }
}

/** A decision was undone: they are open again, and on screen. */
export function reopen(pass: Pass, id: string, decision: Decision | null = null): Pass {
  return goTo({ ...pass, made: { ...pass.made, [id]: decision } }, id)
}

/** What the server gave, and whom it gave to others. Where nobody was on screen, the first of them is. */
export function receive(pass: Pass, answer: NextAnswer): Pass {
  const current = currentId(pass)
  const lost = Object.fromEntries(answer.lost.map(({ applicationId, by }) => [applicationId, by]))
  const given = answer.people.filter(({ candidate: { applicationId } }) => applicationId !== current)
  const ids = given.map(({ candidate: { applicationId } }) => applicationId)
  const ahead = [...pass.ahead.filter((id) => !(id in lost) && !ids.includes(id)), ...ids]
  const last = ids.filter((id) => !pass.skipped.includes(id)).at(-1)
  const next: Pass = {
    ...pass,
    people: {
      ...pass.people,
      ...Object.fromEntries(given.map((person) => [person.candidate.applicationId, person])),
    },
    // Whoever is given is open: what was decided about them in this tab no longer stands.
    made: Object.fromEntries(Object.entries(pass.made).filter(([id]) => !ids.includes(id))),
    ahead,
    after: last ?? pass.after,
    lost: current !== null && current in lost ? { [current]: lost[current] ?? null } : {},
    queue: answer.queue,
    counts: answer.counts,
    heldBy: answer.heldBy,
  }
  return current === null ? showAhead(next) : next
}

/** What stands about people by now. Those about whom somebody else decided meanwhile are not shown next any more. */
export function learnMarks(pass: Pass, marks: Marks): Pass {
  const people = { ...pass.people }
  for (const [id, mark] of Object.entries(marks)) {
    const person = people[id]
    if (person) people[id] = { ...person, mark }
  }
  const next = { ...pass, people }
  return { ...next, ahead: next.ahead.filter((id) => !isDone(next, id)) }
}

/** What a pass came to, by decision. */
export function countMade({ made }: Pick<Pass, 'made'>): Record<Decision, number> & { total: number } {
  const counts = { shortlist: 0, maybe: 0, reject: 0, total: 0 }
  for (const decision of Object.values(made)) {
    if (decision === null) continue
    counts[decision] += 1
    counts.total += 1
  }
  return counts
}
