'use client'

import { useRouter } from 'next/navigation'
import { ExportCsv } from '@/components/shared/export-csv'
import type { AuditFilter, AuditPage } from '@/lib/contracts/audit'
import { auditExportPath, auditPath } from '@/lib/url/audit'
import { actionChoices } from './audit-words'

const field =
  'h-8 min-w-0 rounded-control border border-edge bg-panel px-2 text-note max-md:h-10 max-md:w-full'

type Props = { filter: AuditFilter; actors: AuditPage['actors'] }

/** What narrows the log; the address holds it. */
export function AuditFilters({ filter, actors }: Props) {
  const router = useRouter()
  const change = (patch: Partial<AuditFilter>) => router.push(auditPath({ ...filter, ...patch }))
  const known = actionChoices.some(({ value }) => value === filter.action)
  return (
    <div
      role="group"
      aria-label="Filters"
      className="grid grid-cols-2 gap-2 md:flex md:flex-wrap md:items-center"
    >
      <select
        aria-label="What"
        value={filter.action ?? ''}
        onChange={({ target }) => change({ action: target.value || null })}
        className={field}
      >
        <option value="">All activity</option>
        {filter.action !== null && !known ? <option value={filter.action}>{filter.action}</option> : null}
        {actionChoices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <select
        aria-label="Who"
        value={filter.who ?? ''}
        onChange={({ target }) => change({ who: target.value || null })}
        className={`${field} md:max-w-52`}
      >
        <option value="">Everyone</option>
        {actors.flatMap(({ id, name }) =>
          id === null
            ? []
            : [
                <option key={id} value={id}>
                  {name}
                </option>,
              ],
        )}
      </select>
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="inline-flex min-w-0 items-center gap-1.5 text-note text-muted">
          {name === 'from' ? 'From' : 'To'}
          <input
            type="date"
            title="Days are UTC"
            defaultValue={filter[name] ?? ''}
            onChange={({ target }) => {
              if (target.value === '' || target.value >= '2000') change({ [name]: target.value || null })
            }}
            className={field}
          />
        </label>
      ))}
      <ExportCsv href={auditExportPath(filter)} fieldLook={field} />
    </div>
  )
}
