'use client'

import { useRouter } from 'next/navigation'
import { DateRangeField } from '@/components/shared/date-range-field'
import { ExportCsv } from '@/components/shared/export-csv'
import { Select } from '@/components/shared/select'
import { filterLook } from '@/components/ui/field-look'
import type { AuditFilter, AuditPage } from '@/lib/contracts/audit'
import { auditExportPath, auditPath } from '@/lib/url/audit'
import { actionChoices } from './audit-words'

type Props = { filter: AuditFilter; actors: AuditPage['actors'] }

/** What narrows the log; the address holds it. */
export function AuditFilters({ filter, actors }: Props) {
  const router = useRouter()
  const change = (patch: Partial<AuditFilter>) => router.push(auditPath({ ...filter, ...patch }))
  const { action } = filter
  const known = action === null || actionChoices.some(({ value }) => value === action)
  const actions = [
    { value: null, label: 'All activity' },
    ...(known ? [] : [{ value: action, label: action }]),
    ...actionChoices,
  ]
  return (
    <div
      role="group"
      aria-label="Filters"
      className="grid grid-cols-2 gap-2 md:flex md:flex-wrap md:items-start"
    >
      <Select
        label="What"
        value={action}
        options={actions}
        onValueChange={(next) => change({ action: next })}
        className={`${filterLook(action !== null)} md:max-w-64`}
      />
      <Select
        label="Who"
        value={filter.who}
        options={[
          { value: null, label: 'Everyone' },
          ...actors.flatMap(({ id, name }) => (id === null ? [] : [{ value: id, label: name }])),
        ]}
        onValueChange={(who) => change({ who })}
        className={`${filterLook(filter.who !== null)} md:max-w-52`}
      />
      <DateRangeField from={filter.from} to={filter.to} onChange={change} />
      <ExportCsv href={auditExportPath(filter)} />
    </div>
  )
}
