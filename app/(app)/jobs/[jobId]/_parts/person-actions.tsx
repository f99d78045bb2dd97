'use client'

import { Link2 } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { useMay } from '@/components/shared/reader'
import { buttonLook } from '@/components/ui/button-look'
import { CopyButton } from '@/components/ui/copy-button'
import { candidatePath, type JobRef, privacyPath } from '@/lib/url/paths'

type Props = { jobRef: JobRef; applicationId: string }

/** What can be done with one person, whatever is known of them. */
export function PersonActions({ jobRef, applicationId }: Props) {
  const mayErase = useMay('privacy')
  return (
    <>
      <CopyButton
        text={() => new URL(candidatePath(jobRef, applicationId), window.location.origin).href}
        label="Copy link"
        icon={Link2}
      />
      {mayErase ? (
        <Link href={privacyPath(jobRef, applicationId)} className={buttonLook('ghost')}>
          Export or erase
        </Link>
      ) : null}
    </>
  )
}
