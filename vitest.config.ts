import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const alias = {
  '@': here('.'),
  // The guard throws outside a bundler; in tests everything runs on the server.
  'server-only': here('./node_modules/server-only/empty.js'),
}

// Processes that are killed, other programs, faults at every window, stores filled to their bounds, attacks by the
// hundred, every pair of settings.
const slow = [
  'data-safety',
  'embedded-upkeep',
  'fault-matrix',
  'fuzz',
  'issuer-attacks',
  'killed-server',
  'moving-list',
  'opened-in-libreoffice',
  'paid-answers',
  'redaction-walk',
  'stopped-server',
  'store-move',
].map((name) => `tests/integration/${name}.test.ts`)

// A module that one file puts another in the place of would be that one for the next file, too.
const mocking = readdirSync(here('tests/components'))
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => `tests/components/${name}`)
  .filter((path) => readFileSync(here(path), 'utf8').includes('vi.mock('))

const components = (name: string, include: string[], exclude: string[], isolate: boolean) => ({
  resolve: { alias },
  test: {
    name,
    include,
    exclude,
    environment: 'jsdom' as const,
    // A document for each file takes longer than most files' tests.
    isolate,
    setupFiles: ['tests/components/setup.ts'],
    testTimeout: 30_000,
  },
})

const integration = (name: string, include: string[], exclude: string[] = []) => ({
  resolve: { alias },
  test: {
    name,
    include,
    exclude,
    environment: 'node' as const,
    // One process after another would compile the embedded store anew for each file.
    isolate: false,
    globalSetup: ['tests/integration/postgres.setup.ts'],
    // Thousands of people in a store take long on a machine that is busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

export default defineConfig({
  resolve: { alias },
  test: {
    // One more than the two cores that the test command is measured on: many tests wait, for a clock or for a process.
    maxWorkers: Math.max(3, availableParallelism()),
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          // A property is tried on hundreds of inputs.
          testTimeout: 30_000,
        },
      },
      components('components', ['tests/components/**/*.test.{ts,tsx}'], mocking, false),
      components('components alone', mocking, [], true),
      {
        resolve: { alias },
        test: {
          // Components over the real services, in one process.
          name: 'screen',
          include: ['tests/screen/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/components/setup.ts'],
          globalSetup: ['tests/integration/postgres.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      integration('integration', ['tests/integration/**/*.test.ts'], slow),
      // Left out by `npm run validate`.
      integration('slow', slow),
    ],
  },
})
