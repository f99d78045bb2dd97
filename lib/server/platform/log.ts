import 'server-only'
import pino, { type DestinationStream, type LogFn, type Logger } from 'pino'
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

/**
 * The password of an address, as written and as meant, and every piece of it that a parser could take for something
 * else: a raw @, #, / or ? in it ends the part of the address that a password belongs to.
 * @param address such as `postgres://user:password@host/name`; null for none
 * @returns texts that must not be logged, the longest first; none shorter than 3 letters, which would hide half the log
 */
export function findPasswords(address: string | null): string[] {
  const [, written = ''] = /^[a-z]+:\/\/[^:@/]*:(.*)@/is.exec(address ?? '') ?? []
  let meant = written
  try {
    meant = decodeURIComponent(written)
  } catch {
    // A stray % stands for itself.
  }
  const texts = [written, meant].flatMap((text) => [text, ...text.split(/[@#/?:]/)])
  return [...new Set(texts)].filter((text) => text.length >= 3).sort((a, b) => b.length - a.length)
}

function listSecrets({ provider, databaseUrl, authSecret, setupToken, oidc, smtpUrl, proxy }: Env): string[] {
  const addresses = [databaseUrl, smtpUrl, proxy?.https ?? null, proxy?.http ?? null]
  const secrets = [databaseUrl, authSecret, setupToken, oidc?.clientSecret, smtpUrl]
  secrets.push(...addresses.flatMap(findPasswords))
  if (provider.kind === 'api') secrets.push(provider.key, ...provider.accounts.map(({ id }) => id))
  return secrets.filter((text) => typeof text === 'string' && text.length >= 4) as string[]
}

type LoggedError = { type: string; message: string; code?: string; stack?: string; cause?: LoggedError }

const maxQueryLength = 500
// Postgres ends its sentence with the value that it refused, V8 quotes the text that is no JSON.
const quotedValue = /: ".*$/s

/** An error's message without values: parameters of a query and refused texts may be about an applicant. */
function safeMessage(error: Error): string {
  if ('query' in error && typeof error.query === 'string') {
    return `Failed query: ${error.query.slice(0, maxQueryLength)}`
  }
  if (error instanceof SyntaxError) return 'The text could not be parsed.'
  return 'severity' in error ? error.message.replace(quotedValue, ': …') : error.message
}

/** What is told of an error: its own words and where it happened, and nothing else that hangs on it. */
function toLoggedError(error: unknown, depth = 0): LoggedError | string | undefined {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : undefined
  const { name, message, stack = '', cause } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const because =
    cause instanceof Error && depth < 3 ? (toLoggedError(cause, depth + 1) as LoggedError) : undefined
  const at = message === '' ? 0 : stack.indexOf(message) + message.length
  return {
    type: name,
    message: safeMessage(error),
    ...(code && { code }),
    stack: stack.slice(at).trimStart(),
    ...(because && { cause: because }),
  }
}

/** Without a message of its own a line would repeat the error's, which pino copies past the serializer. */
function withOwnMessage(this: Log, args: Parameters<LogFn>, write: LogFn): void {
  const [first, ...rest] = args as unknown[]
  const fields = first instanceof Error ? { err: first } : first
  const error = typeof fields === 'object' && fields !== null && 'err' in fields ? fields.err : undefined
  const message = error instanceof Error && rest[0] === undefined ? [safeMessage(error)] : rest
  write.apply(this, [fields, ...message] as Parameters<LogFn>)
}

/**
 * The structured log: JSON lines on stdout. Private fields are dropped by name, and the configured secrets by value, so
 * that an error message that quotes one does not leak it.
 * @param destination where lines go; stdout unless told
 */
export function createLog(env: Env, destination: DestinationStream = pino.destination({ sync: true })): Log {
  const secrets = listSecrets(env)
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
      serializers: { err: (error: unknown) => toLoggedError(error) },
      hooks: { logMethod: withOwnMessage },
    },
    scrubbed,
  )
}
