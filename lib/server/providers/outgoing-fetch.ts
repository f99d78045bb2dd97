import 'server-only'
import { EnvHttpProxyAgent, fetch as fetchThrough } from 'undici'
import type { Env } from '@/lib/server/platform/env'

/**
 * What calls to a provider are made with: the platform's fetch, or one that goes through the company's proxy. Node 20 reads
 * no proxy settings by itself. Addresses of NO_PROXY are called directly.
 */
export function createFetch(proxy: Env['proxy']): typeof fetch {
  if (proxy === null) return fetch
  const dispatcher = new EnvHttpProxyAgent({
    // The agent reads the environment for whatever is left out; what counts is what the settings were checked as.
    httpProxy: proxy.http ?? '',
    httpsProxy: proxy.https ?? proxy.http ?? '',
    noProxy: proxy.none ?? '',
  })
  // Its agent speaks with the fetch of the same package, not with the one of any Node.
  return ((input, init) =>
    fetchThrough(input as string, { ...(init as object), dispatcher })) as typeof globalThis.fetch
}

/** Whether a proxy refused to open a way to the provider: then nothing was sent to it. */
export const isRefusedByProxy = (error: unknown): boolean =>
  error instanceof Error &&
  (/Proxy response|HTTP Tunneling/.test(error.message) || isRefusedByProxy(error.cause))
