const number = new Intl.NumberFormat('en')

type Known = { missing: number | null; total: number | null; stored: number }

/** How many people of a list are not loaded yet, as far as it was counted. Who is gone is stored and not counted. */
export const leftOf = ({ missing, total, stored }: Known): number =>
  Math.max(0, missing ?? (total ?? 0) - stored)

/** Whom a list that was read to its end may lack; as many as it counts can be here and one of them be another. */
export const missingText = (list: Known): string =>
  `${list.total !== null && list.stored < list.total ? leftOf(list) : 'someone'} may be missing`

/** Applicants in words: `1 applicant`, `1,234 applicants`. */
export const applicantsText = (count: number): string =>
  `${number.format(count)} ${count === 1 ? 'applicant' : 'applicants'}`
