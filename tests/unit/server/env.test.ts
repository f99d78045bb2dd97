import { describe, expect, test } from 'vitest'
import { EnvError, readEnv } from '@/lib/server/platform/env'

const provider = {
  RECRUITER_API_URL: 'https://api.example.com/',
  RECRUITER_API_KEY: 'k-123456',
  RECRUITER_ACCOUNTS: 'main=acc-1, agency=acc=2',
}

test('with nothing set, the sandbox runs on loopback with the documented limits', () => {
  expect(readEnv({})).toMatchObject({
    provider: { kind: 'sandbox' },
    databaseUrl: null,
    databasePoolSize: 10,
    dataDir: '.data',
    creditsPerDay: 500,
    autoloadCredits: 25,
    retentionDays: 730,
    host: '127.0.0.1',
    port: 3000,
    logLevel: 'info',
  })
})

test('a provider is its address, its key and its accounts, the first being the default', () => {
  expect(readEnv(provider).provider).toEqual({
    kind: 'api',
    url: 'https://api.example.com',
    key: 'k-123456',
    accounts: [
      { label: 'main', id: 'acc-1' },
      { label: 'agency', id: 'acc=2' },
    ],
    timeoutMs: 60_000,
  })
})

test('an empty value counts as unset', () => {
  expect(readEnv({ RECRUITER_API_KEY: ' ', PORT: '' })).toMatchObject({
    provider: { kind: 'sandbox' },
    port: 3000,
  })
})

test.each([
  'postgres://desk:12#harbour@db.example.com/x',
  'postgres://desk:12/harbour@db.example.com/x',
  'postgres://desk:12?harbour@db.example.com/x',
  'postgres://desk:har@bour#quay@db.example.com/x',
  'postgres://desk:har#bour@db.example.com/x',
])('a password that ends its part of DATABASE_URL is refused and not repeated: %s', (address) => {
  const read = () => readEnv({ DATABASE_URL: address })
  expect(read).toThrow(/^DATABASE_URL is not usable: .* @ # \/ \? are written %40 %23 %2F %3F/)
  expect(read).not.toThrow(/bour/)
})

test('a password with its letters encoded, and an @ in a parameter, are taken', () => {
  for (const databaseUrl of [
    'postgres://desk:har%40bour%23quay@db.example.com/x',
    'postgres://db.example.com/x?user=desk@db',
  ])
    expect(readEnv({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl })
})

describe('a half-set group stops the start and names what is missing', () => {
  test.each(Object.keys(provider))('without %s', (missing) => {
    expect(() => readEnv({ ...provider, [missing]: undefined })).toThrow(new RegExp(`^${missing} is missing`))
  })
  test('OIDC without its secret', () => {
    const oidc = { OIDC_ISSUER: 'https://id.example.com', OIDC_CLIENT_ID: 'app' }
    expect(() => readEnv(oidc)).toThrow(/^OIDC_CLIENT_SECRET is missing/)
  })
})

const bad: [string, string][] = [
  ['RECRUITER_API_URL', 'api.example.com'],
  ['RECRUITER_API_URL', 'ftp://api.example.com'],
  ['RECRUITER_API_KEY', 'two words'],
  ['RECRUITER_ACCOUNTS', 'main'],
  ['RECRUITER_ACCOUNTS', 'main=a,main=b'],
  ['RECRUITER_ACCOUNTS', 'main='],
  ['RECRUITER_TIMEOUT_MS', '5s'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['APP_URL', 'shortlist'],
  ['APP_URL', 'https://desk.example.com/shortlist'],
  ['APP_URL', 'https://desk.example.com/shortlist/'],
  ['APP_URL', 'https://desk.example.com/?team=1'],
  ['APP_URL', 'https://desk.example.com/#top'],
  ['APP_URL', 'https://me:secret@desk.example.com'],
  ['AUTH_SECRET', 'short'],
  ['SETUP_TOKEN', 'short'],
  ['OIDC_ISSUER', 'id.example.com'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['CREDITS_PER_DAY', '-1'],
  ['AUTOLOAD_CREDITS', 'many'],
  ['RETENTION_DAYS', '0'],
  ['PORT', '70000'],
  ['HOST', 'a b'],
  ['LOG_LEVEL', 'loud'],
]

describe('a bad value stops the start with one line that names the variable and does not repeat the value', () => {
  test.each(bad)('%s=%s', (name, value) => {
    let error: unknown
    try {
      readEnv({ ...provider, [name]: value })
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(EnvError)
    const { message } = error as EnvError
    expect(message).toMatch(new RegExp(`^${name} is not usable: expected .+\\.$`))
    expect(message).not.toContain('\n')
  })
})

test('APP_URL is an origin: a path is refused with what is expected, a last slash and capitals are taken', () => {
  const read = (appUrl: string) => readEnv({ ...provider, APP_URL: appUrl }).appUrl
  expect(() => read('https://desk.example.com/shortlist')).toThrow(
    'APP_URL is not usable: expected the http(s) address people open, without a path, such as https://shortlist.example.com.',
  )
  expect(read('https://desk.example.com/')).toBe('https://desk.example.com')
  expect(read('https://desk.example.com:8443')).toBe('https://desk.example.com:8443')
  expect(() => read('HTTPS://Desk.Example.com')).not.toThrow()
})

test('a secret in the wrong place is not repeated on the terminal', () => {
  expect(() => readEnv({ ...provider, DATABASE_URL: 'my-secret-password' })).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('my-secret') }),
  )
})
