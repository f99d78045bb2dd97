import { BareFrame } from '@/components/shell/bare-frame'
import { HomeLink } from '@/components/shell/home-link'
import { buttonLook } from '@/components/ui/button-look'
import { NoticePage } from '@/components/ui/notice-page'

export const metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <BareFrame>
      <NoticePage
        title="Page not found"
        actions={<HomeLink className={buttonLook('primary')}>All jobs</HomeLink>}
      >
        <p>The link may be incomplete. Check it, or open the job from the list.</p>
      </NoticePage>
    </BareFrame>
  )
}
