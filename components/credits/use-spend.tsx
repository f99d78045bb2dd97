'use client'

import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { ConfirmSpend } from '@/components/shared/lazy-confirm'
import { useFormats } from '@/components/shared/use-formats'
import { readAskAbove } from '@/components/shared/use-ask-above'
import { creditsText } from '@/lib/domain/credits'
import { applicantsText } from '@/lib/domain/list-words'
import type { Purchase } from './purchase'
import type { FetchMore } from './use-fetch-more'

const questions: Record<Purchase['kind'], string> = {
  next: 'Load more applicants?',
  check: 'Check for new applicants?',
  complete: 'Load the rest?',
  refresh: 'Refresh everyone?',
}

type Question = {
  title: string
  /** The most it can cost, in credits. */
  price: number
  rows: number
}

export type Spend = {
  /** Buys at once, or asks first where it can cost more than the reader's own limit. */
  spend: (purchase: Purchase) => void
  /** The same for what buys by itself. */
  ask: (question: Question, run: () => void) => void
  /** The question, to be put anywhere in the page. */
  question: ReactNode
}

/** Every press that spends goes through here. Its price was on the control already; a dear one is asked about as well. */
export function useSpend({ buy }: Pick<FetchMore, 'buy'>): Spend {
  const [asked, setAsked] = useState<(Question & { run: () => void }) | null>(null)
  const { number } = useFormats()
  const ask = useCallback((question: Question, run: () => void) => {
    if (question.price > readAskAbove()) setAsked({ ...question, run })
    else run()
  }, [])
  const spend = useCallback(
    (purchase: Purchase) => {
      const { kind, price, rows } = purchase
      ask({ title: questions[kind], price, rows }, () => void buy(purchase))
    },
    [ask, buy],
  )
  const question = useMemo(
    () =>
      asked ? (
        <ConfirmSpend
          title={asked.title}
          price={`up to ${creditsText(asked.price, number)}`}
          detail={
            <p>
              Up to {applicantsText(asked.rows, number)}, page by page. You can stop at any time; nothing
              loaded is lost.
            </p>
          }
          onConfirm={() => {
            setAsked(null)
            asked.run()
          }}
          onCancel={() => setAsked(null)}
        />
      ) : null,
    [asked, number],
  )
  return useMemo(() => ({ spend, ask, question }), [spend, ask, question])
}
