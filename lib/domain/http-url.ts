/** An address a reader may follow: http(s), without credentials; null for anything else. */
export function httpUrl(text: string | null): string | null {
  const trimmed = text?.trim() ?? ''
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  const safe =
    (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === ''
  return safe ? url.href : null
}
