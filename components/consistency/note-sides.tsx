import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { Link } from '@/components/ui/link'
import type { ConsistencyNote } from '@/lib/contracts/consistency'
import { candidatePath, type JobRef } from '@/lib/url/paths'

type Props = { jobRef: JobRef; note: ConsistencyNote }
type SideProps = { where: string | null; text: string }

const Side = ({ where, text }: SideProps) => (
  <blockquote className="border-s-2 border-line ps-2 wrap-anywhere whitespace-pre-line text-muted">
    {where === null ? null : (
      <span className="block font-medium">
        <Bdi>{where}</Bdi>
      </span>
    )}
    <Bdi>{text}</Bdi>
  </blockquote>
)

/** Both sides of a note: what stands here, and the same in other applications with a link to each. */
export function NoteSides({ jobRef, note }: Props) {
  const { number } = useFormats()
  const { own, others, otherCount, atLeast } = note
  const rest = otherCount - others.length
  if (others.length === 0) return null
  return (
    <details>
      <summary className="flex min-h-6 w-fit items-center rounded-mark text-muted hover:text-ink">
        Show both sides
      </summary>
      <dl className="mt-1 flex flex-col gap-2">
        <div>
          <dt>In this application</dt>
          <dd>
            <Side {...own} />
          </dd>
        </div>
        {others.map(({ jobId, jobLabel, applicationId, name, where, text }) => (
          <div key={`${jobId}/${applicationId}`}>
            <dt>
              <Link
                href={candidatePath({ jobId, account: jobRef.account }, applicationId)}
                className="inline-flex min-h-6 items-center rounded-mark text-accent underline underline-offset-2"
              >
                <Bdi>{name}</Bdi>
              </Link>
              {jobId === jobRef.jobId ? null : (
                <span className="text-muted">
                  {' '}
                  · <Bdi>{jobLabel ?? `Job ${jobId}`}</Bdi>
                </span>
              )}
            </dt>
            <dd>
              <Side where={where} text={text} />
            </dd>
          </div>
        ))}
      </dl>
      {rest > 0 ? (
        <p className="text-muted">
          And {atLeast ? 'at least ' : ''}
          {number(rest)} more.
        </p>
      ) : null}
    </details>
  )
}
