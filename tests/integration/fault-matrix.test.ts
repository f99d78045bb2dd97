import { describe, expect, test } from 'vitest'
import type { FetchKind, FetchResult } from '@/lib/contracts/fetch'
import { fetchKinds } from '@/lib/contracts/words'
import { type FaultKind, faultKinds } from '@/lib/sandbox/faults'
import { buildPerson } from '@/lib/sandbox/people'
import { AppError } from '@/lib/server/platform/app-error'
import type { Context } from '@/lib/server/auth/context'
import { showJob } from '@/lib/server/jobs/jobs'
import { findLease } from '@/lib/server/purchases/store/leases'
import { buy, buyNext, ledgerOf, storedIds } from './desk'
import { onEachEngine } from './engines'
import { jobOfSize, testContext } from './test-context'

// Each is refused with this code, as often as it is tried.
const refused: Partial<Record<FaultKind, { code: string; tries?: number }>> = {
  INVALID_API_KEY: { code: 'invalid_api_key' },
  ACCOUNT_INACTIVE: { code: 'account_inactive' },
  INVALID_ACCOUNT: { code: 'invalid_account' },
  INVALID_ACTION: { code: 'invalid_action' },
  INVALID_PARAMS: { code: 'invalid_params' },
  INSUFFICIENT_CREDITS: { code: 'insufficient_credits' },
  RATE_LIMITED: { code: 'rate_limited', tries: 3 },
  RATE_LIMITED_LONG: { code: 'rate_limited' },
  INTERNAL_ERROR: { code: 'provider_error', tries: 3 },
  UNKNOWN_CODE: { code: 'provider_refused' },
  html_403: { code: 'provider_edge' },
  html_502: { code: 'provider_edge' },
  redirect: { code: 'provider_edge' },
}
const lost: FaultKind[] = ['hang', 'reset', 'reset_after_billing', 'truncated', 'misshapen']

const size = 70
const job = { jobId: jobOfSize(size), account: null }
const everyone = Array.from({ length: size }, (_, serial) => buildPerson(1, job.jobId, serial).application_id)

/** Each kind's first window after the first 50 were bought. */
const windows: Record<FetchKind, { offset: number; count: number; quoted: number }> = {
  next: { offset: 50, count: 20, quoted: 2 },
  check: { offset: 0, count: 10, quoted: 1 },
  complete: { offset: 50, count: 20, quoted: 2 },
  refresh: { offset: 0, count: 50, quoted: 5 },
}

type Outcome = { result: FetchResult; error: null } | { result: null; error: AppError }
async function attempt(context: Context, kind: FetchKind): Promise<Outcome> {
  try {
    return { result: await buy(context, job, kind), error: null }
  } catch (error) {
    if (error instanceof AppError) return { result: null, error }
    throw error
  }
}

async function sums(context: Context) {
  const entries = await ledgerOf(context)
  const unknown = entries.filter(({ state }) => state === 'unknown')
  return {
    entries,
    stated: entries.reduce((sum, { consumed }) => sum + (consumed ?? 0), 0),
    possibly: unknown.reduce((sum, { quoted }) => sum + quoted, 0),
    unknown: unknown.length,
  }
}

onEachEngine('every fault in every kind of fetch', (store, engine) => {
  describe.each(fetchKinds)('%s', (kind) => {
    // The embedded store meets each fault once, in one kind or another.
    const faults = faultKinds
      .map((fault) => fault.kind)
      .filter((_, at) => engine === 'postgres' || at % fetchKinds.length === fetchKinds.indexOf(kind))
    test.each(faults)('%s', async (fault) => {
      const timeoutMs = fault === 'hang' ? 1_500 : 20_000
      const { context, sandbox } = await testContext(store.database, { timeoutMs })
      await buyNext(context, job)
      const rows = await storedIds(context, job)
      sandbox.addFault({ kind: fault, times: refused[fault]?.tries ?? 1 })
      const { result, error } = await attempt(context, kind)
      const charged = () => sandbox.stats().creditsCharged
      const after = await sums(context)
      const refusal = refused[fault]

      if (refusal) {
        expect(error).toMatchObject({ code: refusal.code, facts: { spent: 0, lastCall: 'free' } })
        expect(error?.facts.fetch).toMatchObject({ kind, state: 'released', consumed: 0 })
        expect(after.entries).toMatchObject([
          { ...windows[kind], kind, state: 'released', consumed: 0, code: refusal.code },
          { state: 'settled', consumed: 5 },
        ])
        expect(after.stated).toBe(charged())
      } else if (lost.includes(fault)) {
        expect(error).toMatchObject({ code: 'possibly_charged', facts: { spent: 0, lastCall: 'unknown' } })
        expect(error?.facts.fetch).toMatchObject({ kind, state: 'unknown', consumed: null })
        expect(after.entries).toMatchObject([
          { ...windows[kind], kind, state: 'unknown', consumed: null, code: 'possibly_charged' },
          { state: 'settled', consumed: 5 },
        ])
        // One call, and it is not made again by itself.
        expect(sandbox.stats().calls).toBe(2)
        const billed = fault === 'hang' || fault === 'reset' ? 0 : windows[kind].quoted
        expect(charged()).toBe(after.stated + billed)
        expect(billed).toBeLessThanOrEqual(after.possibly)
      } else {
        expect(error).toBeNull()
        expect(result?.fetch).toMatchObject({ kind, state: 'settled' })
        expect(after.entries.every(({ state }) => state === 'settled')).toBe(true)
        expect(after.stated).toBe(charged())
        expect(result?.fetch.consumed).toBe(charged() - 5)
      }

      // Whatever happened: the rows stay, the job says as many, and the list is free for the next.
      const stored = await storedIds(context, job)
      if (error) expect(stored).toEqual(rows)
      for (const id of rows) expect(stored).toContain(id)
      expect(new Set(stored).size).toBe(stored.length)
      const shown = await showJob(context, job)
      expect(shown.stored).toBe(stored.length)
      if (error) expect(shown).toMatchObject({ status: 'partial', total: size, missing: size - 50 })
      expect(await findLease(context.db, { account: 'main', jobId: job.jobId })).toBeNull()

      // Asked for again by a person it goes on from where it was, to the end.
      await buy(context, job, 'complete')
      const whole = await storedIds(context, job)
      // Whose id was not sent stands there under a name of our own until they are sent again.
      const hidden = fault === 'no_id' ? everyone.filter((id) => !whole.includes(id)) : []
      expect(hidden.length).toBeLessThanOrEqual(1)
      expect(everyone.filter((id) => !whole.includes(id))).toEqual(hidden)
      const end = await sums(context)
      expect(end.unknown).toBe(lost.includes(fault) ? 1 : 0)
      const billed = lost.includes(fault) && !['hang', 'reset'].includes(fault) ? windows[kind].quoted : 0
      expect(charged()).toBe(end.stated + billed)
    })
  })
})
