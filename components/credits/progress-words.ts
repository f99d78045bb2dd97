import type { Formats } from '@/components/shared/use-formats'
import type { FetchProgress } from '@/lib/contracts/fetch'
import { creditsText } from '@/lib/domain/credits'

/** How far a fetch of several pages has come. */
export const progressWords = (
  { rows, spent, lastCall, quoted }: FetchProgress,
  number: Formats['number'],
): string =>
  `${number(rows)} loaded · ${lastCall === 'unknown' ? 'at least ' : ''}${number(spent)} of up to ${creditsText(quoted, number)}`
