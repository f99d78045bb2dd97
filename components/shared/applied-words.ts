/** How often somebody applied to one job. @param others their other applications to it */
export const appliedWords = (others: readonly string[]): string =>
  others.length === 1 ? 'Applied twice' : `Applied ${others.length + 1} times`
