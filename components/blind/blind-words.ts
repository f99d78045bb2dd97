import type { BlindUntil } from '@/lib/contracts/blind-words'

/** When a name is shown, as a sentence goes on. */
export const untilWords: Record<BlindUntil, string> = {
  decided: 'until a decision',
  shortlisted: 'until the person is shortlisted',
  all_decided: 'until everyone has a decision',
}
