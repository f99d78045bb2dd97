'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useWrite, type Write } from '@/components/shared/use-write'
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

type Person = { jobRef: JobRef; applicationId: string }
type Saved<Name extends keyof Mark> = { [Key in Name]: Mark[Name] | null | false }

const isNothing = (value: unknown) => value === false || (Array.isArray(value) && value.length === 0)

/**
 * Writes a mark of somebody: what the server answers under its name is shown wherever the browser has them. Null, false
 * and an empty list take the mark away.
 */
export function useMarkWrite<Name extends keyof Mark, Answer extends Saved<Name>, Sent = void>(
  { jobRef, applicationId }: Person,
  name: Name,
  send: (ref: JobRef, applicationId: string, sent: Sent) => Promise<Answer>,
  onSuccess?: (answer: Answer) => void,
): Write<Sent> {
  const setMark = useMark(jobRef, applicationId)
  return useWrite({
    mutationFn: (sent: Sent) => send(jobRef, applicationId, sent),
    onSuccess(answer) {
      const saved = answer[name]
      setMark(name, isNothing(saved) ? undefined : ((saved ?? undefined) as Mark[Name]))
      onSuccess?.(answer)
    },
  })
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
