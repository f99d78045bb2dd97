import { notFound } from 'next/navigation'
import { AuditFilters } from '@/components/audit/audit-filters'
import { AuditList } from '@/components/audit/audit-list'
import { AppError } from '@/lib/server/platform/app-error'
import { may } from '@/lib/domain/permissions'
import { getServices } from '@/lib/server/runtime/page-services'
import { parseAudit } from '@/lib/url/audit'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Audit log' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  const { actor, listAudit } = await getServices()
  if (!may(actor.role, 'audit')) notFound()
  const { filter, cursor } = parseAudit(await searchParams)
  const read = (from: string | null) => listAudit({ filter, cursor: from, limit: 100 })
  // A cursor that somebody made up leads to the newest page.
  const page = await read(cursor).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'bad_cursor') return read(null)
    throw error
  })
  return (
    <>
      <p className="-mb-2 text-muted">
        Who did what: sign-ins, roles, spending, exports, shares, erasures. Entries can’t be changed.
      </p>
      <AuditFilters filter={filter} actors={page.actors} />
      <AuditList page={page} filter={filter} first={cursor === null} />
    </>
  )
}
