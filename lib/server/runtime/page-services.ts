import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { storeAwayDigest } from '@/lib/contracts/store-away'
import { isStoreFailure } from '@/lib/server/platform/store-failure'
import { signInPath } from '@/lib/url/return-to'
import { getRuntime } from './runtime'
import type { Services } from './services'

/** Marks the error, so that the page says that the store is away: a browser learns nothing of an error but its digest. */
function markStoreFailure(error: unknown): never {
  if (!isStoreFailure(error)) throw error
  throw Object.assign(new Error('the store cannot be reached', { cause: error }), { digest: storeAwayDigest })
}

/** What the reader of a page may ask for. Whoever is not signed in is led to where they can, and back. */
export const getServices = cache(async (): Promise<Services> => {
  const { signIn, servicesFor, authServices } = await getRuntime()
  const asked = await headers()
  const actor = await signIn.identify(asked).catch(markStoreFailure)
  if (actor) return servicesFor(actor)
  if (await authServices.isSetupOpen()) redirect('/setup')
  redirect(signInPath(asked.get('x-shortlist-path')))
})
