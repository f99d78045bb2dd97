import { setTimeout as pause } from 'node:timers/promises'
import { type FaultKind, faultKinds } from '@/lib/sandbox/faults'
import { JobList, type ListChange } from '@/lib/sandbox/job-list'
import { between, pick, createRandom } from '@/lib/sandbox/random'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'

const size = 300
export const jobId = `4100${String(size).padStart(6, '0')}`
const listSeed = 1
const apiKey = 'key-of-the-soak'
const accountId = 'account-of-the-soak'

// One that never answers would hold the only list for a whole timeout, and tell nothing that a reset does not.
const kinds = faultKinds.flatMap(({ kind }) => (kind === 'hang' ? [] : [kind]))
/** Nobody can know whether these were billed. */
const losing: FaultKind[] = ['reset', 'reset_after_billing', 'truncated', 'misshapen']
const faultShare = 0.4

function changeOf(random: () => number): ListChange {
  const at = pick(random, ['front', 'front', 'middle', 'end'] as const)
  const kind = random()
  if (kind < 0.4) return { kind: 'apply', count: between(random, 1, 3), at }
  if (kind < 0.7) return { kind: 'withdraw', count: between(random, 1, 2), at }
  if (kind < 0.85) return { kind: 'rerank', count: between(random, 1, 3) }
  const rating = pick(random, ['GOOD_FIT', 'MAYBE', 'NOT_A_FIT'])
  return { kind: 'rerate', count: between(random, 1, 5), rating }
}

/** A provider whose list moves and whose answers fail, and what the bench itself knows of both. */
export async function startProvider(seed: string) {
  const sandbox = createSandbox({ apiKey, accounts: [accountId], seed: listSeed, latencyMs: [20, 120] })
  // The same list once more: the sandbox tells of its own only what it is paid for.
  const mirror = new JobList(listSeed, jobId, size)
  const faultRandom = createRandom(`${seed} faults`)
  let quiet = false
  let deck: FaultKind[] = []
  let inFlight = 0
  const seen = {
    changes: 0,
    everListed: size,
    faults: 0,
    kinds: new Set<FaultKind>(),
    lostAnswers: 0,
    lostCredits: 0,
    mostInFlight: 0,
  }

  /** Every kind comes up once before one comes up again. */
  function nextFault(): FaultKind | null {
    if (quiet || faultRandom() >= faultShare) return null
    if (deck.length === 0) deck = [...kinds]
    const kind = pick(faultRandom, deck)
    deck = deck.filter((each) => each !== kind)
    return kind
  }

  const watched: Sandbox = {
    ...sandbox,
    async handler(request) {
      inFlight += 1
      seen.mostInFlight = Math.max(seen.mostInFlight, inFlight)
      const kind = nextFault()
      if (kind) {
        seen.faults += 1
        seen.kinds.add(kind)
        sandbox.addFault({ kind, jobId })
      }
      const before = sandbox.stats().creditsCharged
      try {
        return await sandbox.handler(request)
      } finally {
        if (kind && losing.includes(kind)) {
          seen.lostAnswers += 1
          seen.lostCredits += sandbox.stats().creditsCharged - before
        }
        inFlight -= 1
      }
    },
  }
  const { url, close } = await serveSandbox(watched, { port: 0 })

  return {
    close,
    settings: {
      RECRUITER_API_URL: url,
      RECRUITER_API_KEY: apiKey,
      RECRUITER_ACCOUNTS: `main=${accountId}`,
    },
    /** People apply, withdraw, are re-ranked and re-rated until then. */
    async move(until: number): Promise<void> {
      const random = createRandom(`${seed} list`)
      while (performance.now() < until) {
        const change = changeOf(random)
        sandbox.change(jobId, change)
        mirror.change(change)
        seen.changes += 1
        if (change.kind === 'apply') seen.everListed += change.count
        await pause(between(random, 100, 500))
      }
    },
    /** From now on every call is answered as it should be. */
    calm() {
      quiet = true
      sandbox.clearFaults()
    },
    present: () => mirror.rows(0, mirror.size).map((person) => person.application_id),
    seen: () => ({ ...seen, calls: sandbox.stats().calls, charged: sandbox.stats().creditsCharged }),
  }
}
