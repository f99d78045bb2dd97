import { endEvent, type EndReason, jobEventKinds } from '@/lib/contracts/job-events'

/** What a stream said; `id` is null for what is no event of the outbox. */
export type Heard = { event: string; id: number | null; data: unknown }

type Handlers = { onHeard: (heard: Heard) => void; onState: (up: boolean) => void }

const events = [...jobEventKinds, 'ready', 'reset', 'presence', 'end']
const [firstPauseMs, maxPauseMs] = [1_000, 20_000]

/**
 * One connection to a stream, opened again whenever it ends for a reason that passes.
 * @param address where to go on from now
 * @returns how to close it
 */
export function openEventLink(address: () => string, { onHeard, onState }: Handlers): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let pauseMs = firstPauseMs
  let closed = false

  const retry = () => {
    source?.close()
    source = null
    if (closed) return
    // All who were connected to a server that went away come back, each at another moment.
    clearTimeout(timer)
    timer = setTimeout(open, pauseMs * (0.5 + Math.random()))
    pauseMs = Math.min(maxPauseMs, pauseMs * 2)
  }
  const lose = () => {
    onState(false)
    retry()
  }
  const close = () => {
    closed = true
    clearTimeout(timer)
    source?.close()
    window.removeEventListener('online', open)
    window.removeEventListener('offline', lose)
  }
  const ends = (reason: EndReason) => {
    if (reason === 'signed_out' || reason === 'caught_up') close()
    if (reason === 'stopping' || reason === 'signed_out') onState(false)
    retry()
  }

  function open(): void {
    clearTimeout(timer)
    source?.close()
    source = new EventSource(address())
    for (const event of events) {
      source.addEventListener(event, (message: MessageEvent<string>) => {
        const data: unknown = JSON.parse(message.data)
        if (event === 'ready' || event === 'reset') {
          pauseMs = firstPauseMs
          onState(true)
        }
        const id = event === 'presence' || event === 'end' ? null : Number(message.lastEventId)
        onHeard({ event, id, data })
        if (event === 'end') ends(endEvent.parse(data).reason)
      })
    }
    source.addEventListener('error', lose)
  }

  window.addEventListener('online', open)
  window.addEventListener('offline', lose)
  open()
  return close
}
