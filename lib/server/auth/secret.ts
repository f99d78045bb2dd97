import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Env, EnvError } from '@/lib/server/platform/env'

/**
 * The secret that signs sessions: AUTH_SECRET, else one that is made once and kept beside the embedded store.
 * @throws EnvError with a Postgres, whose instances must share one
 */
export async function loadSecret({ authSecret, databaseUrl, dataDir }: Env): Promise<string> {
  if (authSecret !== null) return authSecret
  if (databaseUrl !== null) {
    throw new EnvError(
      'AUTH_SECRET is missing: every instance on one DATABASE_URL needs the same. Set it to at least 32 random characters.',
    )
  }
  const path = join(dataDir, 'auth-secret')
  const made = randomBytes(32).toString('base64url')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  try {
    await writeFile(path, made, { mode: 0o600, flag: 'wx' })
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return (await readFile(path, 'utf8')).trim()
  }
}
