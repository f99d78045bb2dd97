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

/** Shows a mark as it was saved wherever the browser has somebody; undefined takes it away. */
export function useMark(jobRef: JobRef, applicationId: string) {
  const client = useQueryClient()
  return <Name extends keyof Mark>(name: Name, value: Mark[Name]) => {
    changeMarks(client, jobRef, [applicationId], ({ [name]: _before, ...rest }) =>
      value === undefined ? (rest as Mark) : { ...(rest as Mark), [name]: value },
    )
    void client.invalidateQueries({ queryKey: keys.facets(jobRef) })
  }
}
