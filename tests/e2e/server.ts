import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Set to nothing unless a test says otherwise: an `.env` of whoever runs the tests must not reach the server.
const blank = {
  RECRUITER_API_URL: '',
  RECRUITER_API_KEY: '',
  RECRUITER_ACCOUNTS: '',
  RECRUITER_TIMEOUT_MS: '',
  DATABASE_URL: '',
  DATA_DIR: '',
  APP_URL: '',
  AUTH_SECRET: '',
  SETUP_TOKEN: '',
  OIDC_ISSUER: '',
  OIDC_CLIENT_ID: '',
  OIDC_CLIENT_SECRET: '',
  SMTP_URL: '',
  MAIL_FROM: '',
  TRUSTED_PROXIES: '',
  CREDITS_PER_DAY: '',
  AUTOLOAD_CREDITS: '',
  RETENTION_DAYS: '',
  STOP_TIMEOUT_MS: '',
  PORT: '0',
  HOST: '',
  LOG_LEVEL: '',
}
export type Settings = Partial<typeof blank>

export type Server = {
  /** Its address, once it is ready. @throws Error with what it said when it ended instead */
  ready: Promise<string>
  /** The exit code, once nothing of it runs any more; null when a signal ended it. */
  exited: Promise<number | null>
  /** The exit code of the command itself, whatever it leaves running; null when a signal ended it. */
  returned: Promise<number | null>
  stdout: () => string
  stderr: () => string
  terminate: (signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => void
}

const serveBuilt = [process.execPath, 'scripts/serve-built.mjs'] as const

/** Starts the built product in a process of its own, on a free port. @param command another way to start it */
export function startServer(
  settings: Settings,
  [program, ...args]: readonly [string, ...string[]] = serveBuilt,
): Server {
  const { PATH, HOME } = process.env
  const child = spawn(program, args, {
    env: { PATH, HOME, NODE_ENV: 'production', ...blank, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (err += text))
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve))
  const returned = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      const address = /Shortlist is ready on (http:\S+)/.exec(out)?.[1]
      if (address) resolve(address)
    })
    void exited.then((code) => reject(new Error(`The server ended with ${code}: ${err}`)))
  })
  // Whoever expects it to end looks at `exited` alone.
  ready.catch(() => undefined)
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  void exited.then(() => process.off('exit', kill))
  return {
    ready,
    exited,
    returned,
    stdout: () => out,
    stderr: () => err,
    terminate: (signal = 'SIGTERM') => void child.kill(signal),
  }
}

/** Names the folder of the empty store that tests/e2e/template.setup.ts made. */
export const templateVariable = 'SHORTLIST_TEST_TEMPLATE'

/** A folder with an empty store of its own, and how to take it away. */
export async function makeDataDir() {
  const path = await mkdtemp(join(tmpdir(), 'shortlist-e2e-'))
  await cp(join(process.env[templateVariable] ?? '', 'store'), join(path, 'store'), { recursive: true })
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
