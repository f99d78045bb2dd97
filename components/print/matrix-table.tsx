import { Fragment } from 'react'
import { Bdi } from '@/components/shared/text'
import { type MatrixCells, type MatrixColumn, matrixLine } from '@/lib/domain/criteria-matrix'
import { displayName } from '@/lib/domain/current-role'
import type { ExportItem } from '@/lib/domain/export-item'
import { cellWords, MatrixMark } from './matrix-mark'

type Props = {
  label: string
  items: readonly ExportItem[]
  /** Of this table, and of all tables together. */
  columns: readonly MatrixColumn[]
  all: readonly MatrixColumn[]
  cells: MatrixCells
}

const needs = { must: 'Must', nice: 'Nice' }

/**
 * The head, which a browser repeats on every page as long as it takes no quarter of one. Names are turned, so that twelve
 * criteria stand on a page; the list above has them whole.
 */
function Head({ columns }: Pick<Props, 'columns'>) {
  const groups = (['must', 'nice'] as const)
    .map((need) => ({ need, count: columns.filter((each) => each.need === need).length }))
    .filter(({ count }) => count > 0)
  return (
    <thead>
      <tr>
        <td className="w-[56mm]" />
        {groups.map(({ need, count }) => (
          <th
            key={need}
            scope="colgroup"
            colSpan={count}
            className="border-s border-line px-1 text-start text-small font-semibold text-muted"
          >
            {needs[need]}
          </th>
        ))}
      </tr>
      <tr className="border-b border-edge">
        <th scope="col" className="w-[56mm] pe-3 pb-1 text-start align-bottom font-semibold">
          Applicant
        </th>
        {columns.map(({ id, name, number, need }, at) => (
          <th
            key={id}
            scope="col"
            className={`pb-1 text-center align-bottom font-medium ${need === columns[at - 1]?.need ? '' : 'border-s border-line'}`}
          >
            <span className="inline-block h-[36mm] max-w-[10.2mm] rotate-180 overflow-hidden text-start text-small leading-[3.4mm] wrap-anywhere [writing-mode:vertical-rl]">
              {number}. <Bdi>{name}</Bdi>
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Person({ item, columns, all, cells }: Omit<Props, 'items' | 'label'> & { item: ExportItem }) {
  const own = cells.get(item.candidate.applicationId)
  return (
    <tr className="break-inside-avoid border-b border-line">
      <th scope="row" className="py-1 pe-3 text-start font-normal">
        <span className="block font-medium wrap-anywhere">
          <Bdi>{displayName(item.candidate)}</Bdi>
        </span>
        {own ? (
          <span className="block text-small text-muted">
            {matrixLine(item, all, own)
              .split(' · ')
              .map((part, at) => (
                // “1 of 2” and “nice” stay together.
                <Fragment key={part}>
                  {at === 0 ? null : ' · '}
                  <span className="whitespace-nowrap">{part}</span>
                </Fragment>
              ))}
          </span>
        ) : null}
      </th>
      {own ? (
        columns.map(({ id, need }, at) => {
          const cell = own.get(id)
          return (
            <td
              key={id}
              className={`text-center ${need === columns[at - 1]?.need ? '' : 'border-s border-line'}`}
            >
              {cell ? (
                <>
                  <MatrixMark met={cell.met} byPerson={cell.overruled !== null} />
                  <span className="sr-only">{cellWords(cell)}</span>
                </>
              ) : null}
            </td>
          )
        })
      ) : (
        <td colSpan={columns.length} className="border-s border-line ps-2 text-small text-muted">
          Not checked: nothing of them can be read
        </td>
      )}
    </tr>
  )
}

/** People by criteria. */
export const MatrixTable = ({ label, items, ...rest }: Props) => (
  // On a narrow screen it is scrolled; on paper it fits.
  <div
    role="region"
    aria-label={label}
    tabIndex={0}
    className="overflow-x-auto not-first:break-before-page print:overflow-visible"
  >
    <table
      aria-label={label}
      className="w-full table-fixed border-collapse text-note"
      style={{ minWidth: `${56 + 10.5 * rest.columns.length}mm` }}
    >
      <Head columns={rest.columns} />
      <tbody>
        {items.map((item) => (
          <Person key={item.candidate.applicationId} item={item} {...rest} />
        ))}
      </tbody>
    </table>
  </div>
)
