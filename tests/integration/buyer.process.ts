// A server process without its pages: opens a store, buys what it is told to, and prints what was acknowledged.
import { AppError } from '@/lib/server/platform/app-error'
import { openDatabase } from '@/lib/server/db/open-database'
import { settleAbandoned } from '@/lib/server/purchases/settle-abandoned'
import type { Errand, Report } from './buyer'
import { contextOf } from './context-of'
import { buy, buyAll } from './desk'
import { quietLog } from './test-log'

const print = (report: Report) => process.stdout.write(`${JSON.stringify(report)}\n`)

function failure(reason: unknown): Report {
  if (!(reason instanceof AppError)) throw reason
  return { kind: 'failed', code: reason.code, spent: reason.facts.spent ?? null }
}

async function run({ store, provider, leaseMs, ask }: Errand): Promise<void> {
  const database = await openDatabase({ ...store, log: quietLog })
  await settleAbandoned(database)
  const context = contextOf(database, provider, { leaseMs, timeoutMs: 60_000 })
  print({ kind: 'ready' })
  if (ask.kind === 'together') {
    const job = { jobId: ask.jobId, account: null }
    const asked = ask.keys.map((idempotencyKey) => buy(context, job, ask.fetch ?? 'next', { idempotencyKey }))
    for (const outcome of await Promise.allSettled(asked)) {
      if (outcome.status === 'fulfilled') print({ kind: 'bought', jobId: ask.jobId, result: outcome.value })
      else print(failure(outcome.reason))
    }
  } else {
    for (const jobId of ask.jobIds) {
      await buyAll(context, { jobId, account: null }, (result) => print({ kind: 'bought', jobId, result }))
    }
  }
  await database.close()
}

void run(JSON.parse(process.argv[2] ?? '{}') as Errand)
