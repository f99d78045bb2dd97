'use client'

import { BareFrame } from '@/components/shell/bare-frame'
import { ErrorNotice, type Failure } from '@/components/shell/error-notice'

export default function ErrorPage(failure: Failure) {
  return (
    <BareFrame>
      <ErrorNotice {...failure} />
    </BareFrame>
  )
}
