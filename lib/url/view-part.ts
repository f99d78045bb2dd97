import { layoutParsers } from './layout'
import { viewParsers } from './view'

/** Names the saved view that an address began from. Its filters stand beside it, so the name alone shows everyone. */
export const viewKey = 'view'
/** The value of `view` for everyone, whatever opens by default. */
export const everyone = 'all'

const otherKeys = ['account', ...Object.keys(layoutParsers)]

function withoutKeys(search: string, keys: readonly string[]): string {
  const parts = search.replace(/^\?/, '').split('&')
  return parts.filter((part) => part !== '' && !keys.includes(part.split('=', 1)[0] ?? '')).join('&')
}

/** The part of a query that says who is shown, as it was written: neither the account nor the arrangement of columns. */
export const viewPart = (search: string): string => withoutKeys(search, otherKeys)

/** The same without the name of a view: what a saved view stores. */
export const filterPart = (search: string): string => withoutKeys(search, [...otherKeys, viewKey])

/** Whether an address says who is shown. One that does not opens a default. */
export const saysView = (search: string): boolean =>
  [...new URLSearchParams(search).keys()].some((key) => key === viewKey || Object.hasOwn(viewParsers, key))
