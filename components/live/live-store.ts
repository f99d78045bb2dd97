import { useSyncExternalStore } from 'react'
import { setLive } from '@/components/shared/live-state'
import type { ListEvent, PresenceEvent } from '@/lib/contracts/job-events'

export type LiveState = {
  up: boolean
  /** What the list came to last. */
  list: ListEvent | null
  people: PresenceEvent['people']
}

const initial: LiveState = { up: true, list: null, people: [] }
let state = initial
const listeners = new Set<() => void>()

function set(patch: Partial<LiveState>): void {
  state = { ...state, ...patch }
  for (const listener of listeners) listener()
}

/** What is known of the job on screen from its stream. */
export const liveStore = {
  setList: (list: ListEvent) => set({ list }),
  setPeople: (people: PresenceEvent['people']) => set({ people }),
  setUp(up: boolean) {
    setLive(up)
    set(up ? { up } : { up, people: [] })
  },
  reset() {
    setLive(false)
    set(initial)
  },
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useLiveState = (): LiveState =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => initial,
  )
