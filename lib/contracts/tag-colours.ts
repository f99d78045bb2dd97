/** What a tag can look like, by name; how each is drawn is the page's business. */
export const tagColours = [
  'grey',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'violet',
  'pink',
] as const
export type TagColour = (typeof tagColours)[number]
