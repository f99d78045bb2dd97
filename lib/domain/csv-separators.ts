/** What may stand between the values of a CSV file, by name. */
export const csvSeparators = { comma: ',', semicolon: ';', tab: '\t' } as const

export type CsvSeparator = keyof typeof csvSeparators

/** The separator of this name; null where there is none. */
export const parseCsvSeparator = (name: string | null): CsvSeparator | null =>
  name !== null && Object.hasOwn(csvSeparators, name) ? (name as CsvSeparator) : null

/**
 * What a spreadsheet of this reader expects: where the comma separates decimals, Excel separates values by semicolons,
 * and shows a file with commas as one column.
 */
export const usualCsvSeparator = (locale: string): CsvSeparator =>
  new Intl.NumberFormat(locale).format(0.5).includes(',') ? 'semicolon' : 'comma'
