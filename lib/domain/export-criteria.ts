import type { ExportedCriteria } from '@/lib/contracts/export'
import { criteriaText } from './criteria-counts'
import type { CheckedPeople } from './criteria-matrix'
import type { ExportDeclaration } from './export-item'

const listText = (names: readonly string[] | undefined) =>
  names === undefined || names.length === 0 ? null : names.join('; ')

/** What can be exported of a job's criteria: each kind counted by itself, and which they are. */
export const criteriaColumns = [
  {
    ...{ key: 'criteria', label: 'Criteria', group: 'team', width: 24, needs: 'marks', optional: true },
    fields: ['criteria'],
    read: ({ mark }) => (mark.criteria ? criteriaText(mark.criteria) : null),
  },
  {
    ...{ key: 'criteriaMet', label: 'Criteria met', group: 'team', width: 30, needs: 'criteria' },
    ...{ optional: true, fields: ['criteria'] },
    read: ({ criteria }) => listText(criteria?.met),
  },
  {
    ...{ key: 'criteriaNotMet', label: 'Criteria not met', group: 'team', width: 30, needs: 'criteria' },
    ...{ optional: true, fields: ['criteria'] },
    read: ({ criteria }) => listText(criteria?.notMet),
  },
  {
    ...{ key: 'criteriaOverruled', label: 'Criteria overruled', group: 'team', width: 40, needs: 'criteria' },
    ...{ optional: true, fields: ['criteria'] },
    read: ({ criteria }) =>
      listText(
        criteria?.overruled.map(
          ({ criterion, met, reason, by }) => `${criterion}: ${met ? 'met' : 'not met'} (${by}: ${reason})`,
        ),
      ),
  },
] as const satisfies readonly ExportDeclaration[]

/** What a file says of somebody's criteria, each named in the job's order; null for whoever was not checked. */
export function toExportedCriteria(
  { criteria, cells }: CheckedPeople,
  applicationId: string,
): ExportedCriteria | null {
  const own = cells.get(applicationId)
  if (!own) return null
  const names = (met: boolean) =>
    criteria.filter(({ id }) => own.get(id)?.met === met).map(({ name }) => name)
  const overruled = criteria.flatMap(({ id, name }) => {
    const cell = own.get(id)
    return cell?.overruled ? [{ criterion: name, met: cell.met, ...cell.overruled }] : []
  })
  return { met: names(true), notMet: names(false), overruled }
}
