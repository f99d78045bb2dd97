import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'

/** What one question came to: the answer, or how far it has come until then. */
export type Turn<Answer, Progress> = { answer: Answer } | { progress: Progress | null }

type Waiting<Progress> = { signal?: AbortSignal | undefined; onProgress: (progress: Progress) => void }
type Watch<Answer, Progress> = {
  result: Promise<Answer>
  progress: Progress | null
  listeners: Set<(progress: Progress) => void>
  /** Aborted when the last caller leaves. */
  abandoned: AbortController
}
type Pause = (ms: number, signal: AbortSignal) => Promise<unknown>

const [firstPauseMs, maxPauseMs, growth] = [150, 1_000, 1.5]
const realPause: Pause = (ms, signal) => sleep(ms, undefined, { signal })

/** Resolves as `work` does, unless the signal aborts first. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      reject(signal.reason as Error)
    }
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}

/**
 * Polls once for all callers that wait for the same thing, less and less often: each 150 ms at first, each second in the
 * end. The poll ends with its answer, with an error (which every caller gets), or when its last caller leaves.
 * @param pause for tests: what passes between two questions
 */
export function createSharedPoll<Answer, Progress>(pause: Pause = realPause) {
  const watches = new Map<string, Watch<Answer, Progress>>()

  async function poll(
    watch: Omit<Watch<Answer, Progress>, 'result'>,
    ask: () => Promise<Turn<Answer, Progress>>,
  ): Promise<Answer> {
    const { signal } = watch.abandoned
    for (let ms = firstPauseMs; ; ms = Math.min(maxPauseMs, ms * growth)) {
      const turn = await ask()
      if ('answer' in turn) return turn.answer
      const { progress } = turn
      if (progress && JSON.stringify(progress) !== JSON.stringify(watch.progress)) {
        watch.progress = progress
        for (const listener of watch.listeners) listener(progress)
      }
      await pause(ms, signal)
    }
  }

  function start(id: string, ask: () => Promise<Turn<Answer, Progress>>): Watch<Answer, Progress> {
    const watch: Omit<Watch<Answer, Progress>, 'result'> = {
      progress: null,
      listeners: new Set(),
      abandoned: new AbortController(),
    }
    const started = Object.assign(watch, { result: poll(watch, ask) })
    watches.set(id, started)
    const forget = () => {
      if (watches.get(id) === started) watches.delete(id)
    }
    // Forgotten before any caller hears of it: whoever asks next must not get an answer of the past.
    started.result.then(forget, forget)
    return started
  }

  /**
   * Waits for what `ask` answers. A caller who comes later joins the poll under way and hears at once how far it has come.
   * @param id names what is waited for; `ask` must be the same for the same id
   * @throws what `ask` throws, or the reason of the signal
   */
  return async function wait(
    id: string,
    ask: () => Promise<Turn<Answer, Progress>>,
    { signal, onProgress }: Waiting<Progress>,
  ): Promise<Answer> {
    signal?.throwIfAborted()
    const watch = watches.get(id) ?? start(id, ask)
    const left = new AbortController()
    // A listener of its own for each caller, whose failure is that caller's alone.
    const listener = (progress: Progress) => {
      try {
        onProgress(progress)
      } catch (error) {
        left.abort(error)
      }
    }
    watch.listeners.add(listener)
    if (watch.progress) listener(watch.progress)
    try {
      return await untilAborted(watch.result, signal ? AbortSignal.any([signal, left.signal]) : left.signal)
    } finally {
      watch.listeners.delete(listener)
      if (watch.listeners.size === 0) {
        if (watches.get(id) === watch) watches.delete(id)
        watch.abandoned.abort()
      }
    }
  }
}
