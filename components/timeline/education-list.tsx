import { Bdi, Highlight } from '@/components/shared/text'
import type { Education } from '@/lib/contracts/candidate'

type Props = {
  education: readonly Education[]
  /** Folded terms of the search. */
  terms: readonly string[]
}

const isText = (text: string | null): text is string => text !== null

/** What a person learned, in the order in which they list it; nothing where they list nothing. */
export function EducationList({ education, terms }: Props) {
  if (education.length === 0) return null
  return (
    <section className="mt-5">
      <h2 className="text-small font-semibold text-muted">Education</h2>
      <ul className="mt-1.5 flex flex-col gap-2">
        {education.map(({ school, degree, field, dateRange }, at) => {
          const [title, ...rest] = [degree, field, school].filter(isText)
          return (
            <li key={at} className="wrap-anywhere">
              <Bdi>
                <span className="font-semibold">
                  <Highlight text={title ?? 'No degree given'} terms={terms} />
                </span>
              </Bdi>
              {rest.map((text, place) => (
                <span key={place} className="text-muted">
                  {', '}
                  <Bdi>
                    <Highlight text={text} terms={terms} />
                  </Bdi>
                </span>
              ))}
              {dateRange === null ? null : (
                <p className="text-note text-muted">
                  <Bdi>{dateRange}</Bdi>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
