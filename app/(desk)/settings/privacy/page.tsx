import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { PrivacySettings } from '@/components/privacy/privacy-settings'
import { buttonLook } from '@/components/ui/button-look'
import { NoticePage } from '@/components/ui/notice-page'
import { personRef } from '@/lib/contracts/privacy'
import { privacyQuery } from '@/lib/query/privacy'
import { may } from '@/lib/server/actor'
import { getServices } from '@/lib/server/page-desk'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Privacy' }

type Search = Record<string, string | string[] | undefined>

/** Whom the address names: by an application, never by who they are. */
function personOf({ application, job, account }: Search) {
  const asked = { applicationId: application, jobId: job ?? null, account: account ?? null }
  const parsed = personRef.safeParse(asked)
  return parsed.success ? parsed.data : null
}

export default async function PrivacyPage({ searchParams }: { searchParams: Promise<Search> }) {
  const services = await getServices()
  if (!may(services.actor.role, 'privacy')) {
    return (
      <NoticePage
        title="This page is for owners"
        actions={
          <Link href="/" className={buttonLook()}>
            All jobs
          </Link>
        }
      >
        <p>Owners decide how long people are kept, and answer what applicants ask about their data.</p>
      </NoticePage>
    )
  }
  const client = new QueryClient()
  await client.prefetchQuery(privacyQuery(() => services.privacyFacts()))
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <div className="mx-auto flex max-w-3xl flex-col gap-8 px-5 pt-8 pb-16 max-sm:px-4">
        <h1 className="text-title font-semibold tracking-tight">Privacy</h1>
        <PrivacySettings accounts={services.config.accounts} initial={personOf(await searchParams)} />
      </div>
    </HydrationBoundary>
  )
}
