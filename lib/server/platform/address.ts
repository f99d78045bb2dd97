import 'server-only'
import { type Env, isLoopback } from './env'

/** Where the server listens, and the names it answers to. */
export type Address = {
  host: string
  port: number
  /** Host names a request may carry; any other is someone else's name made to point here. */
  names: string[]
  /** Addresses and ranges of the proxies whose word on who asks is taken. */
  trustedProxies: string[]
  /** People come by https: so they are told to for ever after. */
  https: boolean
  /** Set when it does not listen where it was told to. */
  note: string | null
}

/** Without sign-in, whoever can reach the server could spend and read: it stays on loopback then, whatever HOST says. */
export function toServerAddress({ host, port, appUrl, provider, trustedProxies }: Env): Address {
  const own = appUrl ? [new URL(appUrl).hostname] : []
  const names = ['localhost', '127.0.0.1', '[::1]', ...own]
  const rest = { port, trustedProxies, https: appUrl?.startsWith('https://') ?? false }
  if (isLoopback(host)) return { host, names: [...names, host], note: null, ...rest }
  if (provider.kind === 'api') return { host, names, note: null, ...rest }
  const note = `HOST=${host} is not used: the sandbox asks nobody to sign in, so Shortlist listens on 127.0.0.1 only.`
  return { host: '127.0.0.1', names, note, ...rest }
}
