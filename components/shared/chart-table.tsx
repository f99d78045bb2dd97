import type { ReactNode } from 'react'

type Props = {
  /** What the rows are about, for whoever hears it. */
  label: string
  columns: readonly string[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** The numbers behind a drawing. The first cell of a row names it. */
export function ChartTable({ label, columns, rows }: Props) {
  const [first, ...others] = columns
  return (
    <details className="mt-2 text-note">
      <summary className="w-fit rounded-mark text-muted hover:text-ink">As a table</summary>
      <div className="mt-1 max-h-64 overflow-y-auto" tabIndex={0} role="region" aria-label={label}>
        <table className="w-full max-w-md">
          <thead className="sticky top-0 bg-panel text-start text-muted">
            <tr>
              <th className="py-1 text-start font-normal">{first}</th>
              {others.map((name) => (
                <th key={name} className="py-1 text-end font-normal">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [name, ...numbers] }) => (
              <tr key={key} className="border-t border-line">
                <td className="py-0.5 pe-3 wrap-anywhere">{name}</td>
                {numbers.map((cell, at) => (
                  <td key={at} className="text-end">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
