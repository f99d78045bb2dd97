import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Services } from '@/lib/server/runtime/services'
import { findOpening, jobQueryPath, saysView } from '@/lib/url/opening-view'
import type { JobRef } from '@/lib/url/paths'
import { readSessionView, sessionViewCookie } from '@/lib/url/session-view'

/**
 * Leads an address that does not say who is shown to the view that opens for this reader.
 * @param address its query; how the table is arranged goes along
 * @throws what leads elsewhere, for the framework; AppError account_not_found
 */
export async function openView(services: Services, ref: JobRef, address: string): Promise<void> {
  if (saysView(address)) return
  const owner = { readerId: services.actor.id, account: ref.account }
  const session = readSessionView((await cookies()).get(sessionViewCookie)?.value, owner)
  const views = session === null ? (await services.listSavedViews(ref, { counted: false })).items : []
  const { query } = findOpening({ address, session, views })
  // Everyone is at hand; and what says nothing about a view would lead here again.
  if (!saysView(query)) return
  const others = new URLSearchParams(address)
  others.delete('account')
  redirect(jobQueryPath(ref, [query, others.toString()].filter(Boolean).join('&')))
}
