type Write = (count: number) => string

type Known = { missing: number | null; total: number | null; stored: number }

/** How many people of a list are not loaded yet, as far as it was counted. Who is gone is stored and not counted. */
export const countLeft = ({ missing, total, stored }: Known): number =>
  Math.max(0, missing ?? (total ?? 0) - stored)

/** Whom a list that was read to its end may lack; as many as it counts can be here and one of them be another. */
export const missingText = (list: Known, number: Write): string =>
  `${list.total !== null && list.stored < list.total ? number(countLeft(list)) : 'someone'} may be missing`

/** Applicants in words: `1 applicant`, `1,234 applicants`. @param number in the reader's manner */
export const applicantsText = (count: number, number: Write): string =>
  `${number(count)} ${count === 1 ? 'applicant' : 'applicants'}`
