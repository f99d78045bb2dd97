'use client'

import { lazyPart } from '@/components/shared/lazy-part'
import type { CellProps } from './cell'

// Columns that are off until a reader turns them on: what draws them comes with the first of them.
const cells = () => import('./mark-cells')
const Nothing = () => null

export const TagsCell = lazyPart<CellProps>(async () => (await cells()).TagsCell, Nothing)
export const CriteriaCell = lazyPart<CellProps>(async () => (await cells()).CriteriaCell, Nothing)
export const CriteriaHeader = lazyPart(
  async () => (await cells()).CriteriaHeader,
  ({ label }: { label: string; names: readonly string[] }) => <span className="truncate">{label}</span>,
)
export const NoteCell = lazyPart<CellProps>(async () => (await cells()).NoteCell, Nothing)
export const NextActionCell = lazyPart<CellProps>(async () => (await cells()).NextActionCell, Nothing)
