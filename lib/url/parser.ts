/** How one value stands in an address. */
export type Parser<T> = {
  /** @returns null for a text that is none of its values */
  parse(text: string): T | null
  serialize(value: T): string
  /** Whether two values are written alike. */
  eq(a: T, b: T): boolean
  /** The same parser with the value that an address need not write. */
  withDefault(value: T): DefaultedParser<T>
}
export type DefaultedParser<T> = Parser<T> & { defaultValue: T }

/** A parser for each key of the query that a reader of the address is about. */
export type ParserMap = Record<string, Parser<unknown>>

/** What an address says by a map of parsers: null where it says nothing and there is no default. */
export type ParsedValues<P extends ParserMap> = {
  [Key in keyof P]: P[Key] extends DefaultedParser<infer T>
    ? T
    : P[Key] extends Parser<infer T>
      ? T | null
      : never
}

/** A query string with or without its `?`, or Next's resolved `searchParams`. */
export type Search = string | URLSearchParams | Record<string, string | string[] | undefined>

type Definition<T> = Pick<Parser<T>, 'parse' | 'serialize'> & Partial<Pick<Parser<T>, 'eq'>>

/** Makes a parser. Values are the same where they are identical, unless `eq` says otherwise. */
export function createParser<T>(definition: Definition<T>): Parser<T> {
  const parser: Parser<T> = {
    eq: (a, b) => a === b,
    ...definition,
    withDefault: (defaultValue) => ({ ...parser, defaultValue }),
  }
  return parser
}

/** Any text, as it is. */
export const parseAsString = createParser<string>({ parse: (text) => text, serialize: (text) => text })

/** One of a few words. */
export const parseAsStringLiteral = <Word extends string>(words: readonly Word[]) =>
  createParser<Word>({
    parse: (text) => words.find((word) => word === text) ?? null,
    serialize: (word) => word,
  })

/** A list by comma. What is none of its values is left out; a comma inside one is encoded. */
export const parseAsArrayOf = <T>(item: Parser<T>) =>
  createParser<T[]>({
    parse: (text) =>
      text === ''
        ? []
        : text.split(',').flatMap((each) => {
            const value = item.parse(each.replaceAll('%2C', ','))
            return value === null ? [] : [value]
          }),
    serialize: (values) => values.map((value) => item.serialize(value).replaceAll(',', '%2C')).join(','),
    eq: (a, b) => a.length === b.length && a.every((value, at) => item.eq(value, b[at] as T)),
  })

/** A query in any of its forms, as parameters; none is left out. */
export function toParams(search: Search): URLSearchParams {
  if (typeof search === 'string' || search instanceof URLSearchParams) return new URLSearchParams(search)
  const params = new URLSearchParams()
  for (const [key, values] of Object.entries(search)) {
    for (const value of [values ?? []].flat()) params.append(key, value)
  }
  return params
}

/** @returns a function that reads the values out of a query; it never throws, and takes the first of repeated keys */
export function createLoader<P extends ParserMap>(parsers: P) {
  return (search: Search): ParsedValues<P> => {
    const params = toParams(search)
    const values = Object.entries(parsers).map(([key, parser]) => {
      const text = params.get(key)
      const value = text === null ? null : parser.parse(text)
      return [key, value ?? ('defaultValue' in parser ? parser.defaultValue : null)]
    })
    return Object.fromEntries(values) as ParsedValues<P>
  }
}

// An address is to be read by people too: only what would end or change the query is encoded.
const encode = (text: string): string =>
  text
    .replace(
      /[%+#&"'`<>\0-\x1f]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .replaceAll(' ', '+')

/**
 * @returns a function that writes values as a query string with its `?`, or ''. Defaults and nulls are left out; what is
 * not among the values stays as the query before says it.
 */
export function createSerializer<P extends ParserMap>(parsers: P) {
  return (values: Partial<{ [Key in keyof P]: ParsedValues<P>[Key] | null }>, before = ''): string => {
    const params = new URLSearchParams(before)
    for (const [key, parser] of Object.entries(parsers)) {
      const value: unknown = values[key]
      if (value === undefined) continue
      const isDefault = 'defaultValue' in parser && value !== null && parser.eq(value, parser.defaultValue)
      if (value === null || isDefault) params.delete(key)
      else params.set(key, parser.serialize(value))
    }
    const pairs = [...params].map(([key, value]) => `${encode(key).replaceAll('=', '%3D')}=${encode(value)}`)
    return pairs.length === 0 ? '' : `?${pairs.join('&')}`
  }
}
