import 'server-only'

type Waiting = { turn: number; admit: () => void }

/** A limited number of places, given to the lowest turn first, and among equal turns to whoever came first. */
export class TurnQueue {
  #free: number
  readonly #waiting: Waiting[] = []

  /** @param places how many there are */
  constructor(places: number) {
    this.#free = places
  }

  /** Takes a place, at once where one is free. Every place taken has to be given back. */
  async take(turn: number): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1
      return
    }
    await new Promise<void>((admit) => {
      const before = this.#waiting.findLastIndex((other) => other.turn <= turn)
      this.#waiting.splice(before + 1, 0, { turn, admit })
    })
  }

  giveBack(): void {
    const next = this.#waiting.shift()
    if (next) next.admit()
    else this.#free += 1
  }
}
