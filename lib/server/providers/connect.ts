import 'server-only'
import { randomBytes } from 'node:crypto'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'
import type { Account, Env } from '@/lib/server/platform/env'
import type { Log } from '@/lib/server/platform/log'
import { createFetch } from './outgoing-fetch'
import type { Provider } from './provider'
import { createRecruiterProvider } from './recruiter-v2/adapter'

export type ProviderConnection = {
  provider: Provider
  accounts: readonly [Account, ...Account[]]
  /** The stand-in when no key is set; null with a real provider. */
  sandbox: Sandbox | null
  /** For whoever started the server. */
  note: string
  close: () => Promise<void>
}

/** The configured provider; without one, sample people from a sandbox that is called over HTTP like any other. */
export async function connectProvider({ provider, proxy }: Env, log: Log): Promise<ProviderConnection> {
  if (provider.kind === 'api') {
    const { url: baseUrl, key: apiKey, accounts, timeoutMs } = provider
    const labels = accounts.map(({ label }) => label).join(', ')
    const by = proxy === null ? '' : ` Calls go through the proxy of HTTPS_PROXY, except to NO_PROXY.`
    const note = `Candidates come from ${new URL(baseUrl).host}, through: ${labels}.${by}`
    const adapter = createRecruiterProvider({ baseUrl, apiKey, timeoutMs, log, fetch: createFetch(proxy) })
    return { provider: adapter, accounts, sandbox: null, note, close: async () => {} }
  }
  const apiKey = randomBytes(24).toString('base64url')
  const id = randomBytes(12).toString('base64url')
  const sandbox = createSandbox({ apiKey, accounts: [id], latencyMs: [400, 1_100] })
  const { url, close } = await serveSandbox(sandbox, { host: '127.0.0.1', port: 0 })
  const note =
    'Sandbox: sample people and play credits. Set RECRUITER_API_URL, RECRUITER_API_KEY and RECRUITER_ACCOUNTS for your own applicants.'
  return {
    provider: createRecruiterProvider({ baseUrl: url, apiKey, timeoutMs: 60_000, log }),
    accounts: [{ label: 'sandbox', id }],
    sandbox,
    note,
    close,
  }
}
