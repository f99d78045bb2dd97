// `npm run pictures` takes the pictures of docs/pictures anew; `npm run pictures:compare` shows what moved since, as
// pictures of the difference under test-results/pictures. Sample people write in many scripts and with emoji: where the
// machine lacks a font for one, boxes stand in its place (Debian: fonts-noto-core, fonts-noto-cjk, fonts-noto-color-emoji).
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { run, stop } from './run.mjs'
import { ensureBrowser } from './system.mjs'

await ensureInstalled()
const CHROMIUM_PATH = await ensureBrowser()
if (!(await ensureBuilt())) stop('The build failed; the reason is above.')
const args = ['test', '--config=playwright.pictures.config.ts', '--reporter=line', ...process.argv.slice(2)]
process.exitCode = await run(process.execPath, ['node_modules/@playwright/test/cli.js', ...args], {
  env: { ...process.env, CHROMIUM_PATH },
})
