import 'server-only'
import type { Env } from './env'

/** Where the server listens, and the names it answers to. */
export type Address = {
  host: string
  port: number
  /** Host names a request may carry; any other is someone else's name made to point here. */
  names: string[]
  /** Set when it does not listen where it was told to. */
  note: string | null
}

const loopback = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/

/** Without sign-in, whoever can reach the server could spend and read: it stays on loopback, whatever HOST says. */
export function addressOf({ host, port, appUrl }: Env): Address {
  const own = appUrl ? [new URL(appUrl).hostname] : []
  const names = ['localhost', '127.0.0.1', '[::1]', ...own]
  if (loopback.test(host)) return { host, port, names: [...names, host], note: null }
  const note = `HOST=${host} is not used: there is no sign-in yet, so Shortlist listens on 127.0.0.1 only.`
  return { host: '127.0.0.1', port, names, note }
}
