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

type Told = { type: string; message: string; code?: string; stack?: string; cause?: Told }

// A failed query's message, and with it the stack, quotes the parameters, which may be anything.
const wordsOf = (error: Error) =>
  'query' in error && typeof error.query === 'string' ? `Failed query: ${error.query}` : error.message

/** What is told of an error: its own words and where it happened, and nothing else that hangs on it. */
function told(error: unknown, depth = 0): Told | string | undefined {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : undefined
  const { name, message, stack = '', cause } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const because = cause instanceof Error && depth < 3 ? (told(cause, depth + 1) as Told) : undefined
  const at = message === '' ? 0 : stack.indexOf(message) + message.length
  return {
    type: name,
    message: wordsOf(error),
    ...(code && { code }),
    stack: stack.slice(at).trimStart(),
    ...(because && { cause: because }),
  }
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
