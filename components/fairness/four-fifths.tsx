'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { fieldLook } from '@/components/ui/field-look'
import { compareRates, type GroupRate, minGroupSize } from '@/lib/domain/selection-rates'
import { usePercent } from './use-percent'

type Row = { id: number; name: string; applicants: string; selected: string }

const maxGroups = 12
const emptyRow = (id: number): Row => ({ id, name: '', applicants: '', selected: '' })
const toCount = (text: string) => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null)

/** What is wrong with a row, in words; null for one that can be counted or is empty. */
function wrongWith({ name, applicants, selected }: Row): string | null {
  if (applicants.trim() === '' && selected.trim() === '') return null
  const [all, some] = [toCount(applicants), toCount(selected)]
  const called = name.trim() || 'One group'
  if (all === null || some === null) return `${called}: enter whole numbers in both fields.`
  if (some > all) return `${called}: more are selected than applied.`
  return null
}

function toGroups(rows: readonly Row[]) {
  return rows.flatMap((row, at) => {
    const [applicants, selected] = [toCount(row.applicants), toCount(row.selected)]
    if (applicants === null || selected === null || selected > applicants) return []
    return [{ name: row.name.trim() || `Group ${at + 1}`, applicants, selected }]
  })
}

function Result({ name, rate }: GroupRate) {
  const percent = usePercent()
  if (rate === null) {
    return (
      <li>
        <b className="font-medium text-ink">{name}</b>: left out, fewer than {minGroupSize} applicants.
      </li>
    )
  }
  const { share, interval, ratio, below } = rate
  return (
    <li>
      <b className="font-medium text-ink">{name}</b>: {percent(share)} selected ({percent(interval.low)} to{' '}
      {percent(interval.high)}), {percent(ratio)} of the highest rate.{' '}
      {below ? <b className="font-medium text-danger">Below four fifths.</b> : 'Not below four fifths.'}
    </li>
  )
}

/** Compares selection rates of groups that a person counted elsewhere. What is typed stays in this page. */
export function FourFifths() {
  const id = useId()
  const [rows, setRows] = useState([emptyRow(1), emptyRow(2)])
  const change = (row: Row, patch: Partial<Row>) =>
    setRows(rows.map((each) => (each.id === row.id ? { ...each, ...patch } : each)))
  const problems = rows.flatMap((row) => wrongWith(row) ?? [])
  const rates = problems.length > 0 ? [] : compareRates(toGroups(rows))
  const compared = rates.filter(({ rate }) => rate !== null).length
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="font-semibold">
        Four-fifths rule, from your own counts
      </h2>
      <p className="max-w-prose text-note text-muted">
        Shortlist knows no applicant’s sex, origin or age, and infers none. If you hold such counts from a
        voluntary survey, enter totals per group here. They are compared in this page, never sent or stored.
        Groups of fewer than {minGroupSize} are left out. A rate below four fifths of the highest is a reason
        to look closer, not proof (29 CFR § 1607.4 (D)).
      </p>
      <div className="flex flex-col gap-2">
        {rows.map((row, at) => (
          <fieldset key={row.id} className="grid max-w-xl grid-cols-[1fr_7rem_7rem] gap-2 max-sm:grid-cols-2">
            <legend className="sr-only">Group {at + 1}</legend>
            {(
              [
                ['name', 'Group', 'max-sm:col-span-2'],
                ['applicants', 'Applicants', ''],
                ['selected', 'Selected', ''],
              ] as const
            ).map(([key, label, look]) => (
              <label key={key} className={`flex flex-col gap-1 text-note text-muted ${look}`}>
                {label}
                <input
                  value={row[key]}
                  inputMode={key === 'name' ? 'text' : 'numeric'}
                  maxLength={key === 'name' ? 60 : 9}
                  autoComplete="off"
                  onChange={(event) => change(row, { [key]: event.target.value })}
                  className={`${fieldLook} w-full text-ink`}
                />
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      {rows.length < maxGroups ? (
        <Button
          className="self-start"
          onClick={() => setRows([...rows, emptyRow((rows.at(-1)?.id ?? 0) + 1)])}
        >
          Add a group
        </Button>
      ) : null}
      <div role="status" className="max-w-prose text-note text-muted">
        {problems.length > 0 ? (
          <p className="text-danger">{problems[0]}</p>
        ) : rates.length === 0 ? null : compared === 0 ? (
          <p>Enter at least two groups of {minGroupSize} or more applicants to compare them.</p>
        ) : (
          <ul className="flex list-disc flex-col gap-1 ps-5">
            {rates.map((rate, at) => (
              <Result key={at} {...rate} />
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
