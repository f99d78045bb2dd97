import 'server-only'
import { z } from 'zod'

/** On which a job's new events are announced: account, job and the event's id; 0 where only who is there has changed. */
export const jobEventChannel = 'job_event'

const announcement = z.tuple([z.string(), z.string(), z.number()])

/** An announcement of the channel; null for what is none. */
export function parseAnnouncement(payload: string): { account: string; jobId: string; id: number } | null {
  try {
    const parsed = announcement.safeParse(JSON.parse(payload))
    if (!parsed.success) return null
    const [account, jobId, id] = parsed.data
    return { account, jobId, id }
  } catch {
    return null
  }
}

/** What is called by whoever listens to a channel of the store. */
export type Listener = {
  onPayload: (payload: string) => void
  /** Whether announcements arrive now. While they do not, some are missed. */
  onState: (listening: boolean) => void
}

/** Listens until it is stopped, whatever becomes of its connection. */
export type Listen = (channel: string, listener: Listener) => { stop: () => Promise<void> }
