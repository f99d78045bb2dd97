const name = '__webpack_nonce__'

/** Keeps the nonce of the page's policy where the libraries that add styles later look for it. */
export function setStyleNonce(nonce: string | undefined): void {
  if (typeof window !== 'undefined') Object.assign(globalThis, { [name]: nonce })
}

/** The nonce for a style element that is added by a script. */
export function getStyleNonce(): string | undefined {
  const nonce: unknown = Reflect.get(globalThis, name)
  return typeof nonce === 'string' ? nonce : undefined
}
