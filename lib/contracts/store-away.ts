/** Digest of the error of a page whose store is away. A browser is told nothing else of an error of the server. */
export const storeAwayDigest = 'store_unavailable'
