import { DrizzleQueryError } from 'drizzle-orm/errors'
import { expect, test } from 'vitest'
import { readEnv } from '@/lib/server/platform/env'
import { createLog } from '@/lib/server/platform/log'

const secrets = ['key-very-secret', 'acc-very-secret', 'postgres://u:p@db/x']

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = ''
  const env = readEnv({
    RECRUITER_API_URL: 'https://api.example.com',
    RECRUITER_API_KEY: 'key-very-secret',
    RECRUITER_ACCOUNTS: 'main=acc-very-secret',
    DATABASE_URL: 'postgres://u:p@db/x',
  })
  write(createLog(env, { write: (line) => void (text += line) }))
  return text
}

test('the key, account ids and the database address never reach a log line, wherever they stand', () => {
  const text = logged((log) => {
    for (const secret of secrets) {
      log.info({ anything: { deep: { deeper: `see ${secret}` } } }, `about ${secret}`)
      log.error({ err: new Error(`failed at ${secret}`) }, 'failed')
    }
  })
  expect(text.split('\n').length).toBeGreaterThan(secrets.length)
  for (const secret of secrets) expect(text).not.toContain(secret)
})

test('names and messages of people are dropped by field', () => {
  const person = { fullName: 'Ada Invented', headline: 'Baker', topChoiceMessage: 'Please call' }
  const text = logged((log) => log.info({ person, row: { person } }, 'row'))
  expect(text).toContain('[redacted]')
  for (const value of Object.values(person)) expect(text).not.toContain(value)
})

test('an error tells its words and its place, and neither what a query was given nor what hangs on it', () => {
  const given = ['ada@example.test', 'a session\n    at the harbour', '203.0.113.99']
  const broken = Object.assign(new Error('no such table'), {
    code: '42P01',
    client: { secretKey: 'pg-secret' },
  })
  const failed = new DrizzleQueryError('select * from "auth_session" where "token" = $1', given, broken)
  const text = logged((log) => log.error({ err: failed }, 'failed'))
  expect(text).toContain('auth_session')
  expect(text).toContain('no such table')
  expect(text).toContain('42P01')
  expect(text).toContain('log.test.ts')
  for (const secret of ['ada@example.test', 'harbour', '203.0.113.99', 'pg-secret']) {
    expect(text).not.toContain(secret)
  }
})

test.each<[string, (log: ReturnType<typeof createLog>, error: Error) => void]>([
  ['as a field without a message', (log, error) => log.error({ err: error })],
  [
    'as a field beside others',
    (log, error) => log.child({ route: 'fetches' }).warn({ code: 'x', err: error }),
  ],
  ['by itself', (log, error) => log.error(error)],
  ['by itself with a message', (log, error) => log.error(error, 'failed')],
])('an error logged %s repeats no value that a query was given', (_, write) => {
  const refused = Object.assign(new Error('invalid input syntax for type json: "Ada Invented"'), {
    severity: 'ERROR',
  })
  const failed = new DrizzleQueryError('insert into "candidate" values ($1)', ['Ada Invented'], refused)
  const text = logged((log) => write(log, failed))
  expect(text).toContain('insert into')
  expect(text).not.toContain('Ada')
})

test('a text that is no JSON is not quoted', () => {
  const parse = () => JSON.parse('Ada Invented') as unknown
  const text = logged((log) => {
    try {
      parse()
    } catch (error) {
      log.error({ err: new Error('cannot read', { cause: error }) })
    }
  })
  expect(text).toContain('cannot read')
  expect(text).not.toContain('Ada')
})

test('no piece of a password is logged, whatever a driver took it for', () => {
  let text = ''
  const env = readEnv({
    DATABASE_URL: 'postgres://desk:harbour%40quayside%23no1@db.example.com/x',
    SMTP_URL: 'smtp://desk:lighthouse@mail.example.com',
    APP_URL: 'https://shortlist.example.com',
  })
  const log = createLog(env, { write: (line) => void (text += line) })
  for (const word of [
    'harbour',
    'quayside',
    'harbour@quayside#no1',
    'harbour%40quayside%23no1',
    'lighthouse',
  ])
    log.error({ err: new Error(`getaddrinfo ENOTFOUND ${word}`) }, 'failed')
  expect(text).toContain('ENOTFOUND [redacted]')
  expect(text).not.toMatch(/harbour|quayside|lighthouse/)
})

test('the level silences what is below it', () => {
  expect(logged((log) => log.debug('noise'))).toBe('')
})
