const origin = 'http://here.invalid'
const doors = /^\/(sign-in|setup|invitation|new-password|api)(\/|$|\?|#)/

/**
 * Where to go after signing in: a path of this product, and nothing that a browser would read as another site.
 * @param text what an address says; anything
 * @returns a path with its query, `/` for what is not one
 */
export function safeReturn(text: string | null | undefined): string {
  if (!text || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return '/'
  if (!URL.canParse(text, origin)) return '/'
  const url = new URL(text, origin)
  if (url.origin !== origin || doors.test(url.pathname)) return '/'
  return `${url.pathname}${url.search}`
}

/** The address of the sign-in page that leads back. */
export function signInPath(from: string | null | undefined): string {
  const back = safeReturn(from)
  return back === '/' ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(back)}`
}
