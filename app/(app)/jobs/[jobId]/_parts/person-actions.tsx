'use client'

import { FileText } from 'lucide-react'
import { LazyReveal } from '@/components/blind/lazy-reveal'
import { Link2 } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { useMay } from '@/components/shared/reader'
import { buttonLook } from '@/components/ui/button-look'
import { CopyButton } from '@/components/ui/copy-button'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import { candidatePath, type JobRef } from '@/lib/url/paths'
import { privacyPath } from '@/lib/url/job-pages'

type Props = {
  jobRef: JobRef
  candidate: MarkedCandidate
  /** The month up to which a current job lasts. */
  asOf: Month
}

/** What can be done with one person, whatever is known of them. */
export function PersonActions({ jobRef, candidate, asOf }: Props) {
  const { applicationId } = candidate
  const link = () => new URL(candidatePath(jobRef, applicationId), window.location.origin).href
  const card = async () => {
    const { readPersonCard } = await import('@/components/export/person-card')
    return readPersonCard(jobRef, applicationId, { asOf, link: link() })
  }
  const mayErase = useMay('privacy')
  const mayExport = useMay('export')
  return (
    <>
      <LazyReveal jobRef={jobRef} candidate={candidate} />
      <CopyButton text={link} label="Copy link" icon={Link2} />
      {mayExport && !candidate.erased ? (
        <CopyButton text={card} label="Copy as text" icon={FileText} />
      ) : null}
      {mayErase ? (
        <Link href={privacyPath(jobRef, applicationId)} className={buttonLook('ghost')}>
          Export or erase
        </Link>
      ) : null}
    </>
  )
}
