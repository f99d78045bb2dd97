import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { creditsPage } from '@/lib/contracts/credits'
import { fetchKinds } from '@/lib/contracts/words'
import { priceRows } from '@/lib/domain/terms'
import { startCluster } from '../integration/postgres-cluster'
import { percentile } from './numbers'
import { atMost, type Line, mb, ms, type Options, required, type Section } from './report'
import { memoryOf, type Running, startServer, whileRunning } from './servers'
import { buy, newTally, readAlong, spendAlong, storedIds, type Tally } from './soak-people'
import { startProvider } from './soak-provider'
import { fetchAsOwner, signIn, signInSettings } from './signed-in'

const readers = 20
const spenders = 3
const mostAsked = 6
const whole = (value: number) => String(value)

const byCode = (codes: Map<string, number>) =>
  [...codes]
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${code} ${count}`)
    .join(' · ') || 'none'

/** Memory of every server, once a second. */
async function watchMemory(servers: readonly Running[], until: number): Promise<number[][]> {
  const samples: number[][] = servers.map(() => [])
  while (performance.now() < until) {
    const sizes = await Promise.all(servers.map(({ pid }) => memoryOf(pid)))
    sizes.forEach((size, at) => size !== null && samples[at]?.push(size))
    await pause(1_000)
  }
  return samples
}

/** The mean of each quarter: what still rises in the last one is a leak, what rose in the first is warmth. */
function memoryLine(samples: readonly number[], at: number): Line {
  const measure = `memory of server ${at + 1} (heap of 256 MB), by quarter`
  const size = Math.floor(samples.length / 4)
  if (size === 0) return { measure, value: 'not told here' }
  const means = [0, 1, 2, 3].map(
    (quarter) =>
      samples.slice(quarter * size, (quarter + 1) * size).reduce((sum, each) => sum + each, 0) / size,
  )
  const [first = 0, , , last = 0] = means
  const grown = `${last < first ? '−' : '+'}${mb(Math.abs(last - first))}`
  return { measure, value: `${means.map(mb).join(' → ')} (${grown})` }
}

const ledgerOf = async (url: string, search = '') =>
  creditsPage.parse(await (await fetchAsOwner(`${url}/api/credits?limit=1${search}`)).json()).totals

/**
 * The list stands still and every call is answered: asks for everyone, at the quoted price, until it is said that all are
 * there. What was begun on the moving list can stop at its price, or prove nothing, and is then asked for again.
 */
async function completeList(tally: Tally, url: string): Promise<{ complete: boolean; said: string }> {
  const said: string[] = []
  await buy(tally, url, 'check')
  for (let asked = 1; asked <= mostAsked; asked += 1) {
    const result = await buy(tally, url, 'complete')
    if (result === null) return { complete: false, said: [...said, 'failed'].join(', then ') }
    const { fetch, list } = result
    const missing = list.missing ? `, ${list.missing} missing` : ''
    const why = fetch.code === null ? '' : ` (${fetch.code})`
    said.push(`${list.status}${missing} for ${fetch.consumed ?? 0} credits${why}`)
    if (list.status === 'complete') return { complete: true, said: said.join(', then ') }
  }
  return { complete: false, said: said.join(', then ') }
}

/** Two servers on one Postgres, read and bought from while the list moves and the provider fails. */
export async function soak({ quick, say }: Options): Promise<Section> {
  const seed = process.env.BENCH_SEED || '20260402'
  const seconds = quick ? 12 : 90
  say(`soaking for ${seconds} s, seed ${seed}`)
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-soak-'))
  const cluster = await startCluster()
  const provider = await startProvider(seed)
  const servers: Running[] = []
  try {
    const settings = {
      ...provider.settings,
      ...signInSettings,
      DATABASE_URL: cluster.url,
      DATA_DIR: folder,
      CREDITS_PER_DAY: '1000000',
      LOG_LEVEL: 'error',
      // Otherwise nothing is collected for as long as there is room, and what is kept looks like what is not.
      NODE_OPTIONS: '--max-old-space-size=256',
    }
    for (let at = 0; at < 2; at += 1)
      servers.push(await startServer('scripts/serve-built.mjs', folder, settings))
    const urls = servers.map(({ url }) => url)
    const [url = ''] = urls
    await signIn(url)
    const tally = newTally()
    const startedAt = performance.now()
    const until = startedAt + seconds * 1_000
    const each = (count: number, live: (name: number) => Promise<void>) =>
      Array.from({ length: count }, (_, name) => live(name))
    const [memory] = await whileRunning(
      servers,
      Promise.all([
        watchMemory(servers, until),
        provider.move(until),
        ...each(readers, (name) => readAlong(tally, urls, `${seed} reader ${name}`, until)),
        ...each(spenders, (name) => spendAlong(tally, urls, `${seed} spender ${name}`, until)),
      ]),
    )
    const reads = [...tally.reads]
    const lasted = (performance.now() - startedAt) / 1_000

    say('the list stands still: bringing it to complete')
    provider.calm()
    const duringSoak = provider.seen()
    const end = await completeList(tally, url)
    const missed = async () => {
      const stored = await storedIds(tally, url)
      return provider.present().filter((id) => !stored.has(id)).length
    }
    const missedThen = await missed()
    const totals = await ledgerOf(url)
    const byKind = await Promise.all(
      fetchKinds.map(async (kind) => {
        const { matched } = await ledgerOf(url, `&kind=${kind}`)
        return `${kind} ${matched.consumed}`
      }),
    )
    const unknown = (await ledgerOf(url, '&state=unknown')).matched
    const seen = provider.seen()
    const cheapest = priceRows(seen.everListed, { price: { rows: 10, credits: 1 } })
    const { consumed } = totals.matched
    return {
      title: 'A soak',
      intro: `Two servers on one Postgres for ${Math.round(lasted)} seconds (seed ${seed}): ${readers} readers, ${spenders} who spend, a list of about 300 people that changed ${seen.changes} times, and ${seen.faults} of ${duringSoak.calls} calls to the provider spoilt by ${seen.kinds.size} kinds of fault. Then the list stands still and is brought to complete.`,
      lines: [
        required(atMost('people missed once the list stands still and is complete', missedThen, 0, whole)),
        {
          measure: '`complete`, asked until it says so',
          value: end.said,
          target: `within ${mostAsked} ×`,
          met: end.complete,
          required: true,
        },
        {
          measure: 'credits charged by the provider',
          value: `${seen.charged}: ${consumed} stated in the ledger, ${seen.lostCredits} in answers that were lost`,
          target: 'stated + lost',
          met: seen.charged === consumed + seen.lostCredits,
          required: true,
        },
        {
          measure: 'ledger entries unknown',
          value: `${unknown.entries} for ${seen.lostAnswers} answers lost, holding ${unknown.held} credits`,
          target: 'one for each',
          met: unknown.entries === seen.lostAnswers && unknown.held >= seen.lostCredits,
          required: true,
        },
        {
          measure: 'credits over the cheapest possible',
          value: `${seen.charged - cheapest} (${cheapest} buy all ${seen.everListed} ever listed once)`,
        },
        { measure: 'credits stated, by kind of fetch', value: byKind.join(' · ') },
        {
          measure: 'fetches asked for · provider calls · spoilt',
          value: `${tally.fetches} · ${seen.calls} · ${seen.faults}`,
        },
        required(atMost('provider calls in flight at once, one list', seen.mostInFlight, 1, whole)),
        { measure: 'errors shown to who spends, by code', value: byCode(tally.spenders) },
        { measure: 'errors shown to readers, by code', value: byCode(tally.readers) },
        required(atMost('answers with status 500', tally.broken, 0, whole)),
        {
          measure: 'reads',
          value: `${(reads.length / lasted).toFixed(0)}/s · p50 ${ms(percentile(reads, 0.5))} · p99 ${ms(percentile(reads, 0.99))}`,
        },
        ...memory.map(memoryLine),
      ],
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
    await provider.close()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
