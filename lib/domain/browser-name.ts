const browsers: [string, RegExp][] = [
  ['Edge', /Edg(?:e|A|iOS)?\//],
  ['Opera', /OPR\/|Opera/],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrome\/|CriOS\//],
  ['Safari', /Safari\//],
]
const systems: [string, RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['Linux', /Linux|X11/],
]

const matchName = (names: [string, RegExp][], text: string) => names.find(([, sign]) => sign.test(text))?.[0]

/** What a browser calls itself, as a person would: `Firefox on Windows`. For reading, never for a decision. */
export function browserName(userAgent: string | null): string {
  const browser = matchName(browsers, userAgent ?? '')
  const system = matchName(systems, userAgent ?? '')
  if (!browser && !system) return 'A program'
  return system ? `${browser ?? 'A browser'} on ${system}` : (browser ?? 'A browser')
}
