'use client'

import type { Failure } from '@/components/shell/error-notice'
import { Button } from '@/components/ui/button'
import { NoticePage } from '@/components/ui/notice-page'

export default function GuestError({ retry }: Failure) {
  return (
    <NoticePage
      title="This list could not be shown"
      actions={
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
      }
    >
      <p>Nothing is lost. If trying again does not help, tell whoever sent you the link.</p>
    </NoticePage>
  )
}
