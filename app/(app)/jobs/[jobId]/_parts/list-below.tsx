'use client'

import { ListEnd } from '@/components/credits/list-end'
import { useScreen } from './use-job-screen'

/** After the last row: where the list ends, what is still to be loaded, and the question before a dear purchase. */
export function ListBelow() {
  const { job, matched, filtered, pages, purchases } = useScreen()
  const { autoload, byScrolling, more, spend, question } = purchases
  return (
    <>
      {pages.range !== null && pages.range.count > 0 ? (
        <ListEnd
          job={job}
          matched={matched}
          filtered={filtered}
          scrolls={byScrolling}
          autoload={autoload}
          more={more}
          spend={spend}
        />
      ) : null}
      {question}
    </>
  )
}
