import { type Decision, decisionWords } from '@/lib/contracts/decision-words'

/** What asking why is called: “Reason to reject Ada Lovelace”. */
export const reasonLabel = (decision: Decision, name: string): string =>
  `Reason to ${decisionWords[decision].toLowerCase()} ${name}`
