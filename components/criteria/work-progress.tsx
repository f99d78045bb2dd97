import { useFormats } from '@/components/shared/use-formats'
import type { JobCriteria } from '@/lib/contracts/criteria'

/** How far the criteria of a long list are worked out; nothing once they are for everyone. */
export function WorkProgress({ progress }: Pick<JobCriteria, 'progress'>) {
  const { number } = useFormats()
  if (progress === null) return null
  return (
    <p className="text-muted">
      Being worked out: {number(progress.done)} of {number(progress.of)}. Until then, filters, counts and
      exports know nothing of the others.
    </p>
  )
}
