import { createParser } from './parser'

/** `1` or `true`, `0` or `false`; null for anything else. */
export const parseAsFlag = createParser<boolean>({
  parse: (text) => (text === '1' || text === 'true' ? true : text === '0' || text === 'false' ? false : null),
  serialize: (value) => (value ? '1' : '0'),
})
