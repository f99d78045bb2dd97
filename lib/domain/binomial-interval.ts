// Lanczos, g = 7: good to 15 digits for every argument above one half.
const lanczos = [
  0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13,
  -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6,
  1.505_632_735_149_311_6e-7,
] as const

function logGamma(x: number): number {
  const at = x - 1
  const series = lanczos.reduce((sum, term, index) => (index === 0 ? term : sum + term / (at + index)), 0)
  const t = at + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(series)
}

// Never zero, so that a step of the fraction can divide by it.
const nonZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value)

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return fraction
}

/** The regularised incomplete beta function: the share of a Beta(a, b) distribution that lies below x. */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  // Either side of its middle one of the two fractions converges within a few steps.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** The x below which a share of a Beta(a, b) distribution lies. */
function betaQuantile(share: number, a: number, b: number): number {
  let [low, high] = [0, 1]
  // Halving 60 times leaves less than a double can tell apart.
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (betaShare(middle, a, b) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

export type Interval = { low: number; high: number }

/**
 * The exact interval of a share that was counted, 0…1: Clopper and Pearson, “The use of confidence or fiducial limits
 * illustrated in the case of the binomial”, Biometrika 26 (1934). It covers the true share at least as often as it says.
 * @param hits how many of `total`, 0…total @param confidence 0.95 unless told
 * @returns 0…1 for a total of none
 */
export function binomialInterval(hits: number, total: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2
  return {
    low: hits === 0 ? 0 : betaQuantile(tail, hits, total - hits + 1),
    high: hits === total ? 1 : betaQuantile(1 - tail, hits + 1, total - hits),
  }
}
