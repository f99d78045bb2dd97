import { storedValue } from '@/components/ui/stored-value'

const most = 6

// Jobs and commands by their ids; people are not noted.
const recent = storedValue({
  name: 'shortlist-palette',
  storage: () => window.localStorage,
  initial: '',
  parse: (text) => text,
})

/** @returns what was last chosen in the palette, newest first */
export const readRecent = (): string[] => recent.read().split('\n').filter(Boolean)

/** Notes what was chosen. */
export const noteRecent = (key: string): void =>
  recent.write([key, ...readRecent().filter((each) => each !== key)].slice(0, most).join('\n'))
