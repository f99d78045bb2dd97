import { Bdi } from '@/components/shared/text'
import type { ExportProvenance } from '@/lib/contracts/export'
import { parseView } from '@/lib/url/view'
import { viewInWords } from '@/lib/url/view-words'

type Props = { provenance: ExportProvenance; more?: readonly (readonly [string, string])[] }

/** Where what is printed comes from: whom it holds, as of when, and by whom. */
export function PrintFacts({ provenance: { view, asOf, exportedBy, scope }, more = [] }: Props) {
  const facts = [
    ['Scope', scope],
    ['View', viewInWords(parseView(view), 'en-GB')],
    ['As of', `${asOf.slice(0, 16).replace('T', ' ')} UTC`],
    ['Printed by', exportedBy],
    ...more,
  ] as const
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="wrap-anywhere">
            <Bdi>{value}</Bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
