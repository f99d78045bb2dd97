import Link from 'next/link'
import { BareFrame } from '@/components/shell/bare-frame'
import { buttonLook } from '@/components/ui/button-look'
import { NoticePage } from '@/components/ui/notice-page'

export const metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <BareFrame>
      <NoticePage
        title="Page not found"
        actions={
          <Link href="/" className={buttonLook('primary')}>
            All jobs
          </Link>
        }
      >
        <p>The link may be incomplete. Check it, or open the job from the list.</p>
      </NoticePage>
    </BareFrame>
  )
}
