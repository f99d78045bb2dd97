import { HomeLink } from '@/components/shell/home-link'
import { buttonLook } from '@/components/ui/button-look'
import { NoticePage } from '@/components/ui/notice-page'

export default function NoSandbox() {
  return (
    <NoticePage
      title="There is no sandbox here"
      actions={<HomeLink className={buttonLook('primary')}>All jobs</HomeLink>}
    >
      <p>
        This Shortlist is connected to a provider: its people are real, and so are its credits. The sandbox is
        there when no provider’s key is set.
      </p>
    </NoticePage>
  )
}
