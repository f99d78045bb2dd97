import { applyPage, type ListState, newList, type Page, type Window } from '@/lib/domain/list-drift'
import { priceRows } from '@/lib/domain/terms'

/** The terms of the provider in these models. */
export const terms = { pageSize: 50, price: { rows: 10, credits: 1 } }

type Place = 'front' | 'middle' | 'end'
export type Change =
  | { kind: 'apply' | 'withdraw'; count: number; at: Place }
  | { kind: 'rerank'; count: number; to: 'front' | 'end' }
  | { kind: 'rerate' }

/** One answer's way of being odd. `lost` is no answer at all. */
export type Manner = {
  short: number | null
  repeats: number
  next: 'right' | 'missing' | 'stuck' | 'zero'
  empty: boolean
  lost: boolean
}
export const plain: Manner = { short: null, repeats: 0, next: 'right', empty: false, lost: false }

/** How a provider tells the length and the end of its list. `late` says "more" until it answers nothing, `forever` always. */
export type Telling = { over: number; total: boolean; more: 'right' | 'missing' | 'late' | 'forever' }
export const honest: Telling = { over: 0, total: true, more: 'right' }

/** A provider's list that moves, and what was paid for it. */
export class LiveList {
  present: string[]
  rows = 0
  credits = 0
  calls = 0
  #applied: number
  readonly #telling: Telling

  constructor(size: number, telling: Telling = honest) {
    this.present = Array.from({ length: size }, (_, at) => `p${at}`)
    this.#applied = size
    this.#telling = telling
  }

  change(change: Change): void {
    const { length } = this.present
    if (change.kind === 'rerate') return
    if (change.kind === 'rerank') {
      const count = Math.min(change.count, length)
      this.present =
        change.to === 'front'
          ? [...this.present.slice(length - count), ...this.present.slice(0, length - count)]
          : [...this.present.slice(count), ...this.present.slice(0, count)]
      return
    }
    const { count, at } = change
    const taken = change.kind === 'withdraw' ? count : 0
    const from = { front: 0, middle: Math.floor(length / 2), end: Math.max(0, length - taken) }[at]
    const fresh = change.kind === 'apply' ? Array.from({ length: count }, () => `p${this.#applied++}`) : []
    this.present = this.present.toSpliced(from, taken, ...fresh)
  }

  /** @returns null when the answer is lost */
  ask({ offset, count }: { offset: number; count: number }, manner: Manner = plain): Page | null {
    this.calls += 1
    if (manner.lost) return null
    const most = manner.empty ? 0 : Math.min(count, manner.short ?? count)
    const rows = this.present.slice(offset, offset + most)
    const ids = [...rows, ...rows.slice(0, manner.repeats)]
    this.rows += ids.length
    this.credits += priceRows(ids.length, terms)
    const { length } = this.present
    const end = offset + rows.length
    const more = { right: end < length, missing: null, late: rows.length > 0 || end < length, forever: true }
    return {
      offset,
      asked: count,
      ids,
      total: this.#telling.total ? length + this.#telling.over : null,
      nextOffset: { right: end, missing: null, stuck: offset, zero: 0 }[manner.next],
      hasMore: more[this.#telling.more],
    }
  }
}

/** Someone who keeps what was bought, and asks as the rules say. */
export class Reader {
  list: ListState = newList
  readonly known = new Map<string, { pass: number; position: number }>()
  readonly gone = new Set<string>()
  /** The totals told, and the ids seen, since the pass began. */
  totals: (number | null)[] = []
  seen = new Set<string>()

  take({ part }: Window, page: Page): void {
    const taken = applyPage(this.list, part, page, this.known)
    this.totals.push(page.total)
    for (const [at, id] of page.ids.entries()) {
      this.known.set(id, { pass: taken.seenIn, position: page.offset + at })
      this.seen.add(id)
      this.gone.delete(id)
    }
    if (taken.goneBefore !== null) {
      for (const [id, { pass }] of this.known) if (pass < taken.goneBefore) this.gone.add(id)
    }
    this.list = { ...taken.list, gone: this.gone.size }
  }
}
