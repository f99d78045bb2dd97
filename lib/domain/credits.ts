/**
 * The most a page of candidates can cost: 1 credit per 10 rows returned, begun tens counted whole (the provider's
 * one-row example cost 1).
 * @param rows how many are asked for
 */
export const quoteCredits = (rows: number): number => Math.ceil(Math.max(0, rows) / 10)

const number = new Intl.NumberFormat('en')

/** Credits in words: `1 credit`, `1,234 credits`. @param count whole credits */
export const creditsText = (count: number): string =>
  `${number.format(count)} ${count === 1 ? 'credit' : 'credits'}`
