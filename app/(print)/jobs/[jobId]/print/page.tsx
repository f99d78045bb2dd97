import { notFound, unstable_rethrow } from 'next/navigation'
import { BookCover } from '@/components/print/book-cover'
import { PersonSheet } from '@/components/print/person-sheet'
import { PrintBar } from '@/components/print/print-bar'
import { jobIdPattern } from '@/lib/contracts/words'
import { careerAxis } from '@/lib/domain/career-axis'
import type { ExportItem } from '@/lib/domain/export-item'
import { may } from '@/lib/domain/permissions'
import { AppError } from '@/lib/server/platform/app-error'
import { getServices } from '@/lib/server/runtime/page-services'
import { toParams } from '@/lib/url/parser'
import { bookPath, jobPath, type JobRef } from '@/lib/url/paths'
import { parseView } from '@/lib/url/view'

export const dynamic = 'force-dynamic'

/** People in a book at most: two on a page, 250 pages. */
const maxPeople = 500

type Props = {
  params: Promise<{ jobId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function read({ params, searchParams }: Props) {
  const [{ jobId }, search] = await Promise.all([params, searchParams])
  if (!jobIdPattern.test(jobId)) notFound()
  const { account, notes } = search
  const ref: JobRef = { jobId, account: typeof account === 'string' && account !== '' ? account : null }
  const only = toParams(search)
    .getAll('application')
    .filter((id) => id !== '' && !id.includes('\0'))
  return {
    ref,
    view: parseView(search),
    notes: notes === '1',
    only: only.length === 0 ? null : only.slice(0, 100),
  }
}

export async function generateMetadata(props: Props) {
  const { ref } = await read(props)
  const job = await (await getServices()).showJob(ref).catch(() => null)
  return { title: `Book · ${job?.label ?? `Job ${ref.jobId}`}` }
}

async function openBook({ ref, view, notes, only }: Awaited<ReturnType<typeof read>>) {
  const services = await getServices()
  if (!may(services.actor.role, 'export')) notFound()
  try {
    const [job, page] = await Promise.all([
      services.showJob(ref),
      services.listCandidates(ref, view, null, 1),
    ])
    const people = only?.length ?? page.counts.matched
    if (people > maxPeople) return { job, people, book: null }
    const book = await services.exportPeople(ref, {
      ...{ view, only, per: 'person', format: 'print', columns: notes ? 'notes' : '' },
      reads: { marks: true, notes, criteria: false, twins: false },
    })()
    const items: ExportItem[] = []
    for await (const some of book.lines) items.push(...some)
    return { job, people, book: { ...book, items } }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof AppError && ['job_not_found', 'account_not_found'].includes(error.code)) notFound()
    throw error
  }
}

/** A view or a selection as a book to be printed: a cover, and half a page a person. */
export default async function PrintPage(props: Props) {
  const request = await read(props)
  const { ref, view, notes, only } = request
  const { job, people, book } = await openBook(request)
  const axis = careerAxis('all', job.asOf, job.careerFrom)
  return (
    <main id="main" className="min-h-dvh bg-panel">
      <PrintBar
        back={jobPath(ref, view)}
        notes={{ href: bookPath(ref, view, { notes: !notes, only: only ?? [] }), shown: notes }}
      />
      <div className="mx-auto max-w-[18cm] px-5 print:max-w-none print:px-0">
        {book === null ? (
          <p className="py-8">
            {people} people match, and a book holds at most {maxPeople}. Narrow the list first.
          </p>
        ) : (
          <>
            <BookCover provenance={book.provenance} notes={notes} />
            {book.items.map((item) => (
              <PersonSheet key={item.candidate.applicationId} item={item} asOf={book.asOf} axis={axis} />
            ))}
          </>
        )}
      </div>
    </main>
  )
}
