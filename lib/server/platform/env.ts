import 'server-only'
import { z } from 'zod'

/** A setting that stops the start. The message is one line that names the variable and says what is expected. */
export class EnvError extends Error {
  override name = 'EnvError'
}

export type Account = { label: string; id: string }

/** Where candidates come from: a configured provider, or the built-in sandbox when no key is set. */
export type Provider =
  | { kind: 'sandbox' }
  | { kind: 'api'; url: string; key: string; accounts: [Account, ...Account[]]; timeoutMs: number }

export type Env = {
  provider: Provider
  databaseUrl: string | null
  /** Connections to Postgres at most. */
  databasePoolSize: number
  dataDir: string
  appUrl: string | null
  authSecret: string | null
  setupToken: string | null
  oidc: { issuer: string; clientId: string; clientSecret: string } | null
  /** Where mail is handed over, and who it is from. */
  smtpUrl: string | null
  mailFrom: string | null
  trustedProxies: string[]
  creditsPerDay: number
  autoloadCredits: number
  retentionDays: number
  stopTimeoutMs: number
  /** The company's proxy for calls to the provider, and the hosts that are called without it. */
  proxy: { https: string | null; http: string | null; none: string | null } | null
  port: number
  host: string
  logLevel: (typeof logLevels)[number]
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max)
const httpAddress = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''))
// Pages, links and cookies begin at the root.
const rootAddress = httpAddress.refine((text) => new URL(text).origin === text.toLowerCase())
const proxyAddress = [
  z.url({ protocol: /^https?$/ }),
  'an http(s) address of a proxy such as http://proxy.example.com:3128',
] as const

// A # / or ? in a password ends the part that it belongs to: what follows, up to its @, would be taken for a host or a name.
const postgresAddress = z.url({ protocol: /^postgres(ql)?$/ }).refine((text) => {
  if (!URL.canParse(text)) return false
  const { hash, pathname, search } = new URL(text)
  return hash === '' && !pathname.includes('@') && !/^\?[^=]*@/.test(search)
})

const accountList = z.string().transform((text, context): Account[] => {
  const accounts = text.split(',').map((entry) => {
    const [label = '', ...rest] = entry.split('=')
    return { label: label.trim(), id: rest.join('=').trim() }
  })
  const labels = new Set(accounts.map(({ label }) => label))
  const sound = accounts.every(({ label, id }) => /^[A-Za-z0-9_-]{1,40}$/.test(label) && id !== '')
  if (!sound || labels.size !== accounts.length) context.addIssue({ code: 'custom', message: 'malformed' })
  return accounts
})

// Each variable: how it is read, and the words that end the line when it cannot be.
const variables = {
  RECRUITER_API_URL: [httpAddress, 'an http(s) address such as https://api.example.com'],
  RECRUITER_API_KEY: [z.string().regex(/^[\x21-\x7e]+$/), 'the key as the provider gave it, without spaces'],
  RECRUITER_ACCOUNTS: [
    accountList,
    'label=account_id pairs parted by commas, each label once, of letters, digits, - and _ (main=abc,agency=def)',
  ],
  RECRUITER_TIMEOUT_MS: [wholeNumber(100, 600_000), 'milliseconds from 100 to 600000'],
  DATABASE_URL: [
    postgresAddress,
    'a postgres:// address, in whose password @ # / ? are written %40 %23 %2F %3F, or unset for the embedded store',
  ],
  DATABASE_POOL_SIZE: [wholeNumber(1, 1_000), 'a whole number of connections from 1 to 1000'],
  DATA_DIR: [z.string().min(1), 'a folder'],
  APP_URL: [
    rootAddress,
    'the http(s) address people open, without a path, such as https://shortlist.example.com',
  ],
  HTTPS_PROXY: proxyAddress,
  HTTP_PROXY: proxyAddress,
  NO_PROXY: [z.string().min(1), 'hosts parted by commas'],
  AUTH_SECRET: [z.string().min(32), 'at least 32 characters'],
  SETUP_TOKEN: [z.string().min(16), 'at least 16 characters'],
  OIDC_ISSUER: [httpAddress, 'the issuer’s http(s) address'],
  OIDC_CLIENT_ID: [z.string().min(1), 'the client id the issuer gave'],
  OIDC_CLIENT_SECRET: [z.string().min(1), 'the client secret the issuer gave'],
  SMTP_URL: [
    z.url({ protocol: /^smtps?$/ }),
    'a mail server’s address such as smtps://user:password@mail.example.com',
  ],
  MAIL_FROM: [
    z.string().regex(/^[^\r\n]*[^\s@]+@[^\s@]+$|^[^\r\n<>]*<[^\s@<>]+@[^\s@<>]+>$/),
    'an e-mail address, with or without a name',
  ],
  TRUSTED_PROXIES: [
    z
      .string()
      .transform((text) =>
        text
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      )
      .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
      .refine((ranges) => ranges.every((range) => !/\/0+$/.test(range))),
    'addresses or CIDR ranges parted by commas, and not the whole internet',
  ],
  CREDITS_PER_DAY: [wholeNumber(0, 10_000_000), 'a whole number of credits, 0 or more'],
  AUTOLOAD_CREDITS: [wholeNumber(0, 100_000), 'a whole number of credits, 0 or more'],
  RETENTION_DAYS: [wholeNumber(1, 36_500), 'a whole number of days, 1 or more'],
  STOP_TIMEOUT_MS: [wholeNumber(1_000, 900_000), 'milliseconds from 1000 to 900000'],
  PORT: [wholeNumber(0, 65_535), 'a port from 0 to 65535'],
  HOST: [z.string().regex(/^[A-Za-z0-9.:_-]+$/), 'a host name or address'],
  LOG_LEVEL: [z.enum(logLevels), `one of ${logLevels.join(', ')}`],
} as const satisfies Record<string, readonly [z.ZodType, string]>

