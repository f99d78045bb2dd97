import 'server-only'
import { LRUCache } from 'lru-cache'

const mostBytes = 16 * 1024 * 1024

type Kept<Value> = { version: string; value: Value }

/** Answers that were given lately, each with the version of what it was made from. */
export class KeptAnswers<Value extends object> {
  readonly #kept: LRUCache<string, Kept<Value>>

  /** @param sizeOf bytes of an answer @param most bytes that are kept at the most */
  constructor(sizeOf: (value: Value) => number, most = mostBytes) {
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
}

/** The rows of a page as JSON text, the same for everyone. */
export type RowTexts = { text: string; ids: string[]; matched: number }
type Bytes = Uint8Array<ArrayBuffer>

/** What is kept of pages: whole answers by reader, and the rows they have in common. */
export const keptPages = (most = mostBytes) => ({
  pages: new KeptAnswers<Bytes>((bytes) => bytes.length, most),
  rows: new KeptAnswers<RowTexts>(({ text }) => text.length * 2, most),
})
export type KeptPages = ReturnType<typeof keptPages>
