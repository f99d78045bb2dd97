import 'server-only'

const mostBytes = 16 * 1024 * 1024

type Kept = { version: string; bytes: Uint8Array<ArrayBuffer> }

/** Answers that were given lately, each with the version of what it was made from. */
export class PageBytes {
  #size = 0
  readonly #most: number
  // In the order in which they were last asked for.
  readonly #kept = new Map<string, Kept>()

  /** @param most bytes that are kept at the most */
  constructor(most = mostBytes) {
    this.#most = most
  }

  /** The kept answer to a question if it is of this version; else it is made, and kept. */
  async of(question: string, version: string, make: () => Promise<string>): Promise<Uint8Array<ArrayBuffer>> {
    const known = this.#kept.get(question)
    if (known) this.#forget(question, known)
    const answer =
      known?.version === version ? known : { version, bytes: new TextEncoder().encode(await make()) }
    // Someone else may have made it meanwhile.
    const other = this.#kept.get(question)
    if (other) this.#forget(question, other)
    this.#kept.set(question, answer)
    this.#size += answer.bytes.length
    for (const [oldest, each] of this.#kept) {
      if (this.#size <= this.#most) break
      this.#forget(oldest, each)
    }
    return answer.bytes
  }

  #forget(question: string, { bytes }: Kept): void {
    this.#kept.delete(question)
    this.#size -= bytes.length
  }
}
