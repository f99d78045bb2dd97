/**
 * The most a page of candidates can cost: 1 credit per 10 rows returned, begun tens counted whole (the provider's
 * one-row example cost 1).
 * @param rows how many are asked for
 */
export const quoteCredits = (rows: number): number => Math.ceil(Math.max(0, rows) / 10)
