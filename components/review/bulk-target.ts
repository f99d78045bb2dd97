/** Named people; or everyone stored who matches a query string, and how many these are. */
export type BulkTarget = { ids: readonly string[] } | { view: string; people: number }
