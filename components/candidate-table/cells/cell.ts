import type { ComponentType } from 'react'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { TableMeta } from '../features'

export type CellProps = { candidate: MarkedCandidate; meta: TableMeta }
export type Cell = ComponentType<CellProps>
