import type { Order } from './decision-orders'
import { orderKey } from './order-key'

/** Where orders wait for the server, so that leaving the page loses none. */
export type OrderStorage = {
  save: (orders: readonly Order[]) => void
  /** Orders of pages that are gone. They are this page's from now on. */
  adopt: () => Promise<Order[]>
}

// What was decided days ago is another day's decision.
const maxAgeMs = 3 * 86_400_000
const prefix = (user: string) => `${orderKey}${encodeURIComponent(user)}:`

function read(text: string | null, now: number): Order[] {
  try {
    const orders = JSON.parse(text ?? '[]') as unknown
    return Array.isArray(orders) ? (orders as Order[]).filter(({ at }) => now - at < maxAgeMs) : []
  } catch {
    return []
  }
}

// Where a page is drawn on the server there is no browser to ask.
const getLocks = (): LockManager | undefined =>
  typeof navigator === 'undefined' ? undefined : (navigator as { locks?: LockManager }).locks

/** Whether the page that a lock belongs to is gone. Without locks, every other page counts as gone: sending twice does no harm. */
async function isGone(name: string): Promise<boolean> {
  const locks = getLocks()
  if (!locks) return true
  return locks.request(name, { ifAvailable: true }, (lock) => lock !== null)
}

/**
 * Orders of one member in this browser: each page has a key of its own, and holds a lock for as long as it is open.
 * @param user another member who signs in here sends none of them
 */
export function browserOrders(user: string, page: string = crypto.randomUUID()): OrderStorage {
  const own = prefix(user) + page
  // Held until the page is gone.
  void getLocks()
    ?.request(own, () => new Promise(() => undefined))
    .catch(() => undefined)
  return {
    save(orders) {
      try {
        if (orders.length === 0) window.localStorage.removeItem(own)
        else window.localStorage.setItem(own, JSON.stringify(orders))
      } catch {
        // Kept for as long as this page is open.
      }
    },
    async adopt() {
      try {
        const keys = Object.keys(window.localStorage).filter(
          (key) => key.startsWith(prefix(user)) && key !== own,
        )
        const gone = await Promise.all(keys.map(async (key) => ((await isGone(key)) ? key : null)))
        const orders = gone.flatMap((key) => (key ? read(window.localStorage.getItem(key), Date.now()) : []))
        for (const key of gone) if (key) window.localStorage.removeItem(key)
        return orders.toSorted((a, b) => a.at - b.at)
      } catch {
        return []
      }
    },
  }
}
