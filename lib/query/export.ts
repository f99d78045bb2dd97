import type { ExportRequest } from '@/lib/contracts/export'
import type { JobRef } from '@/lib/url/paths'
import { ask, json } from './http'

export type ExportedFile = { name: string; content: Blob }

const pathOf = ({ jobId, account }: JobRef) =>
  `/api/jobs/${jobId}/export${account === null ? '' : `?account=${encodeURIComponent(account)}`}`

/**
 * A view or a selection as a file. Free.
 * @param onBytes how much of it has come
 * @throws ProblemError, or the abort reason of its signal
 */
export async function exportFile(
  ref: JobRef,
  request: ExportRequest,
  { signal, onBytes }: { signal?: AbortSignal; onBytes?: (bytes: number) => void } = {},
): Promise<ExportedFile> {
  const response = await ask(pathOf(ref), { method: 'POST', signal: signal ?? null, ...json(request) })
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  const type = response.headers.get('content-type') ?? ''
  const parts: Blob[] = []
  let bytes = 0
  const reader = response.body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    bytes += next.value.byteLength
    parts.push(new Blob([next.value]))
    onBytes?.(bytes)
  }
  return { name: name ?? 'applicants', content: new Blob(parts, { type }) }
}

/** The cells of a CSV file of ours: every one of them is quoted. */
export function readQuotedCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}
