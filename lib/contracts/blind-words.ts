/** decided: any decision · shortlisted: a decision to shortlist · all_decided: everyone stored in the job has a decision. */
export const blindUntil = ['decided', 'shortlisted', 'all_decided'] as const
export type BlindUntil = (typeof blindUntil)[number]

/** Who a blind review is for: everyone who reads the job, or the one who asks. */
export const blindScopes = ['job', 'me'] as const
export type BlindScope = (typeof blindScopes)[number]
