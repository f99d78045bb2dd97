import { notFound, unstable_rethrow } from 'next/navigation'
import { BookCover } from '@/components/print/book-cover'
import { CriteriaMatrix } from '@/components/print/criteria-matrix'
import { PersonSheet } from '@/components/print/person-sheet'
import { PrintBar } from '@/components/print/print-bar'
import { Link } from '@/components/ui/link'
import { jobIdPattern } from '@/lib/contracts/words'
import { careerAxis } from '@/lib/domain/career-axis'
import type { ExportItem } from '@/lib/domain/export-item'
import { may } from '@/lib/domain/permissions'
import { AppError } from '@/lib/server/platform/app-error'
import { getServices } from '@/lib/server/runtime/page-services'
import { toParams } from '@/lib/url/parser'
import { jobPath, type JobRef } from '@/lib/url/paths'
import { bookPath, criteriaPath } from '@/lib/url/job-pages'
import { parseView } from '@/lib/url/view'

export const dynamic = 'force-dynamic'

/** People in a book or a matrix at most: two on a page, 250 pages. */
const maxPeople = 500

type Props = {
  params: Promise<{ jobId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function read({ params, searchParams }: Props) {
  const [{ jobId }, search] = await Promise.all([params, searchParams])
  if (!jobIdPattern.test(jobId)) notFound()
  const { account, notes, matrix } = search
  const ref: JobRef = { jobId, account: typeof account === 'string' && account !== '' ? account : null }
  const only = toParams(search)
    .getAll('application')
    .filter((id) => id !== '' && !id.includes('\0'))
  return {
    ref,
    view: parseView(search),
    matrix: matrix === '1',
    notes: notes === '1' && matrix !== '1',
    only: only.length === 0 ? null : only.slice(0, 100),
  }
}
type Request = Awaited<ReturnType<typeof read>>

export async function generateMetadata(props: Props) {
  const { ref, matrix } = await read(props)
  const job = await (await getServices()).showJob(ref).catch(() => null)
  return { title: `${matrix ? 'Screening matrix' : 'Book'} · ${job?.label ?? `Job ${ref.jobId}`}` }
}

/** The people to be printed, once: that is in the audit log. Null where they are too many, or nothing is asked of them. */
async function openPrint({ ref, view, matrix, notes, only }: Request) {
  const services = await getServices()
  if (!may(services.actor.role, 'export')) notFound()
  try {
    const [job, page, { criteria }] = await Promise.all([
      services.showJob(ref),
      services.listCandidates(ref, view, null, 1),
      services.showCriteria(ref),
    ])
    const people = only?.length ?? page.counts.matched
    if (people > maxPeople) return { job, people, missing: 'room' as const }
    if (matrix && criteria.length === 0) return { job, people, missing: 'criteria' as const }
    const file = await services.exportPeople(ref, {
      ...{ view, only, per: 'person', format: matrix ? 'matrix' : 'print', columns: notes ? 'notes' : '' },
      reads: { marks: true, notes, criteria: !matrix, twins: false },
    })()
    const items: ExportItem[] = []
    for await (const some of file.lines) items.push(...some)
    const ids = items.map(({ candidate }) => candidate.applicationId)
    const checked = matrix ? await services.checkPeople(ref, ids) : null
    return { job, people, missing: null, ...file, criteria, items, checked }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof AppError && ['job_not_found', 'account_not_found'].includes(error.code)) notFound()
    throw error
  }
}

type PrintedProps = { jobRef: JobRef; notes: boolean; print: Awaited<ReturnType<typeof openPrint>> }

function Printed({ jobRef, notes, print }: PrintedProps) {
  if (print.missing === 'room') {
    return (
      <p className="py-8">
        {print.people} people match, and {maxPeople} can be printed at most. Narrow the list first.
      </p>
    )
  }
  if (print.missing === 'criteria') {
    return (
      <p className="py-8">
        This job has no criteria yet, so there is nothing to check people against.{' '}
        <Link href={criteriaPath(jobRef)} className="text-accent underline underline-offset-2">
          Set criteria
        </Link>
      </p>
    )
  }
  const { provenance, criteria, items, checked, job, asOf } = print
  if (checked) return <CriteriaMatrix {...{ provenance, items, checked }} />
  const axis = careerAxis('all', job.asOf, job.careerFrom)
  return (
    <>
      <BookCover {...{ provenance, criteria, notes }} />
      {items.map((item) => (
        <PersonSheet key={item.candidate.applicationId} item={item} asOf={asOf} axis={axis} />
      ))}
    </>
  )
}

/** A view or a selection to be printed: as a book of half a page a person, or as a matrix of people by criteria. */
export default async function PrintPage(props: Props) {
  const request = await read(props)
  const { ref, view, matrix, notes, only } = request
  const print = await openPrint(request)
  const to = (label: string, choice: { notes?: boolean; matrix?: boolean }) => ({
    label,
    href: bookPath(ref, view, { ...choice, only: only ?? [] }),
  })
  const others = matrix
    ? [to('As a book', {})]
    : [
        to(notes ? 'Leave out notes' : 'Include notes', { notes: !notes }),
        to('As a matrix', { matrix: true }),
      ]
  return (
    <main id="main" className="min-h-dvh bg-panel">
      <PrintBar back={jobPath(ref, view)} others={others} />
      <div className={`mx-auto px-5 print:max-w-none print:px-0 ${matrix ? 'max-w-[21cm]' : 'max-w-[18cm]'}`}>
        <Printed jobRef={ref} notes={notes} print={print} />
      </div>
    </main>
  )
}
