import type { AuditFilter } from '@/lib/contracts/audit'
import { parseAsDay } from './day'

type Search = Record<string, string | string[] | undefined>

const one = (search: Search, name: string): string | null => {
  const value = search[name]
  return typeof value === 'string' && value !== '' && !value.includes('\0') ? value : null
}

/** What an address of the audit log asks for; what cannot be used is left out. */
export function parseAudit(search: Search): { filter: AuditFilter; cursor: string | null } {
  const action = one(search, 'action')
  const [from, to] = [one(search, 'from'), one(search, 'to')]
  return {
    filter: {
      action: action && /^[a-z_]+(\.[a-z_]+)?$/.test(action) ? action : null,
      who: one(search, 'who')?.slice(0, 200) ?? null,
      from: from && parseAsDay.parse(from),
      to: to && parseAsDay.parse(to),
    },
    cursor: one(search, 'cursor'),
  }
}

const toSearch = (filter: AuditFilter, cursor: string | null = null): string => {
  const pairs = Object.entries({ ...filter, cursor }).flatMap(([key, value]) => (value ? [[key, value]] : []))
  const text = new URLSearchParams(pairs as string[][]).toString()
  return text === '' ? '' : `?${text}`
}

/** The page of the audit log with this filter. */
export const auditPath = (filter: AuditFilter, cursor: string | null = null): string =>
  `/settings/audit${toSearch(filter, cursor)}`

/** The same entries as CSV. */
export const auditExportPath = (filter: AuditFilter): string => `/api/audit/export${toSearch(filter)}`
