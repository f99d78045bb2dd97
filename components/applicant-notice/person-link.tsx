import { Absent, Bdi } from '@/components/shared/text'
import { Link } from '@/components/ui/link'
import { candidatePath, type JobRef } from '@/lib/url/paths'

type Props = { jobRef: JobRef; person: { applicationId: string; name: string | null } }

/** Leads from a list of who is to be informed to the application. */
export const PersonLink = ({ jobRef, person: { applicationId, name } }: Props) => (
  <Link
    href={candidatePath(jobRef, applicationId)}
    className="min-w-0 flex-1 basis-48 truncate underline-offset-2 hover:underline"
  >
    {name === null ? <Absent>No name</Absent> : <Bdi>{name}</Bdi>}
  </Link>
)
