import { defineConfig } from '@playwright/test'
import checks from './playwright.config'

const desk = { width: 1440, height: 900 }
const sizes = [
  { name: '1440', viewport: desk },
  { name: '768', viewport: { width: 768, height: 1024 } },
  { name: '360', viewport: { width: 360, height: 740 } },
]

// What stands in the documents alone, taken once.
const inDocuments = /(?:evidence|second-opinion)\.spec\.ts$/

/** Every screen and state as a picture in docs/pictures: taken anew, or compared with the kept ones. */
export default defineConfig({
  ...checks,
  testDir: 'tests/pictures',
  outputDir: 'test-results/pictures',
  workers: 1,
  fullyParallel: false,
  snapshotPathTemplate: 'docs/pictures/{arg}{ext}',
  expect: {
    timeout: 15_000,
    // Only the time of day differs between two runs: what moves by more has moved.
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', maxDiffPixelRatio: 0.004 },
  },
  projects: [
    ...sizes.flatMap(({ name, viewport }) =>
      (['light', 'dark'] as const).map((colorScheme) => ({
        name: `${name}-${colorScheme}`,
        testIgnore: inDocuments,
        use: { ...checks.use, viewport, colorScheme },
      })),
    ),
    // A project of its own has a server of its own: what is decided here is in no other picture.
    {
      name: 'documents',
      testMatch: inDocuments,
      use: { ...checks.use, viewport: desk, colorScheme: 'light' as const },
    },
  ],
})
