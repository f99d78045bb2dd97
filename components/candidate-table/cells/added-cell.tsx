import { LocalTime } from '@/components/shared/local-time'
import type { CellProps } from './cell'

/** The day on which the person was first loaded. */
export const AddedCell = ({ candidate }: CellProps) => <LocalTime iso={candidate.firstSeenAt} format="date" />
