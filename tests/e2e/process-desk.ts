import { test as base } from '@playwright/test'
import { makeDataDir, type Server, startServer } from './server'

type Fixtures = {
  dataDir: string
  /** Starts a server of this test; what still runs at the end is stopped. */
  start: typeof startServer
}

/** A test that starts and stops servers of its own. */
export const test = base.extend<Fixtures>({
  dataDir: async ({}, use) => {
    const data = await makeDataDir()
    await use(data.path)
    await data.remove()
  },
  start: async ({}, use) => {
    const started: Server[] = []
    await use((...how) => {
      const server = startServer(...how)
      started.push(server)
      return server
    })
    for (const server of started) {
      server.terminate()
      await server.exited
    }
  },
})
