// `npm test`: every check, one after the other, to the end; the last line sums them up. `--no-browser` leaves
// out what needs one, and the slowest of the rest.
import { mkdir, readFile, rm } from 'node:fs/promises'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { run, runQuietly } from './run.mjs'
import { ensureBrowser, ensurePgBouncer, ensurePostgres, ensureSpreadsheet } from './system.mjs'

const browser = !process.argv.includes('--no-browser')
const reports = 'test-results'
const tool = (path) => `node_modules/${path}`
const node = (...args) => run(process.execPath, args, { env })

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
const results = []

function record(name, passed, failed, startedAt, failures = []) {
  results.push({ name, passed, failed, failures, seconds: (performance.now() - startedAt) / 1000 })
}

async function check(name, command) {
  process.stdout.write(`\n── ${name}\n`)
  const startedAt = performance.now()
  const code = await command()
  record(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1, startedAt)
}

/** The last lines that say something: where a command that failed tells why. */
function lastLines(text) {
  const lines = stripVTControlCharacters(text).split('\n')
  return lines.filter((line) => line.trim() !== '').slice(-20)
}

/** Checks that use one core each, one after the other; what they print comes when each has ended. */
async function lane(checks) {
  for (const [name, ...commands] of checks) {
    const startedAt = performance.now()
    let code = 0
    let printed = ''
    for (const args of commands) {
      if (code !== 0) break
      const ran = await runQuietly(process.execPath, args, { env })
      code = ran.code
      printed += ran.text
    }
    process.stdout.write(`\n── ${name}\n${printed}`)
    record(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1, startedAt, code === 0 ? [] : lastLines(printed))
  }
}

/** A failed test in one line: where it stands, and what it said first. */
function failure(file, title, message = '') {
  return `${relative('.', file)} › ${title}: ${stripVTControlCharacters(message).trim().split('\n').slice(0, 3).join(' ')}`
}

function readVitest({ numPassedTests, numFailedTests, testResults }) {
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [failure(name, 'as a whole', message)]
    return failed.map((test) => failure(name, test.fullName, test.failureMessages[0]))
  })
  return { passed: numPassedTests, failed: numFailedTests, failures }
}

function readPlaywright({ stats, suites }) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)]
  const failures = suites
    .flatMap(specs)
    .flatMap(({ file, title, tests }) =>
      tests
        .filter((test) => test.status !== 'expected')
        .map((test) =>
          failure(`tests/e2e/${file}`, title, test.results.find(({ error }) => error)?.error.message),
        ),
    )
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped, failures }
}

// A runner that ended badly without a failed test (it crashed, or found none) counts as one failure.
async function suite(name, report, read, command) {
  process.stdout.write(`\n── ${name}\n`)
  const startedAt = performance.now()
  await rm(report, { force: true })
  const code = await command()
  const text = await readFile(report, 'utf8').catch(() => null)
  const { passed, failed, failures } = text ? read(JSON.parse(text)) : { passed: 0, failed: 0, failures: [] }
  record(name, passed, code !== 0 && failed === 0 ? 1 : failed, startedAt, failures)
}

await ensureInstalled()
await ensurePostgres()
await ensurePgBouncer()
if (browser) env.CHROMIUM_PATH = await ensureBrowser()
await mkdir(reports, { recursive: true })

await Promise.all([
  // The largest of the packages installs while the checks of the sources run; only a slow test opens it.
  browser ? ensureSpreadsheet() : null,
  lane([
    ['format', [tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
    ['lint', [tool('eslint/bin/eslint.js'), '--max-warnings=0', '.']],
  ]),
  lane([
    ['types', [tool('next/dist/bin/next'), 'typegen'], [tool('typescript/bin/tsc'), '--noEmit']],
    ['structure', ['scripts/structure.mjs']],
    ['unused', [tool('knip/bin/knip.js')]],
  ]),
])

let built = false
if (browser) {
  await check('build', async () => {
    built = await ensureBuilt()
    return built ? 0 : 1
  })
}

const unitReport = `${reports}/vitest.json`
await suite('unit, components and integration', unitReport, readVitest, () =>
  node(
    tool('vitest/vitest.mjs'),
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
    ...(browser ? [] : ['--project=!screen', '--project=!slow']),
  ),
)

if (built) {
  await lane([['bench', ['scripts/bench.mjs', '--quick']]])
  const browserReport = `${reports}/playwright.json`
  env.PLAYWRIGHT_JSON_OUTPUT_FILE = browserReport
  await suite('browser', browserReport, readPlaywright, () =>
    node(tool('@playwright/test/cli.js'), 'test', '--reporter=dot,json'),
  )
}

const total = { passed: 0, failed: 0 }
process.stdout.write('\n')
for (const { name, passed, failed, failures, seconds } of results) {
  total.passed += passed
  total.failed += failed
  const mark = failed === 0 ? '✓' : '✗'
  process.stdout.write(`${mark} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)\n`)
  for (const line of failures) process.stdout.write(`    ${line}\n`)
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1
