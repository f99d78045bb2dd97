import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormats } from '@/components/shared/use-formats'
import { Link } from '@/components/ui/link'
import type { JobCriteria } from '@/lib/contracts/criteria'
import { fetchStoredPeople, storedPeopleQuery } from '@/lib/query/stored-people'
import type { JobRef } from '@/lib/url/paths'
import { peoplePath } from '@/lib/url/people'

type Props = { jobRef: JobRef; criteria: JobCriteria['criteria'] }

/** How many people of other jobs meet every must of this one. */
export function OwnedPeople({ jobRef, criteria }: Props) {
  const { number } = useFormats()
  const hasMust = criteria.some(({ need }) => need === 'must')
  const query = { q: '', criteria: jobRef }
  const { data } = useInfiniteQuery({
    ...storedPeopleQuery(query, (cursor, signal) => fetchStoredPeople(query, cursor, signal)),
    enabled: hasMust,
  })
  const counts = data?.pages[0]?.counts
  if (!hasMust || !counts) return null
  const { matched, atLeast } = counts
  if (matched === 0)
    return <p className="text-muted">Nobody you already loaded in other jobs meets every must.</p>
  return (
    <p>
      <Link href={peoplePath('', jobRef)} className="text-accent underline underline-offset-2">
        {atLeast ? 'At least ' : ''}
        {number(matched)} {matched === 1 ? 'person' : 'people'} you already loaded in other jobs
      </Link>{' '}
      {matched === 1 ? 'meets' : 'meet'} every must. This is free.
    </p>
  )
}
