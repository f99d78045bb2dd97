// `npm run bench [-- part …] [--quick]`: builds what changed, then measures it; the tables go to docs/bench.md.
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { run, stop } from './run.mjs'
import { ensureBrowser, ensurePostgres } from './system.mjs'

await ensureInstalled()
await ensurePostgres()
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHROMIUM_PATH: await ensureBrowser() }
if (!(await ensureBuilt())) stop('The build failed; the reason is above.')
const flags = ['--conditions=react-server', '--import', 'tsx']
process.exitCode = await run(process.execPath, [...flags, 'tests/bench/run.ts', ...process.argv.slice(2)], {
  env,
})
