import 'server-only'
import pino, { type DestinationStream, type Logger } from 'pino'
import type { Env } from './env'

export type Log = Logger

// What must never reach a log line, wherever in an object it turns up, up to three levels down.
const privateFields = [
  'key',
  'apiKey',
  'accountId',
  'account_id',
  'authorization',
  'cookie',
  'firstName',
  'lastName',
  'fullName',
  'first_name',
  'last_name',
  'full_name',
  'headline',
  'topChoiceMessage',
  'top_choice_message',
  'description',
  'raw',
  'q',
  'email',
  'password',
  'token',
]
const redacted = privateFields.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

function secretsOf({ provider, databaseUrl, authSecret, setupToken, oidc, smtpUrl }: Env): string[] {
  const secrets = [databaseUrl, authSecret, setupToken, oidc?.clientSecret, smtpUrl]
  if (provider.kind === 'api') secrets.push(provider.key, ...provider.accounts.map(({ id }) => id))
  return secrets.filter((text) => typeof text === 'string' && text.length >= 4) as string[]
}

// A failed query's message and stack quote its parameters, which may be anything; the driver's errors carry its connection.
const withoutParameters = (text: string | undefined) =>
  text?.replace(/(\n|\b)params: [\s\S]*?(?=\n {4}at |$)/g, '')

type Told = { type: string; message: string; code?: string; stack?: string; cause?: Told }

/** What is told of an error: its own words and where it happened, and nothing that is attached to it. */
function told(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : undefined
  const { name, message, stack, cause } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return {
    type: name,
    message: withoutParameters(message) ?? '',
    ...(code && { code }),
    stack: withoutParameters(stack),
    ...(cause instanceof Error && depth < 3 ? { cause: told(cause, depth + 1) as Told } : {}),
  } satisfies Told
}

/**
 * The structured log: JSON lines on stdout. Private fields are dropped by name, and the configured secrets by value, so
 * that an error message that quotes one does not leak it.
 * @param destination where lines go; stdout unless told
 */
export function createLog(env: Env, destination: DestinationStream = pino.destination({ sync: true })): Log {
  const secrets = secretsOf(env)
  const scrubbed: DestinationStream = {
    write(line) {
      destination.write(secrets.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), line))
    },
  }
  return pino(
    {
      level: env.logLevel,
      redact: { paths: redacted, censor: '[redacted]' },
      base: undefined,
      serializers: { err: (error: unknown) => told(error) },
    },
    scrubbed,
  )
}
