const origin = 'http://here.invalid'
// A sign-in that waits for the identity provider is stored with its place to return to, for anybody who asks.
const maxLength = 4_096
const authPaths = /^\/(sign-in|setup|invitation|new-password|api)(\/|$|\?|#)/

/**
 * Where to go after signing in: a path of this product, and nothing that a browser would read as another site.
 * @param text what an address says; anything
 * @returns a path with its query, `/` for what is not one
 */
export function safeReturn(text: string | null | undefined): string {
  if (!text || text.length > maxLength || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\'))
    return '/'
  if (!URL.canParse(text, origin)) return '/'
  const url = new URL(text, origin)
  // As a browser reads it: `/..//host` comes out as `//host`, which is another site.
  const path = `${url.pathname}${url.search}`
  const again = path.startsWith('/') && !/^\/[/\\]/.test(path) && URL.canParse(path, origin)
  if (url.origin !== origin || !again || new URL(path, origin).href !== url.href.split('#', 1)[0]) return '/'
  return authPaths.test(url.pathname) ? '/' : path
}

/** The address of the sign-in page that leads back. */
export function signInPath(from: string | null | undefined): string {
  const back = safeReturn(from)
  return back === '/' ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(back)}`
}
