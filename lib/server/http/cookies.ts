import 'server-only'

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // Anybody can send any cookie: what is not encoded is taken as it is written.
    return text
  }
}

/** The value of a cookie of a request, decoded; null when there is none of that name. */
export function cookieOf(request: Request, name: string): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))
  return found === undefined ? null : decoded(found.slice(name.length + 1))
}
