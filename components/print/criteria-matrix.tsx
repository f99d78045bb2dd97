import { Bdi } from '@/components/shared/text'
import type { ExportProvenance } from '@/lib/contracts/export'
import {
  type CheckedPeople,
  type MatrixCells,
  type MatrixColumn,
  matrixColumns,
  ruleInWords,
  splitMatrix,
} from '@/lib/domain/criteria-matrix'
import { displayName } from '@/lib/domain/current-role'
import type { ExportItem } from '@/lib/domain/export-item'
import { MatrixLegend } from './matrix-mark'
import { MatrixTable } from './matrix-table'
import { PrintFacts } from './print-facts'

type Props = { provenance: ExportProvenance; items: readonly ExportItem[]; checked: CheckedPeople }

/** Each criterion whole, with its rule and how many of these people meet it. */
function CriteriaKey({ columns, cells }: { columns: readonly MatrixColumn[]; cells: MatrixCells }) {
  const people = [...cells.values()]
  return (
    <section aria-labelledby="matrix-criteria">
      <h2 id="matrix-criteria" className="mb-1 font-semibold">
        Criteria
      </h2>
      <ol className="columns-2 gap-8 text-note max-sm:columns-1">
        {columns.map((column) => (
          <li key={column.id} className="flex break-inside-avoid gap-2 py-0.5">
            <span className="w-5 shrink-0 text-end text-muted tabular-nums">{column.number}.</span>
            <span className="min-w-0 wrap-anywhere">
              <span className="font-medium">
                <Bdi>{column.name}</Bdi>
              </span>{' '}
              <span className="text-muted">
                {column.need} · <Bdi>{ruleInWords(column)}</Bdi> · met by{' '}
                {people.filter((own) => own.get(column.id)?.met).length} of {people.length}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What people said against the rules, with their reasons. */
function Overruled({
  items,
  columns,
  cells,
}: { columns: readonly MatrixColumn[] } & Pick<Props, 'items'> & { cells: MatrixCells }) {
  const said = items.flatMap(({ candidate }) =>
    columns.flatMap((column) => {
      const cell = cells.get(candidate.applicationId)?.get(column.id)
      return cell?.overruled ? [{ candidate, column, met: cell.met, ...cell.overruled }] : []
    }),
  )
  if (said.length === 0) return null
  return (
    <section aria-labelledby="matrix-overruled" className="break-inside-avoid-page">
      <h2 id="matrix-overruled" className="mb-1 font-semibold">
        Overruled by a person
      </h2>
      <ul className="flex flex-col gap-1 text-note">
        {said.map(({ candidate, column, met, by, reason }) => (
          <li key={`${candidate.applicationId} ${column.id}`} className="wrap-anywhere">
            <Bdi>{displayName(candidate)}</Bdi>, {column.number}. <Bdi>{column.name}</Bdi>:{' '}
            {met ? 'ticked' : 'unticked'} by <Bdi>{by}</Bdi>. <Bdi>{reason}</Bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Some people by the criteria of their job, for a meeting or a file: who meets which, by rule or by a person's word. */
export function CriteriaMatrix({ provenance, items, checked: { criteria, cells } }: Props) {
  const columns = matrixColumns(criteria)
  const tables = splitMatrix(columns)
  return (
    <div className="flex flex-col gap-5 py-6 print:py-0">
      <header className="flex flex-col gap-4">
        <div>
          <p className="text-muted">Screening matrix</p>
          <h1 className="text-title font-semibold tracking-tight">
            <Bdi>{provenance.job.label ?? `Job ${provenance.job.jobId}`}</Bdi>
          </h1>
        </div>
        <PrintFacts provenance={provenance} />
      </header>
      <CriteriaKey columns={columns} cells={cells} />
      <MatrixLegend />
      <div>
        {tables.map((some, at) => (
          <MatrixTable
            key={at}
            label={tables.length === 1 ? 'Screening matrix' : `Screening matrix, part ${at + 1}`}
            items={items}
            columns={some}
            all={columns}
            cells={cells}
          />
        ))}
      </div>
      <Overruled items={items} columns={columns} cells={cells} />
      <p className="text-note text-muted">
        Rules look for whole words in what applicants wrote; nothing is scored or ranked. Personal data of
        applicants: keep it with the job, and no longer.
      </p>
    </div>
  )
}
