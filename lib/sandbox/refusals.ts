import { errorStatus, type FaultKind } from './faults'

const html = (status: number, title: string) =>
  new Response(`<!doctype html><title>${title}</title><h1>${title}</h1><hr>edge-proxy`, {
    status,
    headers: { 'content-type': 'text/html' },
  })

/** What the stand-in refuses with, in the provider's envelope. @param now the clock of its timestamps */
export function createRefusals(now: () => Date) {
  const metadata = (credits_consumed: number) => ({
    action: 'get_candidates',
    credits_consumed,
    timestamp: now().toISOString(),
  })
  const refuse = (code: string, message: string, headers: Record<string, string> = {}) =>
    Response.json(
      { success: false, error: { code, message }, metadata: metadata(0) },
      { status: errorStatus[code] ?? 400, headers },
    )

  function refuseByFault(kind: FaultKind | null): Response | null {
    if (kind === null) return null
    if (kind === 'RATE_LIMITED_RETRY_AFTER')
      return refuse('RATE_LIMITED', 'Slow down.', { 'retry-after': '1' })
    if (kind === 'RATE_LIMITED_LONG') return refuse('RATE_LIMITED', 'Slow down.', { 'retry-after': '90' })
    if (kind in errorStatus) return refuse(kind, `${kind} was asked for.`)
    if (kind === 'html_403') return html(403, 'Access denied')
    if (kind === 'html_502') return html(502, 'Bad gateway')
    if (kind === 'redirect')
      return new Response(null, { status: 302, headers: { location: 'http://127.0.0.1:9/' } })
    return null
  }

  return { metadata, refuse, refuseByFault }
}
