'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Mark } from '@/lib/contracts/candidate'
import type { MemberChoice } from '@/lib/contracts/member-choice'
import { changeMarks } from '@/lib/query/marks'
import { noteCalls, noteKeys } from '@/lib/query/notes'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'

const nobody: MemberChoice[] = []

/** Who of the team can be named. */
export function useMembers() {
  const { data } = useQuery({
    queryKey: noteKeys.members,
    queryFn: ({ signal }) => noteCalls.members(signal),
    staleTime: 300_000,
  })
  return data?.items ?? nobody
}

/** Shows what was saved about somebody wherever the browser has them. */
export function useMarkChange(jobRef: JobRef, applicationId: string) {
  const client = useQueryClient()
  return (change: (mark: Mark) => Mark) => {
    changeMarks(client, jobRef, [applicationId], change)
    void client.invalidateQueries({ queryKey: keys.facets(jobRef) })
  }
}
