/** The votes of a guest, as everyone reads them. */
export const voteLabels = { yes: 'Yes', maybe: 'Maybe', no: 'No' } as const

/** Counts of votes in a few words: `2 yes · 1 no`, or how many comments where nobody voted. */
export function voteWords({
  yes,
  maybe,
  no,
  comments,
}: {
  yes: number
  maybe: number
  no: number
  comments: number
}): string {
  const counts = [
    yes > 0 ? `${yes} yes` : null,
    maybe > 0 ? `${maybe} maybe` : null,
    no > 0 ? `${no} no` : null,
  ].filter((count) => count !== null)
  if (counts.length > 0) return counts.join(' · ')
  return comments === 1 ? '1 comment' : `${comments} comments`
}
