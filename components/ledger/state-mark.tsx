import { CircleCheck, CircleSlash, Hourglass, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { FetchState } from '@/lib/contracts/fetch'
import { stateTexts } from './ledger-words'

const looks: Record<FetchState, { icon: LucideIcon; look: string }> = {
  settled: { icon: CircleCheck, look: 'text-good' },
  reserved: { icon: Hourglass, look: 'text-muted' },
  released: { icon: CircleSlash, look: 'text-muted' },
  unknown: { icon: TriangleAlert, look: 'text-maybe' },
}

/** How an entry stands, in a word and a shape. */
export function StateMark({ state }: { state: FetchState }) {
  const { icon: Icon, look } = looks[state]
  return (
    <span className={`inline-flex items-center gap-1 font-medium whitespace-nowrap ${look}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {stateTexts[state]}
    </span>
  )
}
