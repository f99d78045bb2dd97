'use client'

import { type ReactNode, useState } from 'react'
import { Select } from '@/components/shared/select'
import { useFormats } from '@/components/shared/use-formats'
import { useLocale } from '@/components/shared/use-locale'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { CheckBox } from '@/components/ui/check-box'
import { fieldLook } from '@/components/ui/field-look'
import { Link } from '@/components/ui/link'
import { Modal } from '@/components/ui/modal'
import { AnyProblem } from '@/components/ui/problem-note'
import type { ExportRequest } from '@/lib/contracts/export'
import { type ExportLines, exportTrackers } from '@/lib/contracts/export-words'
import { type CsvSeparator, defaultCsvSeparator } from '@/lib/domain/csv-separators'
import { exportScopeText } from '@/lib/domain/export-scope'
import {
  chosenColumns,
  type ExportSettings,
  type ExportTarget,
  isTracker,
} from '@/lib/domain/export-settings'
import { trackers } from '@/lib/domain/export-trackers'
import { bookPath } from '@/lib/url/job-pages'
import { parseView } from '@/lib/url/view'
import { ColumnChoice } from './column-choice'
import { type ExportRange, type ExportSource, sourceRequest } from './export-target'
import { useExport } from './use-export'
import { useExportSettings } from './use-export-settings'

const targets: { value: ExportTarget; label: string }[] = [
  { value: 'csv', label: 'CSV' },
  { value: 'xlsx', label: 'Excel workbook (XLSX)' },
  { value: 'json', label: 'JSON' },
  { value: 'jsonl', label: 'JSON Lines' },
  ...exportTrackers.map((value) => ({ value, label: `CSV for ${trackers[value].label}` })),
]
const lines: { value: ExportLines; label: string }[] = [
  { value: 'person', label: 'Person' },
  { value: 'job', label: 'Job a person held' },
]
const separators: { value: CsvSeparator; label: string }[] = [
  { value: 'comma', label: 'Comma ( , )' },
  { value: 'semicolon', label: 'Semicolon ( ; )' },
  { value: 'tab', label: 'Tab' },
]

function toRequest(settings: ExportSettings, separator: CsvSeparator): ExportRequest {
  const { target, per, bom, columns } = settings
  if (isTracker(target)) return { format: 'csv', tracker: target }
  return {
    ...{ format: target, per },
    // Without a choice JSON holds everything.
    ...(columns === null ? {} : { columns: chosenColumns(settings) }),
    ...(target === 'csv' ? { separator, bom } : {}),
  }
}

const maxNamed = 100

/** Those who are exported, on paper; null for more people than an address can name. */
function printHref({ jobRef, view, selected }: ExportSource, range: ExportRange, matrix: boolean) {
  if (range === 'view') return bookPath(jobRef, parseView(view), { matrix })
  return selected.length > maxNamed ? null : bookPath(jobRef, parseView(view), { matrix, only: selected })
}

type Props = ExportSource & { onClose: () => void }

/** Exports the view, or the people selected in it, as a file. What was chosen is there again the next time. */
export function ExportDialog({ onClose, ...source }: Props) {
  const { number, people } = useFormats()
  const locale = useLocale()
  const [settings, change] = useExportSettings()
  const [range, setRange] = useState<ExportRange>(source.selected.length > 0 ? 'selected' : 'view')
  const { bytes, problem, start, stop } = useExport(source.jobRef, onClose)
  const { target, per, bom } = settings
  const separator = settings.separator ?? defaultCsvSeparator(locale)
  const count = range === 'selected' ? source.selected.length : source.matched
  const tracker = isTracker(target) ? trackers[target] : null
  const busy = bytes !== null
  const [book, matrix] = [printHref(source, range, false), printHref(source, range, true)]
  const scope = exportScopeText({ ...source, people: count, selected: range === 'selected' }, number)

  return (
    <Modal title="Export" onClose={onClose}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) start({ ...toRequest(settings, separator), ...sourceRequest(source, range) })
        }}
      >
        {source.selected.length > 0 ? (
          <RangeChoice source={source} range={range} onChange={setRange} />
        ) : null}
        <p>{scope}</p>
        <AnyProblem problem={problem} />
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
          <Field label="Format">
            <Select
              label="Format"
              value={target}
              options={targets}
              onValueChange={(value) => change({ target: value })}
              className={`${fieldLook} w-56`}
            />
          </Field>
          {tracker ? null : (
            <Field label="One line for each">
              <Select
                label="One line for each"
                value={per}
                options={lines}
                onValueChange={(value) => change({ per: value })}
                className={`${fieldLook} w-44`}
              />
            </Field>
          )}
          {target === 'csv' ? (
            <>
              <Field label="Separator">
                <Select
                  label="Separator"
                  title="If a spreadsheet shows everything in one column, choose another separator."
                  value={separator}
                  options={separators}
                  onValueChange={(value) => change({ separator: value })}
                  className={`${fieldLook} w-40`}
                />
              </Field>
              <label className="flex items-center gap-2.5 py-2 text-note">
                <CheckBox className="-m-2" checked={bom} onCheckedChange={(on) => change({ bom: on })} />
                Byte order mark (Excel needs it)
              </label>
            </>
          ) : null}
        </div>
        {tracker ? (
          <p className="text-note text-muted">
            {tracker.hint} Nobody’s e-mail address is known to Shortlist: that column is empty.
          </p>
        ) : (
          <ColumnChoice settings={settings} onChange={(columns) => change({ columns })} />
        )}
        <div className="flex flex-wrap items-center justify-end gap-2">
          <span aria-live="polite" className="me-auto text-note text-muted tabular-nums">
            {busy ? `Exporting… ${number(Math.round(bytes / 1024))} KB` : ''}
          </span>
          {book === null ? null : (
            <Link href={book} className={buttonLook('ghost')}>
              Print a book
            </Link>
          )}
          {matrix === null ? null : (
            <Link href={matrix} className={buttonLook('ghost')}>
              Print a matrix
            </Link>
          )}
          <Button onClick={busy ? stop : onClose}>{busy ? 'Stop' : 'Cancel'}</Button>
          <Button type="submit" variant="primary" busy={busy} disabled={count === 0}>
            Export {people(count)}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex flex-col gap-1">
    <span aria-hidden className="text-note font-medium">
      {label}
    </span>
    {children}
  </div>
)

type RangeProps = { source: ExportSource; range: ExportRange; onChange: (range: ExportRange) => void }

function RangeChoice({ source, range, onChange }: RangeProps) {
  const { number } = useFormats()
  return (
    <fieldset className="flex flex-wrap gap-x-5 gap-y-2 text-note">
      <legend className="sr-only">Whom to export</legend>
      {(['selected', 'view'] as const).map((each) => (
        <label key={each} className="flex items-center gap-1.5">
          <input
            type="radio"
            name="range"
            checked={range === each}
            onChange={() => onChange(each)}
            className="size-4 accent-accent"
          />
          {each === 'selected'
            ? `Selected (${number(source.selected.length)})`
            : `${source.filtered ? 'Everyone who matches' : 'Everyone loaded'} (${number(source.matched)})`}
        </label>
      ))}
    </fieldset>
  )
}
