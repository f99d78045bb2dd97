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
    { level: env.logLevel, redact: { paths: redacted, censor: '[redacted]' }, base: undefined },
    scrubbed,
  )
}
