import type { Criterion } from '@/lib/contracts/criteria'
import { wantedWords, wordRanges } from '@/lib/domain/word-ranges'
import { Bdi, markRanges } from './text'

type Props = { criterion: Pick<Criterion, 'kind' | 'words'>; text: string }

/** What somebody wrote by which a criterion is met, its words marked where the rule finds them: `java` not in JavaScript. */
export function CriterionQuote({ criterion: { kind, words }, text }: Props) {
  const ranges = kind === 'country' ? [] : wordRanges(text, wantedWords(words), true)
  return (
    <>
      “<Bdi>{markRanges(text, ranges)}</Bdi>”
    </>
  )
}
