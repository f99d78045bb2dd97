import { buttonLook } from '@/components/ui/button-look'
import { NoticePage } from '@/components/ui/notice-page'
import { Link } from '@/components/ui/link'

export default function NoSuchSetting() {
  return (
    <NoticePage
      title="There is nothing here for you"
      actions={
        <Link href="/settings" className={buttonLook('primary')}>
          Your own settings
        </Link>
      }
    >
      <p>Either there is no such page, or your role does not open it. An owner can change that.</p>
    </NoticePage>
  )
}
