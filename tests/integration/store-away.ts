import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AppError } from '@/lib/server/platform/app-error'
import type { Context } from '@/lib/server/auth/context'
import type { Db } from '@/lib/server/db/open-database'
import { openSpool } from '@/lib/server/platform/spool'
import type { JobRef } from '@/lib/url/paths'
import { failToBuy } from './desk'

/** A spool in a folder of its own, which goes when the test ends. */
export async function newSpool(maxBytes?: number) {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-spool-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return { folder, spool: openSpool(folder, maxBytes), files: () => readdir(folder) }
}

const away = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

/** A store that a test takes away, or whose answer to a commit it loses. */
export function breakable(db: Db) {
  const state = { away: false, loseCommits: 0 }
  const broken = new Proxy(db, {
    get(target, name: keyof Db) {
      // Thrown, not rejected: a query's builder is called for its methods, and nobody would wait for a promise of it.
      if (state.away)
        return () => {
          throw away()
        }
      const value: unknown = target[name]
      if (name !== 'transaction') return typeof value === 'function' ? value.bind(target) : value
      return async (work: Parameters<Db['transaction']>[0]) => {
        const result: unknown = await target.transaction(work)
        if (state.loseCommits > 0 && typeof result === 'object' && result !== null && 'list' in result) {
          state.loseCommits -= 1
          throw new Error('Connection terminated unexpectedly')
        }
        return result
      }
    },
  })
  return { db: broken, state }
}

type Desk = { context: Context; state: { away: boolean } }

/** Buys while the store goes away as soon as the provider has been asked: the answer stays on disk. */
export function buyWhileAway({ context, state }: Desk, job: JobRef): Promise<AppError> {
  const { provider } = context
  return failToBuy(
    {
      ...context,
      provider: {
        ...provider,
        async getJobCandidates(query) {
          const page = await provider.getJobCandidates(query)
          state.away = true
          return page
        },
      },
    },
    job,
  )
}
