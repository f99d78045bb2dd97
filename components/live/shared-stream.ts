import { api } from '@/lib/query/bff'
import type { JobRef } from '@/lib/url/paths'
import { type Heard, openEventLink } from './event-link'

type Listener = { onHeard: (heard: Heard) => void; onState: (up: boolean) => void }

type Message = { type: 'heard'; heard: Heard } | { type: 'state'; up: boolean } | { type: 'hello' }

// A glance at another tab ends nothing.
const hiddenMs = 30_000

/** Calls `enter` whenever the page comes into sight, and `leave` once it has been out of it for a while. */
function whileInSight({ enter, leave }: Record<'enter' | 'leave', () => void>, signal: AbortSignal): void {
  let hiding: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    clearTimeout(hiding)
    if (document.visibilityState === 'visible') enter()
    else hiding = setTimeout(leave, hiddenMs)
  }
  document.addEventListener('visibilitychange', look, { signal })
  window.addEventListener('pagehide', leave, { signal })
  window.addEventListener('pageshow', look, { signal })
  signal.addEventListener('abort', () => clearTimeout(hiding))
  if (document.visibilityState === 'visible') enter()
}

/** Passes events on in their order, each once, whichever connection they came by. */
function createHearing(onHeard: (heard: Heard) => void) {
  let lastId: number | null = null
  let held: Heard[] | null = null
  const hear = (heard: Heard) => {
    if (heard.id !== null) {
      const isPlace = heard.event === 'ready' || heard.event === 'reset'
      // Two tabs can have a connection for a moment, and each hears everything.
      if (!isPlace && lastId !== null && heard.id <= lastId) return
      lastId = heard.event === 'reset' ? heard.id : Math.max(lastId ?? 0, heard.id)
    }
    onHeard(heard)
  }
  return {
    hear,
    hearOther(heard: Heard) {
      // Where the other tab's stream begins is no place of this one's.
      if (heard.event === 'ready') return
      if (held) held.push(heard)
      else hear(heard)
    },
    hold: () => void (held = []),
    release() {
      for (const heard of held ?? []) hear(heard)
      held = null
    },
    lastId: () => lastId,
  }
}

/**
 * The stream of a job, one for all tabs of this browser that show it: the tab that holds a lock has the connection and
 * passes on what it hears. A tab that nobody sees gives the lock back, so that a browser keeps no more connections than
 * it shows jobs. Without locks (an insecure address) each tab in sight has a connection of its own.
 * @param since when the page was read, milliseconds
 * @returns how to leave
 */
export function joinStream(ref: JobRef, since: number, { onHeard, onState }: Listener): () => void {
  const name = `shortlist:events:${ref.account ?? ''}/${ref.jobId}`
  const locks = 'locks' in navigator ? navigator.locks : null
  const channel = locks && 'BroadcastChannel' in window ? new BroadcastChannel(name) : null
  const left = new AbortController()
  const hearing = createHearing(onHeard)
  let leading = false
  let up = false
  /** Ends this tab's part while it is out of sight; null then. */
  let seen: AbortController | null = null

  const address = (more: Record<string, string> = {}) => {
    const lastId = hearing.lastId()
    const place: Record<string, string> =
      lastId === null ? { since: String(since) } : { lastEventId: String(lastId) }
    return api(ref, '/events', { ...more, ...place })
  }
  const post = (message: Message) => channel?.postMessage(message)
  const setUp = (now: boolean) => {
    up = now
    onState(now)
  }

  /** Until the signal aborts. */
  const lead = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal.aborted) return resolve()
      leading = true
      const close = openEventLink(address, {
        onHeard(heard) {
          hearing.hear(heard)
          post({ type: 'heard', heard })
        },
        onState(now) {
          setUp(now)
          post({ type: 'state', up: now })
        },
      })
      signal.addEventListener('abort', () => {
        leading = false
        close()
        resolve()
      })
    })

  /** Reads what this tab has missed while another one had the connection; what comes meanwhile waits its turn. */
  const catchUp = (signal: AbortSignal) => {
    hearing.hold()
    const onPart = (heard: Heard) => {
      hearing.hear(heard)
      if (heard.event === 'end') hearing.release()
    }
    const close = openEventLink(() => address({ follow: '0' }), { onHeard: onPart, onState: () => undefined })
    signal.addEventListener('abort', () => {
      close()
      hearing.release()
    })
    post({ type: 'hello' })
  }

  const follow = async (signal: AbortSignal) => {
    if (!locks) return lead(signal)
    const first = await locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await lead(signal)
      return lock !== null
    })
    if (first || signal.aborted) return
    catchUp(signal)
    await locks.request(name, { signal }, () => lead(signal))
  }

  const enter = () => {
    if (seen || left.signal.aborted) return
    const own = new AbortController()
    seen = own
    // Aborted, a request for the lock is refused.
    follow(own.signal).catch(() => undefined)
  }
  const leave = () => {
    seen?.abort()
    seen = null
  }
  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.type === 'heard') hearing.hearOther(data.heard)
    else if (data.type === 'state' && !leading) setUp(data.up)
    else if (data.type === 'hello' && leading) post({ type: 'state', up })
  })
  whileInSight({ enter, leave }, left.signal)
  return () => {
    left.abort()
    leave()
    channel?.close()
  }
}
