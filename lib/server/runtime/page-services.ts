import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { signInPath } from '@/lib/url/return-to'
import { getRuntime } from './runtime'
import type { Services } from './services'

/** What the reader of a page may ask for. Whoever is not signed in is led to where they can, and back. */
export const getServices = cache(async (): Promise<Services> => {
  const { signIn, servicesFor, authServices } = await getRuntime()
  const asked = await headers()
  const actor = await signIn.identify(asked)
  if (actor) return servicesFor(actor)
  if (await authServices.isSetupOpen()) redirect('/setup')
  redirect(signInPath(asked.get('x-shortlist-path')))
})
