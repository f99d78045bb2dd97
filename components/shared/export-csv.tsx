'use client'

import { Download } from 'lucide-react'
import {
  type CsvSeparator,
  csvSeparators,
  parseCsvSeparator,
  defaultCsvSeparator,
} from '@/lib/domain/csv-separators'
import { buttonLook } from '@/components/ui/button-look'
import { storedValue } from '@/components/ui/stored-value'
import { filterLook } from '@/components/ui/field-look'
import { Select } from './select'
import { useLocale } from './use-locale'

const names: Record<CsvSeparator, string> = { comma: 'Comma ( , )', semicolon: 'Semicolon ( ; )', tab: 'Tab' }
const separators = (Object.keys(csvSeparators) as CsvSeparator[]).map((value) => ({
  value,
  label: names[value],
}))

const kept = storedValue<CsvSeparator | null>({
  name: 'shortlist-csv-separator',
  storage: () => window.localStorage,
  initial: null,
  parse: parseCsvSeparator,
})

type Props = {
  /** The address of the file with commas. */
  href: string
}

/** A link to a CSV file, and what separates its values, which this browser remembers. */
export function ExportCsv({ href }: Props) {
  const locale = useLocale()
  const separator = kept.useValue() ?? defaultCsvSeparator(locale)
  return (
    <div className="flex min-w-0 items-center gap-2 max-md:col-span-full md:ms-auto">
      <Select
        label="Separator of the CSV file"
        title="If a spreadsheet shows everything in one column, choose another separator."
        value={separator}
        options={separators}
        onValueChange={kept.write}
        className={filterLook()}
      />
      <a
        href={separator === 'comma' ? href : `${href}${href.includes('?') ? '&' : '?'}separator=${separator}`}
        download
        className={`${buttonLook('secondary')} shrink-0 max-md:h-10`}
      >
        <Download aria-hidden className="size-3.5" />
        Export CSV
      </a>
    </div>
  )
}
