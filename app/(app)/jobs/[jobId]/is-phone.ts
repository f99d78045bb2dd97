/**
 * Whether a request comes from a phone, so that its first HTML need not hold the rows of a large screen. Only a guess:
 * what the page shows is decided by its width.
 */
export function isPhone(headers: Headers): boolean {
  const hint = headers.get('sec-ch-ua-mobile')
  return hint === null ? /\bMobi/.test(headers.get('user-agent') ?? '') : hint === '?1'
}
