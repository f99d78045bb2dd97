'use client'

import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import type { PersonRef } from '@/lib/contracts/privacy'
import { toProblem } from '@/lib/query/http'
import { privacyCalls, privacyQuery } from '@/lib/query/privacy'
import { PersonRequests } from './person-requests'
import { CountedJobs, DueJobs, KeptJobs, StoredFacts } from './stored-facts'

/** What an owner needs to keep what was promised to applicants. */
export function PrivacySettings({ accounts, initial }: { accounts: string[]; initial: PersonRef | null }) {
  const { data, error, isFetching, refetch } = useQuery(privacyQuery(privacyCalls.facts))
  const requests = <PersonRequests accounts={accounts} initial={initial} />
  if (!data) {
    return (
      <>
        {error ? (
          <div className="flex flex-wrap items-center gap-3">
            <p role="alert">
              {toProblem(error).title}. {toProblem(error).detail}
            </p>
            <Button busy={isFetching} onClick={() => void refetch()}>
              Try again
            </Button>
          </div>
        ) : (
          <p className="text-muted">Reading what is stored…</p>
        )}
        {requests}
      </>
    )
  }
  return (
    <>
      <StoredFacts facts={data} />
      {requests}
      <DueJobs due={data.due} accounts={accounts} />
      <KeptJobs kept={data.kept} accounts={accounts} />
      <CountedJobs counted={data.counted} accounts={accounts} />
    </>
  )
}
