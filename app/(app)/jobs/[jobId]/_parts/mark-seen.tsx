import { useMutation, useQueryClient } from '@tanstack/react-query'
import { announce } from '@/components/ui/announcer'
import { jobCalls } from '@/lib/query/jobs'
import { toProblem } from '@/lib/query/http'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { newsAction } from './news-action'

/** Says that all news of the job has been seen, as far as this page shows it. @param revision of the list on screen */
export function MarkSeen({ jobRef, revision }: { jobRef: JobRef; revision: number }) {
  const client = useQueryClient()
  const mark = useMutation({
    mutationFn: () => jobCalls.markSeen(jobRef, { applicationIds: [], all: true, revision }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.job(jobRef) }),
    onError: (error) => announce(`Not marked as seen. ${toProblem(error).detail}`),
  })
  return (
    <button type="button" className={newsAction} disabled={mark.isPending} onClick={() => mark.mutate()}>
      {mark.isError ? 'Mark as seen: try again' : 'Mark as seen'}
    </button>
  )
}
