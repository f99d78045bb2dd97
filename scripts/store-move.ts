// `npm run store:move`: copies the embedded store of DATA_DIR into the empty Postgres of DATABASE_URL.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { moveStore } from '@/lib/server/db/move-store'
import { readEnv } from '@/lib/server/platform/env'
import { createLog } from '@/lib/server/platform/log'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  process.umask(0o077)
  if (existsSync('.env')) process.loadEnvFile('.env')
  const env = readEnv(process.env)
  const { dataDir, databaseUrl } = env
  const log = createLog({ ...env, logLevel: 'warn' })
  say(`Copying the embedded store of ${dataDir} …`)
  const onMoved = ({ table, rows }: { table: string; rows: number }) =>
    rows > 0 ? say(`  ${table}: ${rows} ${rows === 1 ? 'row' : 'rows'}, the same in both`) : undefined
  const moved = await moveStore({ dataDir, databaseUrl, log, onMoved })
  const rows = moved.reduce((sum, each) => sum + each.rows, 0)
  say(`Done: ${rows} rows of ${moved.length} tables are in the Postgres of DATABASE_URL, each compared.`)
  const secret = join(dataDir, 'auth-secret')
  if (env.authSecret === null && existsSync(secret)) {
    say(`Next: set AUTH_SECRET to the content of ${secret}, so that sessions and second factors stay valid,`)
    say('and start with DATABASE_URL set.')
  } else say('Next: start with DATABASE_URL and the same AUTH_SECRET set.')
  say(`The embedded store was left as it is; delete ${join(dataDir, 'store')} once all is well.`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
