import type { Criterion } from '@/lib/contracts/criteria'
import type { ExportedCriteria } from '@/lib/contracts/export'
import { criteriaText } from './criteria-counts'
import type { CheckedPeople } from './criteria-matrix'
import type { ExportDeclaration, ExportItem } from './export-item'

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
  {
    ...{ key: 'criteriaEach', label: 'Each criterion, one column each', group: 'team', width: 16 },
    ...{ needs: 'criteria', optional: true, fields: ['criteria'], each: 'criterion' },
    // Its columns are those of the job: `eachCriterionColumns`.
    read: () => null,
  },
] as const satisfies readonly ExportDeclaration[]

/** The columns in a table for each criterion by itself, in the job's order: Met, Not met, or nothing for a person who was not checked. */
export const eachCriterionColumns = (criteria: readonly Criterion[]) =>
  criteria.map(({ id, name, need }) => ({
    ...{ label: `${name} (${need})`, width: 16 },
    read({ criteria: checked }: Pick<ExportItem, 'criteria'>) {
      const found = checked?.each.find((one) => one.id === id)
      return found ? (found.met ? 'Met' : 'Not met') : null
    },
  }))

/** What a file says of somebody's criteria, each named in the job's order; null for a person who was not checked. */
export function toExportedCriteria(
  { criteria, cells }: CheckedPeople,
  applicationId: string,
): ExportedCriteria | null {
  const own = cells.get(applicationId)
  if (!own) return null
  const names = (met: boolean) =>
    criteria.filter(({ id }) => own.get(id)?.met === met).map(({ name }) => name)
  const each = criteria.flatMap(({ id, name, need }) => {
    const cell = own.get(id)
    return cell ? [{ id, name, need, met: cell.met }] : []
  })
  const overruled = criteria.flatMap(({ id, name }) => {
    const cell = own.get(id)
    return cell?.overruled ? [{ criterion: name, met: cell.met, ...cell.overruled }] : []
  })
  return { each, met: names(true), notMet: names(false), overruled }
}
