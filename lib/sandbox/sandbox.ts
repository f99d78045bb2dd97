import { priceRows } from '@/lib/domain/terms'
import { answerControl } from './control'
import { type Fault, type FaultKind, spoilRows } from './faults'
import { countApplicants, JobList, type ListChange } from './job-list'
import { between, createRandom } from './random'
import { createRefusals } from './refusals'

export { faultKinds } from './faults'
export { sampleJobs } from './job-list'

export type SandboxOptions = {
  apiKey: string
  /** Account ids that may call. */
  accounts: string[]
  /** Other people for another number. */
  seed?: number
  /** The fewest and the most milliseconds an answer takes. */
  latencyMs?: [number, number]
  /** What there is to spend. */
  credits?: number
  now?: () => Date
}

export type SandboxStats = {
  calls: number
  creditsCharged: number
  creditsLeft: number
  callsByJob: Record<string, number>
}

/** A stand-in for the provider, and what can be made to happen to it. */
export type Sandbox = {
  /** Answers like the provider; throws where its connection would break, and never answers where it would hang. */
  handler: (request: Request) => Promise<Response>
  addFault: (fault: Fault) => void
  clearFaults: () => void
  faults: () => Required<Pick<Fault, 'kind' | 'times'>>[]
  /** @throws Error for a job that does not exist */
  change: (jobId: string, change: ListChange) => void
  setLatency: (latencyMs: [number, number]) => void
  setCredits: (credits: number) => void
  stats: () => SandboxStats
  reset: () => void
}

/** The connection broke: whoever serves the handler closes the socket. */
export class ConnectionReset extends Error {
  override name = 'ConnectionReset'
}

type Params = { job_id?: unknown; count?: unknown; offset?: unknown }
type Body = { account_id?: unknown; action?: unknown; params?: Params }

const whole = (value: unknown, fallback: number) => (value === undefined ? fallback : value)
const isCount = (value: unknown, min: number): value is number =>
  Number.isInteger(value) && Number(value) >= min

/** Half of an answer that promised all of it. */
function brokenOff(text: string): Response {
  const bytes = new TextEncoder().encode(text)
  let sent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) return controller.error(new ConnectionReset('broken off'))
      sent = true
      controller.enqueue(bytes.slice(0, Math.floor(bytes.length / 2)))
    },
  })
  return new Response(body, {
    headers: { 'content-type': 'application/json', 'content-length': String(bytes.length) },
  })
}

type Answered = {
  list: JobList
  offset: number
  count: number
  kind: FaultKind | null
  /** How many rows were read of the list. */
  read: number
  /** What the answer shows of them. */
  rows: unknown[]
}

function pageData({ list, offset, count, kind, read, rows }: Answered) {
  const end = offset + read
  const next = kind === 'stuck_offset' ? offset : kind === 'short_page' ? offset + rows.length : end
  const more = kind === 'short_page' || kind === 'empty_page' || end < list.size
  return {
    candidates: rows,
    total_results: rows.length,
    total_available_results: list.total,
    pagination: {
      offset,
      count: rows.length,
      ...(kind === 'no_next_offset' ? {} : { next_offset: more ? next : null }),
      has_more: more,
      results_per_page: 50,
      pages_fetched: Math.max(1, Math.ceil(count / 50)),
    },
  }
}

type ArmedFault = Fault & { times: number }

function takeFault(armed: ArmedFault[], jobId: string): FaultKind | null {
  const at = armed.findIndex((fault) => fault.jobId === undefined || fault.jobId === jobId)
  const fault = armed[at]
  if (!fault) return null
  fault.times -= 1
  if (fault.times <= 0) armed.splice(at, 1)
  return fault.kind
}

