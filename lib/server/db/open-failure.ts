import 'server-only'
import { EnvError } from '@/lib/server/platform/env'
import { findPasswords } from '@/lib/server/platform/log'

// What a TLS handshake fails with when no authority that this machine knows vouches for the server.
const untrusted = new Set([
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])
const refusedSignIn = new Set(['28000', '28P01'])

const certificateAdvice =
  'Download the certificate of its authority and add sslmode=verify-full&sslrootcert=/path/to/ca.pem to DATABASE_URL; or, only where nobody can listen in between, sslmode=no-verify, which encrypts without checking who answers.'

function firstCause(error: unknown): Error {
  let current = error instanceof Error ? error : new Error(String(error))
  while (current.cause instanceof Error) current = current.cause
  return current
}

/**
 * Why the store cannot be opened and what to do, in one line.
 * @param error what the driver threw
 * @param databaseUrl the address that was tried, of which no part of the password is repeated
 */
export function openFailure(error: unknown, databaseUrl: string | null): Error {
  const cause = firstCause(error)
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  const options = { cause: error }
  if (untrusted.has(code)) {
    return new EnvError(
      `The Postgres of DATABASE_URL has a certificate that this machine does not trust (${cause.message}). ${certificateAdvice}`,
      options,
    )
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return new EnvError(
      'The certificate of the Postgres of DATABASE_URL is for another host name. Set DATABASE_URL to the name that its certificate bears.',
      options,
    )
  }
  if (refusedSignIn.has(code)) {
    return new EnvError(
      'The Postgres of DATABASE_URL refused the user or the password. Check both; in the address, @ # / ? : and % of a password are written %40 %23 %2F %3F %3A and %25.',
      options,
    )
  }
  const [line = ''] = cause.message.split('\n', 1)
  const words = findPasswords(databaseUrl).reduce(
    (text, secret) => text.replaceAll(secret, '[redacted]'),
    line,
  )
  return new Error(`the store cannot be opened (${words}).`, options)
}
