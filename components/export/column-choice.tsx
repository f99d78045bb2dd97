'use client'

import { Button } from '@/components/ui/button'
import { CheckBox } from '@/components/ui/check-box'
import { availableExportColumns, type ExportKey } from '@/lib/domain/export-columns'
import { exportGroups } from '@/lib/domain/export-item'
import { chosenColumns, type ExportSettings } from '@/lib/domain/export-settings'

type Props = { settings: ExportSettings; onChange: (columns: ExportKey[] | null) => void }

/** Which columns a file has, by what they are about. */
export function ColumnChoice({ settings, onChange }: Props) {
  const available = availableExportColumns(settings.per)
  const chosen = chosenColumns(settings)
  const toggle = (key: ExportKey, on: boolean) =>
    onChange(available.map((each) => each.key).filter((each) => (each === key ? on : chosen.includes(each))))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 flex w-full items-center justify-between gap-3 text-note font-medium">
        Columns
        {settings.columns === null ? null : (
          <Button variant="ghost" onClick={() => onChange(null)}>
            Usual columns
          </Button>
        )}
      </legend>
      <div className="grid grid-cols-4 gap-x-4 gap-y-3 max-md:grid-cols-2 max-sm:grid-cols-1">
        {Object.entries(exportGroups).map(([group, label]) => (
          <div
            key={group}
            role="group"
            aria-label={label}
            className="flex min-w-0 flex-col gap-1.5 text-note"
          >
            <p className="text-muted">{label}</p>
            {available
              .filter((column) => column.group === group)
              .map((column) => (
                <label key={column.key} className="flex items-center gap-2.5">
                  <CheckBox
                    className="-m-2"
                    checked={chosen.includes(column.key)}
                    disabled={chosen.length === 1 && chosen.includes(column.key)}
                    onCheckedChange={(on) => toggle(column.key, on)}
                  />
                  {column.label}
                </label>
              ))}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
