import { createColumnHelper } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import { type ColumnKey, columns as declarations } from '@/lib/domain/columns'
import { AddedCell } from './cells/added-cell'
import { AppliedCell } from './cells/applied-cell'
import { CareerCell } from './cells/career-cell'
import type { Cell, CellProps } from './cells/cell'
import { DecisionCell } from './cells/decision-cell'
import { experience } from './cells/experience-cell'
import { LocationCell } from './cells/location-cell'
import { CriteriaCell, NextActionCell, NoteCell, TagsCell } from './cells/lazy-cells'
import { NowCell } from './cells/now-cell'
import { PersonCell } from './cells/person-cell'
import { RatingCell } from './cells/rating-cell'
import { SelectCell } from './cells/select-cell'
import type { Features } from './features'

type CellDeclaration = (
  | { Cell: Cell; draw?: never }
  /** A text alone needs no element of its own as the only child of the cell, which a component would give it. */
  | { Cell?: never; draw: (props: CellProps) => ReactNode }
) & {
  /** What stands in its place while the page is loading; nothing where most people have nothing there. */
  skeleton: 'box' | 'badge' | 'bar' | 'lines' | 'text' | 'nothing'
  /** How the cell lays out its content, and where it stands on a card. */
  className: string
}

/** Of what people did about somebody: on a card it stands with the open person. */
const markCell = (Cell: Cell): CellDeclaration => ({ Cell, skeleton: 'nothing', className: 'card:hidden' })

/** How the cells of each declared column are drawn. On narrow screens the same cells, in another order, are a card. */
const cells: Record<ColumnKey, CellDeclaration> = {
  select: {
    Cell: SelectCell,
    skeleton: 'box',
    className: 'card:col-start-3 card:row-start-1 card:-me-2 card:justify-self-end',
  },
  name: {
    Cell: PersonCell,
    skeleton: 'lines',
    className: 'person-cell',
  },
  rating: { Cell: RatingCell, skeleton: 'badge', className: 'card:col-start-1 card:row-start-2' },
  decision: {
    Cell: DecisionCell,
    skeleton: 'nothing',
    className: 'decision-cell',
  },
  now: {
    Cell: NowCell,
    skeleton: 'lines',
    className: 'now-cell',
  },
  years: {
    draw: experience,
    skeleton: 'text',
    className: 'whitespace-nowrap card:col-start-1 card:row-start-5',
  },
  career: {
    Cell: CareerCell,
    skeleton: 'bar',
    className: 'career-cell',
  },
  location: { Cell: LocationCell, skeleton: 'text', className: 'card:col-start-2 card:row-start-5' },
  applied: { Cell: AppliedCell, skeleton: 'text', className: 'card:hidden' },
  seen: {
    Cell: AddedCell,
    skeleton: 'text',
    className: 'card:col-start-3 card:row-start-5 card:text-end',
  },
  tags: markCell(TagsCell),
  criteria: markCell(CriteriaCell),
  note: markCell(NoteCell),
  next: markCell(NextActionCell),
}

/** @returns how the cells of a column are drawn. @throws for a key that no column declares */
export function getCell(key: string): CellDeclaration {
  if (!(key in cells)) throw new Error(`No column is declared as ${key}`)
  return cells[key as ColumnKey]
}

const helper = createColumnHelper<Features, MarkedCandidate>()

/** The declared columns as the table takes them. */
export const columns = helper.columns(declarations.map(({ key }) => helper.display({ id: key })))
