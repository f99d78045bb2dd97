/** Goes to another page by a whole load: what the server draws there depends on a cookie that has just changed. */
export const leaveTo = (path: string): void => window.location.assign(path)

/** Loads the page again. The reader is taken back to their place in it. */
export const reloadPage = (): void => window.location.reload()
