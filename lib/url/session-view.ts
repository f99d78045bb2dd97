/**
 * The cookie with the view of a job that this browser showed last. It has the job's path and ends with the browser's
 * session. A cookie, not the tab's storage: the server has to know before it draws the first row.
 */
export const sessionViewCookie = 'shortlist-view'

// A browser refuses a cookie of more than 4,096 bytes.
const maxLength = 3_500

type Owner = { readerId: string; account: string | null }

/**
 * What the cookie holds, encoded for it; null where the view is too long to be kept.
 * @param query the view as its address says it, without a `?`
 */
export function writeSessionView({ readerId, account }: Owner, query: string): string | null {
  const text = encodeURIComponent(JSON.stringify([readerId, account, query]))
  return text.length > maxLength ? null : text
}

/** The view that a cookie holds for this reader and account; null for none, another's, and what is no view at all. */
export function readSessionView(value: string | undefined, { readerId, account }: Owner): string | null {
  try {
    const stored: unknown = JSON.parse(value ?? 'null')
    if (!Array.isArray(stored) || stored[0] !== readerId || stored[1] !== account) return null
    return typeof stored[2] === 'string' ? stored[2] : null
  } catch {
    return null
  }
}
