/** The digest of the error that a page fails with while the store is away. It is all that a browser learns of an error of the server. */
export const storeAwayDigest = 'store_unavailable'
