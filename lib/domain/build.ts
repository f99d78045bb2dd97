/** Names the build that this code belongs to; '' where none was named, as in development. Set by scripts/build.mjs. */
export const buildId = process.env.SHORTLIST_BUILD ?? ''

/** Every answer of the server names its build here, so that a tab of an older one learns that it is. */
export const buildHeader = 'x-shortlist-build'

/**
 * Does an answer come from another build than this page? One that names no build says nothing.
 * @param own the build of this page
 */
export function isOtherBuild(headers: Headers, own = buildId): boolean {
  const otherBuild = headers.get(buildHeader)
  return own !== '' && otherBuild !== null && otherBuild !== '' && otherBuild !== own
}
