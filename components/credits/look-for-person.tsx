'use client'

import { Button } from '@/components/ui/button'
import { type Formats, useFormats } from '@/components/shared/use-formats'
import { useMay } from '@/components/shared/reader'
import type { Job } from '@/lib/contracts/job'
import type { JobRef } from '@/lib/url/paths'
import { BelowList } from './below-list'
import { FetchNotice } from './fetch-notice'
import { creditsText } from '@/lib/domain/credits'
import { applicantsText, countLeft } from '@/lib/domain/list-words'
import { PersonStrip } from './person-strip'
import { toPurchase } from './purchase'
import { type FetchMore, retryFirst } from './use-fetch-more'
import type { Spend } from './use-spend'
import { type Look, useLookFor } from './use-look-for'

type Props = {
  jobRef: JobRef
  applicationId: string
  job: Job
  more: FetchMore
  ask: Spend['ask']
  onFound: () => void
}

function outcome(look: Look, job: Job, number: Formats['number']): string {
  if (look.state === 'asking') {
    if (job.status === 'empty') return 'Nothing of this job is loaded yet.'
    return job.status === 'partial'
      ? `They may be among the ${applicantsText(countLeft(job), number)} not loaded yet.`
      : 'Everyone the provider gives is loaded: they may have withdrawn, or the link may belong to another job.'
  }
  // Where the provider stated no price, what was agreed to is all that is known of it.
  const price = `${look.held > 0 ? 'up to ' : ''}${creditsText(look.spent + look.held, number)}`
  const sofar = `${applicantsText(look.loaded, number)} loaded for ${price}`
  if (look.state === 'looking') return `Looking: ${sofar} so far.`
  if (look.state === 'stopped') return `Stopped: ${sofar}, and they are not among them.`
  if (look.state === 'absent') return `The list ended: ${sofar}. They may have withdrawn.`
  if (look.state === 'unread')
    return `Stopped: ${sofar}. We couldn’t check whether they are among them. ${look.problem.title}. ${look.problem.detail}`
  return `The last load failed; ${sofar} before it.`
}

/** Offers to look for a person in what is not loaded yet, and says the most that can cost. */
export function LookForPerson({ jobRef, applicationId, job, more, ask, onFound }: Props) {
  const { look, start, stop } = useLookFor({ jobRef, applicationId, more, onFound })
  const maySpend = useMay('spend')
  const { number } = useFormats()
  const looking = look.state === 'looking'
  const reason = retryFirst(more)
  // The whole rest is looked through load by load. Of a list whose length is not known, the first load tells it.
  const rest = job.offers.next && toPurchase(job, job.total === null ? 'next' : 'complete', 'look')
  const { failure } = more
  return (
    <>
      <PersonStrip
        title={
          look.state === 'absent'
            ? 'This person is not in the list'
            : `This person is not among the ${number(job.stored)} loaded`
        }
        actions={
          looking ? (
            <Button onClick={stop}>Stop after this load</Button>
          ) : maySpend && rest && look.state !== 'absent' ? (
            <Button
              variant="primary"
              price={`up to ${creditsText(rest.price, number)}`}
              busy={more.running !== null || reason !== null}
              spinning={more.running !== null}
              title={reason ?? undefined}
              onClick={() =>
                ask(
                  { title: 'Look for this person?', price: rest.price, rows: rest.rows },
                  () => void start(rest.price, job),
                )
              }
            >
              {job.total === null ? `Load the first ${rest.rows}` : `Look: load up to ${rest.rows} more`}
            </Button>
          ) : null
        }
      >
        <p aria-live="polite">{outcome(look, job, number)}</p>
      </PersonStrip>
      {failure?.purchase.origin === 'look' ? (
        <BelowList>
          <FetchNotice key={failure.at} more={more} failure={failure} />
        </BelowList>
      ) : null}
    </>
  )
}
