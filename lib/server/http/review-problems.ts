import 'server-only'
import { decidedWords } from '@/lib/contracts/decision-words'
import type { AppErrorFacts } from '@/lib/server/platform/app-error'
import type { ProblemTable } from './problem-table'

const count = (people: number | undefined) => (people ?? 0).toLocaleString('en')

function whatChanged({ current }: AppErrorFacts): string {
  if (!current) return 'A colleague took the decision back meanwhile.'
  return `${current.by.name} decided meanwhile: “${decidedWords[current.decision]}”.`
}

/** Failures of what a team does about applicants. */
export const reviewProblems = {
  candidate_erased: {
    status: 410,
    title: 'This person was erased',
    detail: () => 'They asked to be forgotten, so nothing more is kept about them. Go on to the next person.',
  },
  decision_changed: {
    status: 409,
    title: 'Somebody else decided meanwhile',
    detail: (facts) => `${whatChanged(facts)} Keep it, or replace it with yours.`,
  },
  decision_not_found: {
    status: 404,
    title: 'This decision is not stored',
    detail: () => 'It belongs to another job, or everyone it was about was erased. Reload the list.',
  },
  criteria_changed: {
    status: 409,
    title: 'A colleague changed the criteria meanwhile',
    detail: () => 'Nothing was saved. Reload the page to see theirs, then make your change again.',
  },
  criterion_not_found: {
    status: 404,
    title: 'This criterion is not used any more',
    detail: () => 'A colleague removed or changed it. Reload the page to see the criteria as they are now.',
  },
  consistency_note_not_found: {
    status: 404,
    title: 'This note no longer applies',
    detail: () =>
      'What it compared has changed or is gone. Reload the page to see the notes as they are now.',
  },
  reason_gone: {
    status: 422,
    title: 'This reason is no longer offered',
    detail: () => 'A colleague removed it from the team’s list. Choose another reason.',
  },
  reason_of_another: {
    status: 422,
    title: 'This reason is for another decision',
    detail: () => 'Choose one that the team offers for this decision, or write your own.',
  },
  reason_required: {
    status: 422,
    title: 'A rejection needs a reason',
    detail: () => 'Choose a reason from the team’s list, or write one.',
  },
  second_opinion_first: {
    status: 409,
    title: 'Give your second opinion first',
    detail: () =>
      'A colleague asked for your opinion on this person, independent of the team’s decision. Choose there, then decide here.',
  },
  second_opinion_not_found: {
    status: 404,
    title: 'This second opinion is not stored',
    detail: () =>
      'It is not yours, or everyone it was about was erased. Open the second opinions of the job to see yours.',
  },
  second_opinion_closed: {
    status: 409,
    title: 'This second opinion is closed',
    detail: () => 'Nothing was saved. Decide about the person in the list instead.',
  },
  second_opinion_settled: {
    status: 409,
    title: 'Both of you have chosen',
    detail: () => 'Each has seen what the other chose, so this opinion stays as it was.',
  },
  second_opinion_nobody: {
    status: 422,
    title: 'Nobody is left to ask about',
    detail: () =>
      'These people were erased, or your colleague’s second opinion on each of them is open already.',
  },
  too_many_people: {
    status: 422,
    title: 'Too many people at once',
    detail: ({ people, left }) =>
      `${count(people)} people match, and at most ${count(left)} can be decided about at once. Narrow the list first.`,
  },
  blind_review: {
    status: 409,
    title: 'This would show who people are',
    detail: () =>
      'You are in a blind review of this job. Decide about the person, reveal their name, or end the review first.',
  },
  blind_preparing: {
    status: 503,
    title: 'Names are being taken out',
    detail: ({ ready, people }) =>
      `${count(ready)} of ${count(people)} people are ready for the blind review. Try again in a few seconds.`,
  },
} satisfies ProblemTable