export function createSandbox(options: SandboxOptions): Sandbox {
  const { apiKey, accounts, seed = 1, now = () => new Date() } = options
  const startCredits = options.credits ?? 100_000
  let latencyMs = options.latencyMs ?? [0, 0]
  let creditsLeft = startCredits
  let armed: ArmedFault[] = []
  let lists = new Map<string, JobList>()
  let stats = { calls: 0, creditsCharged: 0, callsByJob: {} as Record<string, number> }
  const wait = createRandom('latency')

  const getList = (jobId: string): JobList | null => {
    const size = countApplicants(jobId)
    if (size === null) return null
    const list = lists.get(jobId) ?? new JobList(seed, jobId, size)
    lists.set(jobId, list)
    return list
  }

  const { metadata, refuse, refuseByFault } = createRefusals(now)

  function answerPage(
    list: JobList,
    offset: number,
    count: number,
    accountId: string,
    kind: FaultKind | null,
  ): Response {
    const asked = list.rows(offset, count)
    const rows = spoilRows(kind, asked)
    const price = priceRows(rows.length, { price: { rows: 10, credits: 1 } })
    if (price > creditsLeft) {
      return refuse('INSUFFICIENT_CREDITS', `This call costs ${price} credits; ${creditsLeft} are left.`)
    }
    creditsLeft -= price
    stats.creditsCharged += price
    const data = pageData({ list, offset, count, kind, read: asked.length, rows })
    const body = { success: true, data, metadata: { ...metadata(price), account_id: accountId } }
    if (kind === 'reset_after_billing') throw new ConnectionReset('after billing')
    if (kind === 'truncated') return brokenOff(JSON.stringify(body))
    if (kind === 'misshapen') return Response.json({ success: true, data: { people: rows.length } })
    return Response.json(body)
  }

  async function answer(request: Request): Promise<Response> {
    stats.calls += 1
    const body = (await request.json().catch(() => ({}))) as Body
    const { params = {} } = body
    const jobId = typeof params.job_id === 'string' ? params.job_id : ''
    stats.callsByJob[jobId] = (stats.callsByJob[jobId] ?? 0) + 1
    const [from, to] = latencyMs
    if (to > 0) await new Promise((resolve) => setTimeout(resolve, between(wait, from, to)))
    if (request.headers.get('x-api-key') !== apiKey)
      return refuse('INVALID_API_KEY', 'The API key is not valid.')
    const fault = takeFault(armed, jobId)
    if (fault === 'hang') return new Promise<Response>(() => undefined)
    if (fault === 'reset') throw new ConnectionReset('before answering')
    const refused = refuseByFault(fault)
    if (refused) return refused
    if (typeof body.account_id !== 'string' || !accounts.includes(body.account_id)) {
      return refuse('INVALID_ACCOUNT', 'The account does not exist.')
    }
    if (body.action !== 'get_candidates') return refuse('INVALID_ACTION', 'The action is not supported.')
    const [count, offset] = [whole(params.count, 10), whole(params.offset, 0)]
    if (!isCount(count, 1) || !isCount(offset, 0)) {
      return refuse('INVALID_PARAMS', 'count must be 1 or more and offset 0 or more.')
    }
    const list = getList(jobId)
    if (!list) return refuse('INVALID_PARAMS', `Job ${jobId.slice(0, 40)} was not found.`)
    return answerPage(list, offset, count, body.account_id, fault)
  }

  const sandbox: Sandbox = {
    async handler(request) {
      const { pathname } = new URL(request.url)
      if (pathname.startsWith('/_sandbox/')) return answerControl(sandbox, request)
      if (pathname !== '/v2/recruiter' || request.method !== 'POST')
        return new Response('Not found', { status: 404 })
      return answer(request)
    },
    addFault: ({ times = 1, ...fault }) => void armed.push({ ...fault, times }),
    clearFaults: () => void (armed = []),
    faults: () => armed.map(({ kind, times }) => ({ kind, times })),
    change(jobId, change) {
      const list = getList(jobId)
      if (!list) throw new Error(`There is no job ${jobId} in the sandbox.`)
      list.change(change)
    },
    setLatency: (range) => void (latencyMs = range),
    setCredits: (credits) => void (creditsLeft = credits),
    stats: () => ({ ...stats, creditsLeft, callsByJob: { ...stats.callsByJob } }),
    reset() {
      armed = []
      lists = new Map()
      creditsLeft = startCredits
      stats = { calls: 0, creditsCharged: 0, callsByJob: {} }
    },
  }
  return sandbox
}
