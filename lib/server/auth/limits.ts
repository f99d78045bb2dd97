import 'server-only'
import { createHash } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '@/lib/server/platform/app-error'

const quarter = 15 * 60
const hour = 60 * 60

// How many attempts in how many seconds, by what is tried: counted in the store, so that all instances count as one.
const rules = {
  /** An account, from one address; and from everywhere, so that a stranger does not easily shut somebody out. */
  signInPair: { points: 10, duration: quarter },
  signInAccount: { points: 60, duration: quarter },
  signInAddress: { points: 50, duration: quarter },
  /** Sign-ins begun at the identity provider, each of which the store remembers for a while. */
  beginAddress: { points: 100, duration: quarter },
  /** A code opens once: as many seconds as it would be taken again. */
  codeOnce: { points: 1, duration: 120 },
  /** As many as the library takes before it locks an account, which it counts only after it has judged them. */
  codeAccount: { points: 10, duration: quarter },
  codeAddress: { points: 20, duration: quarter },
  setupAddress: { points: 10, duration: quarter },
  setupAll: { points: 100, duration: hour },
  invitationAddress: { points: 30, duration: quarter },
  resetAccount: { points: 5, duration: hour },
  resetAddress: { points: 20, duration: hour },
  passwordAccount: { points: 10, duration: quarter },
  passcodeLink: { points: 30, duration: quarter },
  passcodeAddress: { points: 10, duration: quarter },
  // Not a refusal: beyond it an opening is no longer counted.
  openingPair: { points: 5, duration: hour },
  responseAddress: { points: 120, duration: hour },
  responseGuest: { points: 120, duration: hour },
  // A guest who drops their cookie is another guest.
  responseLink: { points: 1_000, duration: hour },
} as const
export type Limit = keyof typeof rules

type AddressLimit = Extract<Limit, `${string}Address`>
type PairLimit = Extract<Limit, `${string}Pair`>

/**
 * What is tried, by limit: an IP address (null where it cannot be told), something together with the address that it is
 * tried from, or an id.
 */
export type Attempts = { [L in AddressLimit]?: string | null } & {
  [L in PairLimit]?: { of: string; from: string | null }
} & { [L in Exclude<Limit, AddressLimit | PairLimit>]?: string }

/** What counts attempts; keys are hashed, as they may be e-mail addresses. */
export type Limits = {
  /** Counts one attempt under each of these. @throws AppError too_many_attempts, with the seconds to wait */
  take: (attempts: Attempts) => Promise<void>
  /** An attempt that went well does not count. */
  refund: (attempts: Attempts) => Promise<void>
}

/**
 * What counts as one address: of IPv6 the network of 64 bits, which one household or server has to itself; of IPv4 in
 * IPv6's clothes the IPv4.
 */
function toNetwork(address: string | null): string {
  if (address === null) return 'unknown'
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':')
}

function toKey(name: string, tried: Attempts[Limit]): string {
  if (typeof tried === 'object' && tried !== null) return `${tried.of}\n${toNetwork(tried.from)}`
  return name.endsWith('Address') ? toNetwork(tried ?? null) : (tried ?? '')
}

const hashed = (key: string) => createHash('sha256').update(key).digest('base64url')

export function createLimits(pool: pg.Pool): Limits {
  const limiters = new Map(
    Object.entries(rules).map(([name, rule]) => [
      name as Limit,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: name,
        clearExpiredByTimeout: true,
        ...rule,
      }),
    ]),
  )
  const each = (attempts: Attempts) =>
    Object.entries(attempts).map(([name, tried]) => ({
      limiter: limiters.get(name as Limit)!,
      key: hashed(toKey(name, tried)),
    }))
  return {
    async take(attempts) {
      for (const { limiter, key } of each(attempts)) {
        try {
          await limiter.consume(key)
        } catch (refusal) {
          if (!(refusal instanceof RateLimiterRes)) throw refusal
          const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
          throw new AppError('too_many_attempts', { retryAfter })
        }
      }
    },
    async refund(attempts) {
      for (const { limiter, key } of each(attempts)) await limiter.reward(key)
    },
  }
}
