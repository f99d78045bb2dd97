import { createSandbox, type SandboxOptions } from '@/lib/sandbox/sandbox'

export type Answer = {
  success: boolean
  data: {
    candidates: { application_id: string; rating: string }[]
    total_results: number
    total_available_results: number
    pagination: Record<string, unknown>
  }
  error: { code: string; message: string }
  metadata: Record<string, unknown>
}

type Asked = { jobId?: string; count?: number; offset?: number; key?: string; body?: unknown }

export function openSandbox(options: Partial<SandboxOptions> = {}) {
  const sandbox = createSandbox({
    apiKey: 'sample-key',
    accounts: ['sample-account'],
    now: () => new Date('2026-11-24T10:35:00.000Z'),
    ...options,
  })
  const send = ({ jobId = '4123456789', key = 'sample-key', body, ...window }: Asked = {}) =>
    sandbox.handler(
      new Request('http://sandbox/v2/recruiter', {
        method: 'POST',
        headers: { 'x-api-key': key },
        body: JSON.stringify(
          body ?? {
            account_id: 'sample-account',
            action: 'get_candidates',
            params: { job_id: jobId, ...window },
          },
        ),
      }),
    )
  const ask = async (rows?: Asked) => (await (await send(rows)).json()) as Answer
  const ids = async (asked?: Asked) => (await ask(asked)).data.candidates.map((each) => each.application_id)
  const control = (action: string, body?: unknown) =>
    sandbox.handler(
      new Request(
        `http://sandbox/_sandbox/${action}`,
        body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
      ),
    )
  return { sandbox, send, ask, ids, control }
}
