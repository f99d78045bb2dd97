import type { OpinionAgreement, SecondOpinion } from '@/lib/contracts/second-opinion'
import { minKappaPeople } from '@/lib/domain/agreement'

type Formats = {
  number: (value: number) => string
  percent: (share: number) => string
  people: (count: number) => string
}

/** On how many people both agree, with the exact interval. */
export const agreedText = ({ agreed, people, share }: OpinionAgreement, { number, percent }: Formats) =>
  `You agree on ${number(agreed)} of ${number(people)}: ${percent(agreed / people)}, 95% interval ${percent(share.low)} to ${percent(share.high)}.`

/** Cohen's kappa, or why it is not shown. */
export function kappaText({ kappa, problem, byChance }: OpinionAgreement, { percent }: Formats): string {
  if (problem === 'too_few')
    return `Cohen’s kappa is shown from ${minKappaPeople} people that both chose on: with fewer it could be almost anything.`
  if (kappa === null || byChance === null)
    return 'Cohen’s kappa means nothing here: one of you chose the same for everyone.'
  const interval =
    kappa.interval === null
      ? ''
      : ` (95% interval ${kappa.interval.low.toFixed(2)} to ${kappa.interval.high.toFixed(2)})`
  return `Cohen’s kappa is ${kappa.value.toFixed(2)}${interval}. Chance alone would have you agree on ${percent(byChance)}, given how often each chose what; kappa is how far you get beyond that, from 0 for chance to 1 for everyone.`
}

/** What the numbers do not say. */
export function limits(
  { decidedBefore }: OpinionAgreement,
  { asker, colleague }: SecondOpinion,
  { people }: Formats,
): string[] {
  return [
    'It says nothing about who is right.',
    'Kappa depends on how common each choice is: where nearly everyone is rejected, a few differences lower it far. Read it with the table.',
    'Its interval is an approximation that holds for many people. Below about 50, rely on the table.',
    'Every difference weighs the same: shortlist against maybe as much as shortlist against reject.',
    'Notes, tags and next actions are not hidden, and may have told one of you what the other thinks.',
    ...(decidedBefore === 0
      ? []
      : [
          `${asker.name} had decided on ${people(decidedBefore)} before asking, so ${colleague.name} may have seen those decisions.`,
        ]),
  ]
}
