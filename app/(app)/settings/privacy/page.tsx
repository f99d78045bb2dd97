import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { PrivacySettings } from '@/components/privacy/privacy-settings'
import { personRef } from '@/lib/contracts/privacy'
import { privacyQuery } from '@/lib/query/privacy'
import { may } from '@/lib/domain/permissions'
import { getServices } from '@/lib/server/runtime/page-services'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Privacy' }

type Search = Record<string, string | string[] | undefined>

/** Whom the address names: by an application, never by who they are. */
function parsePersonRef({ application, job, account }: Search) {
  const asked = { applicationId: application, jobId: job ?? null, account: account ?? null }
  const parsed = personRef.safeParse(asked)
  return parsed.success ? parsed.data : null
}

export default async function PrivacyPage({ searchParams }: { searchParams: Promise<Search> }) {
  const services = await getServices()
  if (!may(services.actor.role, 'privacy')) notFound()
  const client = new QueryClient()
  await client.prefetchQuery(privacyQuery(() => services.privacyFacts()))
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PrivacySettings accounts={services.config.accounts} initial={parsePersonRef(await searchParams)} />
    </HydrationBoundary>
  )
}
