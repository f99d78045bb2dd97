/** Where a page of candidates starts: a cursor, a candidate to centre on, a row number of the view; null is the top. */
export type PageStart = { cursor: string } | { around: string } | { at: number } | null