type Name = keyof typeof variables
type Value<K extends Name> = z.output<(typeof variables)[K][0]>

/** These three are written in either case everywhere; the small one counts, as it does in other programs. */
function readProxy(source: Record<string, string | undefined>): Env['proxy'] {
  const both = (['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'] as const).map((name) =>
    read({ [name]: source[name.toLowerCase()] || source[name] }, name),
  )
  const [https = null, http = null, none = null] = both
  return https === null && http === null ? null : { https, http, none }
}

// A value that did not fit may be a secret in the wrong place, so it is never repeated.
function read<K extends Name>(source: Record<string, string | undefined>, name: K): Value<K> | undefined {
  const text = source[name]?.trim()
  if (text === undefined || text === '') return undefined
  const [schema, expected] = variables[name]
  const parsed = schema.safeParse(text)
  if (!parsed.success) throw new EnvError(`${name} is not usable: expected ${expected}.`)
  return parsed.data as Value<K>
}

/** Names that belong together: all of them set, or none. */
function together(source: Record<string, string | undefined>, names: readonly Name[]): boolean {
  const missing = names.filter((name) => !source[name]?.trim())
  if (missing.length > 0 && missing.length < names.length) {
    const present = names.filter((name) => !missing.includes(name))
    throw new EnvError(`${missing[0]} is missing: ${present.join(' and ')} needs it. Set it or unset both.`)
  }
  return missing.length === 0
}

function readProvider(source: Record<string, string | undefined>): Provider {
  const url = read(source, 'RECRUITER_API_URL')
  const key = read(source, 'RECRUITER_API_KEY')
  const accounts = read(source, 'RECRUITER_ACCOUNTS')
  const timeoutMs = read(source, 'RECRUITER_TIMEOUT_MS') ?? 60_000
  if (!together(source, ['RECRUITER_API_URL', 'RECRUITER_API_KEY', 'RECRUITER_ACCOUNTS'])) {
    return { kind: 'sandbox' }
  }
  const [first, ...others] = accounts!
  return { kind: 'api', url: url!, key: key!, accounts: [first!, ...others], timeoutMs }
}

const loopback = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?)$/
/** Whether a host name can only mean this machine. */
export const isLoopback = (host: string): boolean => loopback.test(host)

// Passwords and sessions would go over the network for anyone to read.
function assertReachable(host: string, appUrl: string | null): void {
  if (appUrl === null && !isLoopback(host)) {
    throw new EnvError(
      `APP_URL is missing: HOST=${host} is open to a network. Set it to the https address people open.`,
    )
  }
  if (appUrl?.startsWith('http://') && !isLoopback(new URL(appUrl).hostname)) {
    throw new EnvError('APP_URL is not usable: expected an https address, as passwords go over it.')
  }
}

/**
 * Reads every setting of the product, once, at start.
 * @param source names to texts, as in `process.env`; an empty text counts as unset
 * @throws EnvError when a value cannot be used or a group is half set
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const issuer = read(source, 'OIDC_ISSUER')
  const clientId = read(source, 'OIDC_CLIENT_ID')
  const clientSecret = read(source, 'OIDC_CLIENT_SECRET')
  const oidc = together(source, ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])
    ? { issuer: issuer!, clientId: clientId!, clientSecret: clientSecret! }
    : null
  const provider = readProvider(source)
  const appUrl = read(source, 'APP_URL') ?? null
  const smtpUrl = read(source, 'SMTP_URL') ?? null
  if (smtpUrl !== null && appUrl === null) {
    throw new EnvError('APP_URL is missing: SMTP_URL needs it for the links in mails. Set it or unset both.')
  }
  const host = read(source, 'HOST') ?? '127.0.0.1'
  if (provider.kind === 'api') assertReachable(host, appUrl)
  // A call that is paid for is worth waiting for.
  const paidCallMs = provider.kind === 'api' ? provider.timeoutMs : 60_000
  return {
    provider,
    databaseUrl: read(source, 'DATABASE_URL') ?? null,
    databasePoolSize: read(source, 'DATABASE_POOL_SIZE') ?? 10,
    dataDir: read(source, 'DATA_DIR') ?? '.data',
    appUrl,
    authSecret: read(source, 'AUTH_SECRET') ?? null,
    setupToken: read(source, 'SETUP_TOKEN') ?? null,
    oidc,
    smtpUrl,
    mailFrom: read(source, 'MAIL_FROM') ?? null,
    trustedProxies: read(source, 'TRUSTED_PROXIES') ?? [],
    creditsPerDay: read(source, 'CREDITS_PER_DAY') ?? 500,
    autoloadCredits: read(source, 'AUTOLOAD_CREDITS') ?? 25,
    retentionDays: read(source, 'RETENTION_DAYS') ?? 730,
    stopTimeoutMs: read(source, 'STOP_TIMEOUT_MS') ?? paidCallMs + 15_000,
    proxy: provider.kind === 'api' ? readProxy(source) : null,
    port: read(source, 'PORT') ?? 3000,
    host,
    logLevel: read(source, 'LOG_LEVEL') ?? 'info',
  }
}
