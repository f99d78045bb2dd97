import 'server-only'
import { LRUCache } from 'lru-cache'
import type { Facets } from '@/lib/contracts/facets'
import type { MarkCharts, RowCharts } from './insight-charts'
import { readerLeft } from '@/lib/server/db/reader-left'

const mebibyte = 1024 * 1024

type Cached<Value> = { version: string; value: Value }

/** Answers that were given lately, each with the version of what it was made from. */
export class AnswerCache<Value extends object> {
  readonly #kept: LRUCache<string, Cached<Value>>
  readonly #underWay = new Map<string, { making: Promise<Value>; left: AbortSignal | undefined }>()

  /** @param sizeOf bytes of an answer @param most bytes that are kept at the most */
  constructor(sizeOf: (value: Value) => number, most: number) {
    this.#kept = new LRUCache({ maxSize: most, sizeCalculation: ({ value }) => Math.max(1, sizeOf(value)) })
  }

  /** The kept answer to a question if it is of this version; else it is made, and kept. */
  async of(question: string, version: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#kept.get(question)
    if (known?.version === version) return known.value
    const value = await make()
    this.#kept.set(question, { version, value })
    return value
  }

  /**
   * As `of`, and those who ask for the same while it is being made wait for it together. Not for callers within a
   * transaction: with one connection, what they wait for would wait for them.
   */
  async ofAll(question: string, version: string, make: () => Promise<Value>): Promise<Value> {
    const id = JSON.stringify([question, version])
    const joined = this.#underWay.get(id)
    if (joined) {
      return joined.making.catch((error: unknown) => {
        // The first reader left, which ended the making: the next one makes it. Any other failure is everybody's.
        if (joined.left?.aborted && !readerLeft()?.aborted) return this.ofAll(question, version, make)
        throw error
      })
    }
    const making = this.of(question, version, make).finally(() => this.#underWay.delete(id))
    this.#underWay.set(id, { making, left: readerLeft() })
    return making
  }
}

type Bytes = Uint8Array<ArrayBuffer>
/** The rows of a page as JSON, the same for everyone. */
export type CachedRows = { json: Bytes; ids: string[]; matched: number }

/**
 * What is kept of lists: whole pages by reader, the rows they have in common, and the counts of filters' choices. Pages
 * and rows as bytes, which are no part of the heap; choices are objects, which take several times their text.
 */
export const createPageCache = () => ({
  pages: new AnswerCache<Bytes>((bytes) => bytes.length, 16 * mebibyte),
  rows: new AnswerCache<CachedRows>(({ json }) => json.length, 16 * mebibyte),
  facets: new AnswerCache<Facets>((facets) => JSON.stringify(facets).length * 4, 4 * mebibyte),
  insights: new AnswerCache<RowCharts>((charts) => JSON.stringify(charts).length * 4, 2 * mebibyte),
  markInsights: new AnswerCache<MarkCharts>((charts) => JSON.stringify(charts).length * 4, mebibyte),
})
export type PageCache = ReturnType<typeof createPageCache>
