import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormats } from '@/components/shared/use-formats'
import { Link } from '@/components/ui/link'
import type { Criterion } from '@/lib/contracts/criteria'
import { fetchStoredPeople, storedPeopleQuery } from '@/lib/query/stored-people'
import { peoplePath } from '@/lib/url/people'

const maxLength = 200

/** How many of everyone stored have the words of the musts, whatever job they applied to. */
export function OwnedPeople({ criteria }: { criteria: readonly Criterion[] }) {
  const { number } = useFormats()
  const musts = criteria.filter(({ need, kind }) => need === 'must' && kind === 'words')
  const q = musts.map(({ words }) => words).join(' ')
  const usable = q !== '' && q.length <= maxLength
  const { data } = useInfiniteQuery({
    ...storedPeopleQuery(q, (cursor, signal) => fetchStoredPeople(q, cursor, signal)),
    enabled: usable,
  })
  const counts = data?.pages[0]?.counts
  if (!usable || !counts) return null
  const people = `${counts.atLeast ? 'At least ' : ''}${number(counts.matched)} ${counts.matched === 1 ? 'person' : 'people'}`
  return (
    <p>
      <Link href={peoplePath(q)} className="text-accent underline underline-offset-2">
        {people} you already paid for
      </Link>{' '}
      {counts.matched === 1 ? 'has' : 'have'} the words of the musts, in this job or another. Searching them
      is free.
    </p>
  )
}
