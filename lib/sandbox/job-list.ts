import { buildExtras, buildPerson, tellsMore, type WireCandidate } from './people'

/** Jobs to try, from nobody to ten thousand. */
export const sampleJobs = [
  { jobId: '4123456789', label: 'Growth marketer, Paris', applicants: 81 },
  { jobId: '4100000412', label: 'Product designer, remote', applicants: 412 },
  { jobId: '4100010000', label: 'Customer care, worldwide', applicants: 10_000 },
  { jobId: '4100000001', label: 'Notary, Andorra', applicants: 1 },
  { jobId: '4100000000', label: 'Lighthouse keeper', applicants: 0 },
]

/** How many applied to a job at first: `4100` and six digits say it; null for a job that does not exist. */
export function countApplicants(jobId: string): number | null {
  const sample = sampleJobs.find((job) => job.jobId === jobId)
  if (sample) return sample.applicants
  const size = /^4100(\d{6})$/.exec(jobId)?.[1]
  return size !== undefined && Number(size) <= 100_000 ? Number(size) : null
}

export type ListChange =
  | { kind: 'apply'; count: number; at: 'front' | 'middle' | 'end' }
  | { kind: 'withdraw'; count: number; at: 'front' | 'middle' | 'end' }
  | { kind: 'rerate'; count: number; rating: string }
  | { kind: 'rerank'; count: number }
  | { kind: 'overstate'; count: number }

/** The live list of one job: who stands where, by serial. Untouched, it is not even written down. */
export class JobList {
  #order: number[] | null = null
  #size: number
  #newcomers = 0
  readonly #ratings = new Map<number, string>()
  readonly #initial: number
  overstated = 0
  readonly jobId: string
  readonly seed: number

  constructor(seed: number, jobId: string, size: number) {
    this.seed = seed
    this.jobId = jobId
    this.#size = size
    this.#initial = size
  }

  get size() {
    return this.#size
  }

  /** The list's length as it is told, which may be more than it yields. */
  get total() {
    return this.#size + this.overstated
  }

  rows(offset: number, count: number): WireCandidate[] {
    const rows: WireCandidate[] = []
    for (let at = offset; at < Math.min(offset + count, this.#size); at += 1) {
      const serial = this.#order ? (this.#order[at] ?? at) : at
      const person = buildPerson(this.seed, this.jobId, serial)
      const more = tellsMore(this.jobId) ? buildExtras(this.seed, this.jobId, serial) : {}
      rows.push({ ...person, ...more, rating: this.#ratings.get(serial) ?? person.rating })
    }
    return rows
  }

  change(change: ListChange): void {
    if (change.kind === 'overstate') {
      this.overstated = change.count
      return
    }
    const order = (this.#order ??= Array.from({ length: this.#size }, (_, serial) => serial))
    const middle = Math.floor(order.length / 2)
    if (change.kind === 'apply') {
      const at = { front: 0, middle, end: order.length }[change.at]
      const fresh = Array.from({ length: change.count }, () => this.#initial + this.#newcomers++)
      order.splice(at, 0, ...fresh)
    } else if (change.kind === 'withdraw') {
      const at = { front: 0, middle, end: Math.max(0, order.length - change.count) }[change.at]
      order.splice(at, change.count)
    } else if (change.kind === 'rerate') {
      for (const serial of order.slice(0, change.count)) this.#ratings.set(serial, change.rating)
    } else {
      // The last of the list come to its front.
      order.unshift(...order.splice(Math.max(0, order.length - change.count), change.count))
    }
    this.#size = order.length
  }
}
