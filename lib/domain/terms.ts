/** What a provider charges: `credits` for every begun `rows` returned. */
export type Price = { rows: number; credits: number }

/** On what terms a provider sells a list. */
export type Terms = {
  /** Rows the provider reads at a time: what one call asks for at most. */
  pageSize: number
  price: Price
}

/**
 * The most that rows can cost, in credits. Begun blocks are counted whole.
 * @param rows how many are asked for
 */
export const priceRows = (rows: number, { price }: Pick<Terms, 'price'>): number =>
  Math.ceil(Math.max(0, rows) / price.rows) * price.credits

/** How many rows some credits pay for. */
export const rowsFor = (credits: number, { price }: Pick<Terms, 'price'>): number =>
  Math.floor(Math.max(0, credits) / price.credits) * price.rows
