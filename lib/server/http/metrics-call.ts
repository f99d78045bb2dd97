import 'server-only'
import ipaddr from 'ipaddr.js'
import { AppError } from '@/lib/server/platform/app-error'
import type { RequestCount } from '@/lib/server/platform/request-counts'
import { type Metric, toMetricsText } from './metrics-text'
import { answerHeaders, type OpenCall } from './route'

const nearby = ['loopback', 'private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat']

// Behind a proxy that is not known, everybody has the address of the proxy.
const canTellAddresses = ({ https, trustedProxies }: OpenCall['runtime']['address']): boolean =>
  !https || trustedProxies.length > 0

// A monitor does not sign in. How busy a server is concerns nobody outside its network.
const isNearby = (address: string | null): boolean =>
  address !== null && ipaddr.isValid(address) && nearby.includes(ipaddr.process(address).range())

const toFlag = (up: boolean) => [{ value: up ? 1 : 0 }]

function describeRequests(counts: readonly RequestCount[]): Metric {
  return {
    name: 'shortlist_request_duration_seconds',
    type: 'summary',
    help: 'Requests of the API by method, route and status, and how long they took.',
    samples: counts.flatMap(({ method, route, status, count, seconds }) => {
      const labels = { method, route, status: String(status) }
      return [
        { suffix: '_sum', labels, value: seconds },
        { suffix: '_count', labels, value: count },
      ]
    }),
  }
}

function describeProcess(): Metric[] {
  const { user, system } = process.cpuUsage()
  const startedAt = Math.round(Date.now() / 1000 - process.uptime())
  return [
    {
      name: 'process_cpu_seconds_total',
      type: 'counter',
      help: 'Processor time of this process.',
      samples: [{ value: (user + system) / 1_000_000 }],
    },
    {
      name: 'process_resident_memory_bytes',
      type: 'gauge',
      help: 'Resident memory of this process.',
      samples: [{ value: process.memoryUsage.rss() }],
    },
    {
      name: 'process_start_time_seconds',
      type: 'gauge',
      help: 'When this process started, in seconds since 1970.',
      samples: [{ value: startedAt }],
    },
  ]
}

/**
 * What a Prometheus server scrapes of this instance: counts and figures of the process, nothing of an applicant.
 * @throws AppError not_found for a request from a public address, and where a proxy hides all addresses
 */
export async function answerMetrics({ address, requestId, runtime }: OpenCall): Promise<Response> {
  if (!canTellAddresses(runtime.address) || !isNearby(address)) throw new AppError('not_found')
  const up = await runtime.ping().then(
    () => true,
    () => false,
  )
  const canBuy = await runtime.canBuy()
  const metrics: Metric[] = [
    {
      name: 'shortlist_store_up',
      type: 'gauge',
      help: 'Whether the store answers and takes writes.',
      samples: toFlag(up),
    },
    {
      name: 'shortlist_can_buy',
      type: 'gauge',
      help: 'Whether this instance has room on its disk for a paid answer.',
      samples: toFlag(canBuy),
    },
    describeRequests(runtime.requests.list()),
    ...describeProcess(),
  ]
  const headers = answerHeaders(requestId, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  return new Response(toMetricsText(metrics), { headers })
}
