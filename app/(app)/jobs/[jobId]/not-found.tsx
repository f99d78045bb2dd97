import { HomeLink } from '@/components/shell/home-link'
import { buttonLook } from '@/components/ui/button-look'
import { NoticePage } from '@/components/ui/notice-page'

export default function JobNotFound() {
  return (
    <NoticePage
      title="There is no such job here"
      actions={<HomeLink className={buttonLook('primary')}>All jobs</HomeLink>}
    >
      <p>
        A job’s address ends in its id, of up to 64 letters, digits, - or _, and may name an account that is
        set up here. Nothing was looked up or charged.
      </p>
    </NoticePage>
  )
}
