// A server process without its pages: when it is told to, every holder asks for the next person at once.
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { openDatabase } from '@/lib/server/db/open-database'
import { nextInTriage } from '@/lib/server/reviews/triage'
import type { Claims } from './claimer'
import { contextOf } from './context-of'
import { quietLog } from './test-log'

const account = { label: 'main', id: 'account-id' }

async function run({ databaseUrl, jobId, holders }: Claims) {
  const database = await openDatabase({ databaseUrl, dataDir: tmpdir(), log: quietLog, timeoutMs: null })
  const context = contextOf(database, { url: 'http://127.0.0.1:9', apiKey: 'key', accounts: [account] })
  process.stdout.write('ready\n')
  await once(process.stdin, 'data')
  const claimed = await Promise.all(
    holders.map(async (holder) => {
      const request = { holder, view: '', count: 1, keep: [] }
      const { people } = await nextInTriage(context, { jobId, account: null }, request)
      return { holder, ids: people.map(({ candidate }) => candidate.applicationId) }
    }),
  )
  process.stdout.write(`${JSON.stringify(claimed)}\n`)
  process.stdin.destroy()
  await database.close()
}

void run(JSON.parse(process.argv[2] ?? '{}') as Claims)
