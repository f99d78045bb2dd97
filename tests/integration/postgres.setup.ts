import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '@/lib/server/db/open-database'
import { readEnv } from '@/lib/server/platform/env'
import { createLog } from '@/lib/server/platform/log'
import { startCluster } from './postgres-cluster'

declare module 'vitest' {
  interface ProvidedContext {
    /** A Postgres server of this run. */
    postgresUrl: string
    /** A folder with an embedded store, new and migrated, to be copied: making one costs seconds. */
    embeddedTemplate: string
  }
}

/** Once a run: a Postgres server, and an empty embedded store. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = await mkdtemp(join(tmpdir(), 'shortlist-embedded-'))
  const removeTemplate = () => rm(template, { recursive: true, force: true })
  const cluster = await startCluster()
  try {
    const log = createLog(readEnv({ LOG_LEVEL: 'silent' }))
    const embedded = await openDatabase({ databaseUrl: null, dataDir: template, log })
    await embedded.close()
  } catch (error) {
    await cluster.stop()
    await removeTemplate()
    throw error
  }
  project.provide('postgresUrl', cluster.url)
  project.provide('embeddedTemplate', template)
  return async () => {
    await cluster.stop()
    await removeTemplate()
  }
}
