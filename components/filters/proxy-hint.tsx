'use client'

import { storedValue } from '@/components/ui/stored-value'
import type { FacetKey, FacetValue } from '@/lib/contracts/facets'
import { isSame } from './choices'

type Picked = { picked: readonly string[]; values: readonly FacetValue[] | undefined }
type Hint = { text: string; applies: (of: Picked) => boolean }

/** What a filter can stand in for without anybody meaning it; docs/ai-act.md has them all. */
const hints: Partial<Record<FacetKey, Hint>> = {
  location: {
    text: 'A small place can stand in for origin or income.',
    applies: ({ picked, values = [] }) =>
      picked.some((pick) => values.some(({ value, group }) => group === 'place' && isSame(value, pick))),
  },
  years: {
    text: 'An upper limit on years can stand in for age.',
    applies: ({ picked }) =>
      picked.some((pick) => /\d$/.test(pick)) && !picked.some((pick) => pick.endsWith('-')),
  },
  education: {
    text: 'A list of schools can stand in for origin or class.',
    applies: ({ picked }) => picked.length > 0,
  },
}

const read = storedValue<string>({
  name: 'shortlist:proxy-hints',
  storage: () => window.localStorage,
  initial: '',
  parse: (text) => text,
})

/** Says once of a filter what it can stand in for, until the reader has read it. It blocks nothing. */
export function ProxyHint({ facetKey, ...of }: Picked & { facetKey: FacetKey }) {
  const known = read.useValue().split(' ')
  const hint = hints[facetKey]
  if (hint === undefined || known.includes(facetKey) || !hint.applies(of)) return null
  return (
    <p role="note" className="mt-1.5 flex items-start gap-2 text-ink">
      <span className="min-w-0 flex-1">{hint.text} Ask whether the job needs it.</span>
      <button
        type="button"
        onClick={() => read.write([...known, facetKey].join(' ').trim())}
        className="min-h-6 shrink-0 rounded-mark text-accent hover:underline card:min-h-11"
      >
        Got it
      </button>
    </p>
  )
}
