/** The value below which this share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))
  const value = sorted[at]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5)

/** Ends the run: a time of a wrong answer is worth nothing. */
export function correct(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`Wrong answer: ${what}`)
}
