/** What a team can decide about an application, best first. Never the provider's rating. */
export const decisions = ['shortlist', 'maybe', 'reject'] as const
export type Decision = (typeof decisions)[number]

/** What deciding it is called on screen. */
export const decisionWords: Record<Decision, string> = {
  shortlist: 'Shortlist',
  maybe: 'Maybe',
  reject: 'Reject',
}

/** What somebody is called about whom it was decided: “maybe” alone would be taken for the rating of that name. */
export const decidedWords: Record<Decision, string> = {
  shortlist: 'Shortlisted',
  maybe: 'Maybe list',
  reject: 'Rejected',
}
