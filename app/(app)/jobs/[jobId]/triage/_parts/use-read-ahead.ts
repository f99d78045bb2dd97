'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Pass } from '@/lib/domain/triage-pass'
import { consistencyQuery } from '@/lib/query/consistency'
import { checklistQuery, criteriaCalls } from '@/lib/query/criteria'
import { notesQuery } from '@/lib/query/notes'
import type { JobRef } from '@/lib/url/paths'

const staleMs = 60_000

/** Reads what stands beside the careers of those who come next, so that a key need not wait for it. */
export function useReadAhead(jobRef: JobRef, { ahead, people }: Pick<Pass, 'ahead' | 'people'>): void {
  const client = useQueryClient()
  const ids = JSON.stringify(ahead.filter((id) => people[id]?.candidate.erased !== true))
  useEffect(() => {
    for (const id of JSON.parse(ids) as string[]) {
      const checklist = checklistQuery(jobRef, id, (signal) => criteriaCalls.checklist(jobRef, id, signal))
      void client.prefetchQuery({ ...checklist, staleTime: staleMs })
      void client.prefetchQuery(consistencyQuery(jobRef, id))
      void client.prefetchQuery({ ...notesQuery(jobRef, id), staleTime: staleMs })
    }
  }, [client, jobRef, ids])
}
