/** What may stand between the values of a CSV file, by name. */
export const csvSeparators = { comma: ',', semicolon: ';', tab: '\t' } as const

export type CsvSeparator = keyof typeof csvSeparators

/** The separator of this name; null where there is none. */
export const parseCsvSeparator = (name: string | null): CsvSeparator | null =>
  name !== null && Object.hasOwn(csvSeparators, name) ? (name as CsvSeparator) : null

// Regions and languages whose Windows separates lists by semicolons although their decimals have a point.
const semicolonRegions = new Set(['CH', 'LI'])
const semicolonLanguages = new Set(['ar', 'fa'])

/**
 * The separator that Excel expects where this reader lives: a semicolon where the comma separates decimals, and in some
 * places besides. A file with another one opens in a single column.
 */
export function defaultCsvSeparator(locale: string): CsvSeparator {
  const { language, region } = new Intl.Locale(locale)
  if (semicolonLanguages.has(language) || semicolonRegions.has(region ?? '')) return 'semicolon'
  return new Intl.NumberFormat(locale).format(0.5).includes(',') ? 'semicolon' : 'comma'
}
