import * as z from 'zod/mini'
import { faultKinds } from './faults'
import type { Sandbox } from './sandbox'

const count = z.int().check(z.minimum(1), z.maximum(100_000))
const place = z.enum(['front', 'middle', 'end'])

export const faultRequest = z.object({
  kind: z.enum(faultKinds.map(({ kind }) => kind)),
  times: z.optional(count),
  jobId: z.optional(z.string()),
})

export const changeRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('apply'), count, at: place }),
  z.object({ kind: z.literal('withdraw'), count, at: place }),
  z.object({ kind: z.literal('rerate'), count, rating: z.string() }),
  z.object({ kind: z.literal('rerank'), count }),
  z.object({ kind: z.literal('overstate'), count: z.int().check(z.minimum(0)) }),
])

const changeOfJob = z.object({ jobId: z.string(), change: changeRequest })
const latency = z.object({ latencyMs: z.tuple([z.int(), z.int()]) })
const credits = z.object({ credits: z.int().check(z.minimum(0)) })

const actions: Record<string, (sandbox: Sandbox, body: unknown) => void> = {
  fault: (sandbox, body) => sandbox.addFault(faultRequest.parse(body)),
  'clear-faults': (sandbox) => sandbox.clearFaults(),
  change: (sandbox, body) => {
    const { jobId, change } = changeOfJob.parse(body)
    sandbox.change(jobId, change)
  },
  latency: (sandbox, body) => sandbox.setLatency(latency.parse(body).latencyMs as [number, number]),
  credits: (sandbox, body) => sandbox.setCredits(credits.parse(body).credits),
  reset: (sandbox) => sandbox.reset(),
}

/** `GET /_sandbox/stats`, `POST /_sandbox/<action>` with a JSON body: what can be made to happen, over HTTP. */
export async function answerControl(sandbox: Sandbox, request: Request): Promise<Response> {
  const name = new URL(request.url).pathname.slice('/_sandbox/'.length)
  const action = request.method === 'POST' ? actions[name] : undefined
  if (action) {
    try {
      action(sandbox, await request.json().catch(() => null))
    } catch (error) {
      return Response.json({ error: error instanceof Error ? error.message : 'not usable' }, { status: 400 })
    }
  } else if (request.method !== 'GET' || name !== 'stats') {
    return Response.json({ error: 'There is no such control.' }, { status: 404 })
  }
  return Response.json({ ...sandbox.stats(), faults: sandbox.faults() })
}
