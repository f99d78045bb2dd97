import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Services } from '@/lib/server/runtime/services'
import { findOpening, jobQueryPath, type Opening } from '@/lib/url/opening-view'
import { saysView } from '@/lib/url/view-part'
import type { JobRef } from '@/lib/url/paths'
import { readSessionView, sessionViewCookie } from '@/lib/url/session-view'

/**
 * Leads an address that does not say who is shown to the view that opens for this reader.
 * @param address its query; how the table is arranged goes along
 * @returns what decided that it stays where it is
 * @throws what leads elsewhere, for the framework; AppError account_not_found
 */
export async function openView(services: Services, ref: JobRef, address: string): Promise<Opening['by']> {
  if (saysView(address)) return 'address'
  const owner = { readerId: services.actor.id, account: ref.account }
  const session = readSessionView((await cookies()).get(sessionViewCookie)?.value, owner)
  const views = session === null ? (await services.listSavedViews(ref, { counted: false })).items : []
  const { by, query } = findOpening({ address, session, views })
  // Everyone is at hand; and what says nothing about a view would lead here again.
  if (!saysView(query)) return by
  const others = new URLSearchParams(address)
  others.delete('account')
  redirect(jobQueryPath(ref, [query, others.toString()].filter(Boolean).join('&')))
}
