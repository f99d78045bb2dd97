import type { ComponentType } from 'react'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { TableMeta } from '../table-meta'

export type CellProps = { candidate: MarkedCandidate; meta: TableMeta }
export type Cell = ComponentType<CellProps>
