import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, stop } from './run.mjs'

const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

let updated = false
async function aptInstall(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => run('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  process.stdout.write(`Installing ${packages.join(' and ')} …\n`)
  if (!updated) await apt('update')
  updated = true
  return (await apt('install', '-y', '--no-install-recommends', ...packages)) === 0
}

function onPath(names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      if (folder && existsSync(join(folder, name))) return join(folder, name)
    }
  }
  return null
}

// Chromium without a window of its own draws the same and costs half.
const shell = 'chromium-headless-shell'
const browserNames = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macBrowser = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

async function findBrowser() {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) return existsSync(CHROMIUM_PATH) ? CHROMIUM_PATH : null
  const installed = onPath(browserNames) ?? (existsSync(macBrowser) ? macBrowser : null)
  if (installed) return installed
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}

/** The path of a Chromium to test with, installed when it may be. */
export async function ensureBrowser() {
  if (!process.env.CHROMIUM_PATH && !onPath([shell]) && mayInstall()) await aptInstall(shell)
  const found = await findBrowser()
  if (found) return found
  if (process.env.CHROMIUM_PATH)
    stop(`CHROMIUM_PATH names a file that is not there: ${process.env.CHROMIUM_PATH}`)
  if (mayInstall() && (await aptInstall('chromium'))) {
    const now = await findBrowser()
    if (now) return now
  }
  stop('The browser tests need Chromium. Install it, or set CHROMIUM_PATH to one, and run this again.')
}

function hasPostgres() {
  if (onPath(['initdb'])) return true
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
  return versions.some((version) => existsSync(`/usr/lib/postgresql/${version}/bin/initdb`))
}

/** Makes sure the programs of a Postgres server are here, for tests to start one of their own. */
export async function ensurePostgres() {
  if (hasPostgres() || (mayInstall() && (await aptInstall('postgresql')) && hasPostgres())) return
  stop(
    'The store tests need the Postgres server programs (initdb, postgres). Install them and run this again.',
  )
}

const pgbouncer = '/usr/sbin/pgbouncer'
const hasPgBouncer = () => onPath(['pgbouncer']) !== null || existsSync(pgbouncer)

/** Makes sure PgBouncer is here, for tests to put one of their own in front of their Postgres. */
export async function ensurePgBouncer() {
  if (hasPgBouncer() || (mayInstall() && (await aptInstall('pgbouncer')) && hasPgBouncer())) return
  stop('The store tests need PgBouncer. Install it and run this again.')
}

const hasSpreadsheet = () => onPath(['soffice']) !== null

/** Makes sure LibreOffice Calc is here, for tests to open exported files with. It needs no screen. */
export async function ensureSpreadsheet() {
  if (hasSpreadsheet() || (mayInstall() && (await aptInstall('libreoffice-calc-nogui')) && hasSpreadsheet()))
    return
  stop('The export tests need LibreOffice Calc (soffice). Install it and run this again.')
}
