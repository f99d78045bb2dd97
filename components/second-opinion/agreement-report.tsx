'use client'

import { useFormats } from '@/components/shared/use-formats'
import { useLocale } from '@/components/shared/use-locale'
import type { SecondOpinionDetail } from '@/lib/contracts/second-opinion'
import { AgreementTable } from './agreement-table'
import { agreedText, kappaText, limits } from './agreement-words'

/** How far both agree about the people both chose on, and what that does not say. */
export function AgreementReport({ opinion, agreement }: Pick<SecondOpinionDetail, 'opinion' | 'agreement'>) {
  const { number, people } = useFormats()
  const format = new Intl.NumberFormat(useLocale(), { style: 'percent' })
  const formats = { number, people, percent: (share: number) => format.format(share) }
  return (
    <section aria-labelledby="agreement" className="flex flex-col gap-3">
      <h2 id="agreement" className="font-semibold">
        Agreement
      </h2>
      {agreement.people === 0 ? (
        <p className="max-w-prose rounded-panel border border-dashed border-edge/40 px-4 py-4 text-note text-muted">
          Nobody yet has been chosen on by both of you. What each of you chose shows here once the other has
          chosen on the same person.
        </p>
      ) : (
        <>
          <p className="max-w-prose">{agreedText(agreement, formats)}</p>
          <AgreementTable opinion={opinion} agreement={agreement} />
          <p className="max-w-prose text-note">{kappaText(agreement, formats)}</p>
          <ul className="max-w-prose list-disc ps-5 text-note text-muted">
            {limits(agreement, opinion, formats).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
