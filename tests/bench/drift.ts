import { beginPass, chooseSweep, planSweep } from '@/lib/domain/list-drift'
import { priceRows } from '@/lib/domain/terms'
import { type Change, LiveList, Reader, terms } from '../unit/domain/live-list'
import type { Section } from './report'

const size = 1_000
const lists = 40
const window = 50

/** Numbers that are the same every time: a bench must compare like with like. */
function randomOf(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

function changeOf(random: () => number): Change {
  const at = (['front', 'front', 'middle', 'end'] as const)[Math.floor(random() * 4)] ?? 'front'
  const kind = random()
  if (kind < 0.6) return { kind: 'apply', count: 1, at }
  return kind < 0.9 ? { kind: 'withdraw', count: 1, at } : { kind: 'rerank', count: 1, to: 'front' }
}

type Read = (live: LiveList, shake: () => void) => Set<string>

function byErrand(kinds: readonly ('complete' | 'refresh')[]): Read {
  return (live, shake) => {
    const reader = new Reader()
    for (const kind of kinds) {
      const errand = chooseSweep(reader.list, kind)
      if (errand === null) continue
      if (errand === 'pass') reader.list = beginPass(reader.list)
      for (
        let next = planSweep(reader.list, errand, terms);
        next;
        next = planSweep(reader.list, errand, terms)
      ) {
        reader.take(next, live.ask(next)!)
        shake()
      }
    }
    return new Set(reader.known.keys())
  }
}

/** One window after the other to the end, as most do; `passes` times over. */
const byStep =
  (passes: number): Read =>
  (live, shake) => {
    const known = new Set<string>()
    for (let pass = 0; pass < passes; pass += 1) {
      for (let offset = 0, more = true; more; offset += window) {
        const page = live.ask({ offset, count: window })!
        for (const id of page.ids) known.add(id)
        more = page.hasMore !== false
        shake()
      }
    }
    return known
  }

/** Goes on behind as many rows as are known: the usual "load more" over a set of ids. */
const byKnown: Read = (live, shake) => {
  const known = new Set<string>()
  for (let more = true; more;) {
    const before = known.size
    const page = live.ask({ offset: known.size, count: window })!
    for (const id of page.ids) known.add(id)
    more = page.hasMore !== false && known.size > before
    shake()
  }
  return known
}

const ways: [string, Read][] = [
  ['Shortlist: `complete`', byErrand(['complete'])],
  ['Shortlist: `complete`, and another pass where it says so', byErrand(['complete', 'complete'])],
  ['fixed offset step', byStep(1)],
  ['offset by distinct ids at hand', byKnown],
  ['every page fetched again', byStep(2)],
]

type Row = { way: string; changes: number; missed: number; credits: number; over: number; repeats: number }

/** Means over many lists of 1,000: people present when the reading ended and not known, credits, and repeats per 1,000 rows. */
function measureDrift(): Row[] {
  return [0, 1, 5].flatMap((changes) =>
    ways.map(([way, read]) => {
      const sums = { missed: 0, credits: 0, over: 0, repeats: 0 }
      for (let seed = 1; seed <= lists; seed += 1) {
        const random = randomOf(seed * 7_919)
        const live = new LiveList(size)
        const known = read(live, () => {
          for (let at = 0; at < changes; at += 1) live.change(changeOf(random))
        })
        sums.missed += live.present.filter((id) => !known.has(id)).length / lists
        sums.credits += live.credits / lists
        sums.over += (live.credits - priceRows(known.size, terms)) / lists
        sums.repeats += ((live.rows - known.size) / known.size) * (1_000 / lists)
      }
      return { way, changes, ...sums }
    }),
  )
}

const number = (value: number) => value.toFixed(1)

/** People missed, credits and repeats of reading a list that moves, ours beside the plain ways. */
export async function drift(): Promise<Section> {
  const lines = measureDrift().map(({ way, changes, missed, credits, over, repeats }) => ({
    measure: `${way}, ${changes} changes a page`,
    value: `${number(missed)} missed, ${number(credits)} credits (${number(over)} over the cheapest), ${number(repeats)} repeats per 1,000 rows`,
  }))
  return {
    title: 'A list that moves',
    intro: `Means over ${lists} lists of ${size} people, read to the end while people apply, withdraw, are re-ranked and re-rated between two pages. Missed are people present at the end and not known then.`,
    lines,
  }
}
